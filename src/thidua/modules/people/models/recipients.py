from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.organisations.models import Organisation, ends_after_it_begins, no_overlap
from thidua.modules.people.kinds import Nature, Part, Position, Sex, StatusGroup


def known_parts() -> "ArrayField[list[str], list[str]]":
    """Which parts of the record somebody has answered for as complete."""
    return ArrayField(
        models.CharField(max_length=12, choices=Part),
        default=list,
        blank=True,
        verbose_name=_("confirmed as complete"),
    )


def searchable(name: str) -> GinIndex:
    return GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name=name)


@tracked(exclude=["number_sealed", "number_key"])
class Person(models.Model):
    """Somebody who works, lives or has done something here.

    `number_sealed` is the 12-digit number (or a passport), encrypted; `number_key` its keyed hash for
    look-up. `search` is the folded name, `sort` the Vietnamese order by given name.
    """

    name = models.CharField(_("full name"), max_length=120)
    honorific = models.CharField(_("honorific"), max_length=20, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    born_on = models.DateField(_("born on"), null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    nationality = models.CharField(_("nationality"), max_length=60, default="Việt Nam")
    number_sealed = models.BinaryField(null=True, editable=False)
    number_key = models.CharField(max_length=64, blank=True, editable=False)
    number_tail = models.CharField(max_length=4, blank=True, editable=False)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="people",
        verbose_name=_("organisation or residential group"),
    )
    address = models.CharField(_("address"), max_length=200, blank=True)
    post = models.CharField(_("post"), max_length=120, blank=True)
    position = models.CharField(_("position"), max_length=15, choices=Position, blank=True)
    status_group = models.CharField(_("status group"), max_length=20, choices=StatusGroup, blank=True)
    natures = ArrayField(
        models.CharField(max_length=20, choices=Nature),
        default=list,
        blank=True,
        verbose_name=_("nature of work"),
    )
    on_contract = models.BooleanField(_("works under a labour contract"), default=False)
    died_on = models.DateField(_("died on"), null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    known = known_parts()
    search = models.TextField(editable=False)
    sort = models.TextField(editable=False, db_collation="C")
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("person")
        constraints = [
            models.UniqueConstraint(
                fields=["number_key"],
                condition=~Q(number_key="") & Q(merged_into__isnull=True),
                name="person_number_once",
                violation_error_message=_("Another person already has this number."),
            ),
            models.CheckConstraint(
                name="person_not_merged_into_self",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                violation_error_message=_("A person cannot be merged into the same record."),
            ),
        ]
        indexes = [
            searchable("person_search"),
            models.Index(fields=["organisation", "sort", "id"], name="person_of_unit"),
            models.Index(fields=["sort", "id"], name="person_sort"),
            models.Index(fields=["position", "sort", "id"], name="person_of_position"),
            models.Index(fields=["status_group", "sort", "id"], name="person_of_group"),
            GinIndex(fields=["natures"], name="person_natures"),
            models.Index(fields=["birth_year"], name="person_birth_year"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Post(models.Model):
    """A post held from one day to another; status and nature of work go with it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    title = models.CharField(_("post"), max_length=120)
    position = models.CharField(_("position"), max_length=15, choices=Position, blank=True)
    status_group = models.CharField(_("status group"), max_length=20, choices=StatusGroup, blank=True)
    natures = ArrayField(models.CharField(max_length=20, choices=Nature), default=list, blank=True)
    on_contract = models.BooleanField(_("under a labour contract"), default=False)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("post")
        constraints = [
            ends_after_it_begins("post_ends_later"),
            no_overlap(
                "post_once_in_unit",
                "person",
                "organisation",
                message=_("On one of these days the person already has a post in this unit."),
                many=True,
            ),
        ]


@tracked()
class Collective(models.Model):
    """An organisation as a whole, or a named part of it (tổ, phòng, khoa)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="collectives")
    name = models.CharField(_("name of the collective"), max_length=200)
    is_whole = models.BooleanField(_("the whole organisation"), default=False)
    status_group = models.CharField(_("status group"), max_length=20, choices=StatusGroup, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    dissolved_on = models.DateField(_("dissolved on"), null=True, blank=True)
    gets_flags = models.BooleanField(_("takes part in the flag system"), null=True, blank=True)
    known = known_parts()
    search = models.TextField(editable=False)
    sort = models.TextField(editable=False, db_collation="C")

    class Meta:
        verbose_name = _("collective")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="collective_once",
                violation_error_message=_("This organisation already has a collective of that name."),
            ),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(is_whole=True), name="collective_one_whole"
            ),
        ]
        indexes = [
            searchable("collective_search"),
            models.Index(fields=["sort", "id"], name="collective_sort"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Household(models.Model):
    """A household of a residential group, under the name of its head."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="households", verbose_name=_("residential group")
    )
    head_name = models.CharField(_("head of the household"), max_length=120)
    head = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.CharField(_("address"), max_length=200, blank=True)
    known = known_parts()
    search = models.TextField(editable=False)
    sort = models.TextField(editable=False, db_collation="C")

    class Meta:
        verbose_name = _("household")
        indexes = [searchable("household_search"), models.Index(fields=["sort", "id"], name="household_sort")]

    def __str__(self) -> str:
        return self.head_name
