from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.foundation.columns import NameOrderColumn, SearchColumn
from thidua.kernel.text import clean


class Accounts(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


@tracked(exclude=["password", "last_login", "search", "sort"])
class User(AbstractBaseUser):
    """A person who signs in, by user name or by e-mail; what he may do are his grants."""

    username = models.CharField(_("user name"), max_length=60, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    full_name = models.CharField(_("full name"), max_length=120)
    language = models.CharField(_("language"), max_length=5, default="vi")
    is_active = models.BooleanField(_("may sign in"), default=True)
    must_use_second_factor = models.BooleanField(_("must use a second factor"), default=False)
    joined_at = models.DateTimeField(_("since"))
    search = SearchColumn(of=("full_name", "username", "email"))
    sort = NameOrderColumn(of=("full_name",))

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = Accounts()

    class Meta:
        verbose_name = _("account")
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="user_name_once",
                violation_error_message=_("This user name is taken. Choose another."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                condition=~models.Q(email=""),
                violation_error_message=_("Another account has this e-mail address."),
            ),
        ]
        indexes = [models.Index(fields=["sort", "id"], name="user_sort")]

    def __str__(self) -> str:
        return self.full_name

    def clean(self) -> None:
        super().clean()
        self.full_name = clean(self.full_name)


@tracked(exclude=["code_hash"])
class ActivationSlip(models.Model):
    """A printed slip with a code: the first sign-in of somebody without e-mail."""

    user = models.ForeignKey(User, models.CASCADE, related_name="slips")
    code_hash = models.CharField(max_length=128)
    issued_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    expires_on = models.DateField(_("valid until"))
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("activation slip")
