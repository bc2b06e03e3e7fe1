from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import CheckState
from thidua.modules.people.models import Collective, Household, Person, exactly_one_recipient


class Ground(models.TextChoices):
    """Loại hình khen thưởng (Law 06/2022/QH15, Art 8)."""

    MERIT = "merit", _("merit (công trạng)")
    SUDDEN = "sudden", _("sudden feat (đột xuất)")
    MOVEMENT = "movement", _("emulation movement (phong trào, chuyên đề)")
    CAREER = "career", _("long service (quá trình cống hiến)")
    YEARS = "years", _("years of service (niên hạn)")
    EXTERNAL = "external", _("external relations (đối ngoại)")


class Line(models.TextChoices):
    """Tuyến trình."""

    STATE = "state", _("state and territory")
    SECTOR = "sector", _("sector")
    PARTY = "party", _("Party")
    UNION = "union", _("Fatherland Front and unions")
    ARMY = "army", _("army")
    POLICE = "police", _("police")


class Act(models.TextChoices):
    GRANT = "grant", _("conferred")
    REVOKE = "revoke", _("revoked")
    CORRECT = "correct", _("corrected")


class Source(models.TextChoices):
    DECISION = "decision", _("decision made here")
    ORIGINAL = "original", _("original decision")
    PHOTO = "photo", _("photo of the certificate")
    LIST = "list", _("list")
    DECLARED = "declared", _("declared by the person")
    ELSEWHERE = "elsewhere", _("decided by another body")


class Chain(models.Model):
    """The book of one deciding body: its last number and hash, taken under a row lock."""

    body = models.OneToOneField(Organisation, models.PROTECT, related_name="chain")
    n_entries = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("chain of the register")


@append_only
class Entry(models.Model):
    """One line of the register: an honour conferred, revoked or corrected. Never changed, never deleted.

    Name, rank, post and unit are frozen as they were; `hash` covers the entry with a salted hash of the
    personal data, so that a name can be erased without breaking the chain.
    """

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="entries")
    place = models.PositiveBigIntegerField(_("number in the book"))
    act = models.CharField(_("act"), max_length=10, choices=Act, default=Act.GRANT)
    refers_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="later", db_index=False
    )
    honour = models.CharField(_("honour"), max_length=12)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="entries")
    collective = models.ForeignKey(Collective, models.PROTECT, null=True, blank=True, related_name="entries")
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="entries")
    name = models.CharField(_("name as on the decision"), max_length=200)
    honorific = models.CharField(_("honorific"), max_length=20, blank=True)
    post = models.CharField(_("post"), max_length=120, blank=True)
    position = models.CharField(_("position"), max_length=15, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="entries", verbose_name=_("unit")
    )
    unit_name = models.CharField(_("unit as on the decision"), max_length=200)
    level = models.CharField(_("level"), max_length=12)
    decision_number = models.CharField(_("decision"), max_length=60, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decision_id = models.BigIntegerField(null=True, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=200)
    signer = models.CharField(_("signed by"), max_length=160, blank=True)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground)
    line = models.CharField(_("line"), max_length=8, choices=Line, default=Line.STATE)
    achievement = models.TextField(_("achievement"), blank=True)
    period_label = models.CharField(_("for the period"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    first_year = models.PositiveSmallIntegerField(_("merit counted from"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("merit counted to"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=10, choices=Source, default=Source.DECISION)
    note = models.CharField(_("note"), max_length=300, blank=True)
    salt = models.CharField(max_length=32)
    personal_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    search = models.TextField(editable=False)
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("entry of the register")
        constraints = [
            exactly_one_recipient("entry_of_one"),
            models.UniqueConstraint(fields=["chain", "place"], name="entry_place_once"),
            models.CheckConstraint(
                name="entry_later_act_refers",
                condition=Q(act=Act.GRANT, refers_to__isnull=True)
                | (~Q(act=Act.GRANT) & Q(refers_to__isnull=False)),
                violation_error_message=_("A revocation or correction names the entry that it concerns."),
            ),
            models.CheckConstraint(
                name="entry_decision_here_is_dated",
                condition=~Q(source=Source.DECISION) | (Q(decided_on__isnull=False) & ~Q(decision_number="")),
                violation_error_message=_("An entry from a decision needs its number and day."),
            ),
            models.CheckConstraint(
                name="entry_years_in_order",
                condition=Q(first_year__isnull=True) | Q(last_year__gte=F("first_year")),
                violation_error_message=_("The last year cannot come before the first."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="entry_search"),
            models.Index(fields=["-year", "-id"], name="entry_newest"),
            models.Index(fields=["organisation", "-year", "-id"], name="entry_of_unit"),
            models.Index(fields=["honour", "-year", "-id"], name="entry_of_honour"),
            models.Index(fields=["chain", "-year", "-id"], name="entry_of_body"),
            models.Index(
                fields=["refers_to", "act"], condition=Q(refers_to__isnull=False), name="entry_later_acts"
            ),
            models.Index(fields=["ground", "-year", "-id"], name="entry_of_ground"),
            models.Index(fields=["-year", "-id"], condition=~Q(source=Source.DECISION), name="entry_of_old"),
            models.Index(fields=["decision_number"], name="entry_decision"),
            models.Index(
                fields=["decided_on", "organisation", "id"], condition=Q(act=Act.GRANT), name="entry_of_day"
            ),
        ]


@append_only
class EntryCheck(models.Model):
    """Somebody compared an entry with its source paper."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="checks")
    state = models.CharField(max_length=10, choices=CheckState)
    note = models.CharField(_("what was compared"), max_length=200)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("comparison with the source")


@append_only
class Signet(models.Model):
    """The head of a chain at the end of a day, signed with a key that lies outside the database."""

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="signets")
    on = models.DateField()
    n_entries = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64)
    key_id = models.CharField(max_length=40)
    signature = models.CharField(max_length=128)

    class Meta:
        verbose_name = _("signed head of a chain")
        constraints = [models.UniqueConstraint(fields=["chain", "on"], name="signet_once_a_day")]
