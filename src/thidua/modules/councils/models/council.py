from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins


@tracked()
class Council(models.Model):
    """A council on emulation and commendation (or on initiatives) of a body, set up by a decision."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="councils")
    name = models.CharField(_("name"), max_length=200)
    decision = models.CharField(_("set up by decision"), max_length=120)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("council")
        constraints = [ends_after_it_begins("council_ends_later")]

    def __str__(self) -> str:
        return self.name


class MemberRole(models.TextChoices):
    CHAIR = "chair", _("chair of the council")
    VICE_CHAIR = "vice_chair", _("vice-chair")
    STANDING = "standing", _("standing member")
    SECRETARY = "secretary", _("secretary and member")
    MEMBER = "member", _("member")


@tracked()
class Member(models.Model):
    council = models.ForeignKey(Council, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="council_seats")
    name = models.CharField(_("full name"), max_length=120)
    post = models.CharField(_("post"), max_length=160)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(
        _("role in the council"), max_length=10, choices=MemberRole, default=MemberRole.MEMBER
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("member of a council")
        constraints = [ends_after_it_begins("member_ends_later")]

    def __str__(self) -> str:
        return self.name
