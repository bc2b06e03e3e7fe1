"""The closed lists that people, collectives and households are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class StatusGroup(models.TextChoices):
    """Codes of the law package: candidate.group."""

    OFFICIAL = "official", _("official (cán bộ, công chức)")
    PUBLIC_EMPLOYEE = "public_employee", _("public employee (viên chức)")
    WORKER = "worker", _("worker")
    FARMER = "farmer", _("farmer")
    ARMED_FORCES = "armed_forces", _("armed forces")
    ENTREPRENEUR = "entrepreneur", _("entrepreneur")
    CITIZEN = "citizen", _("citizen")


class Position(models.TextChoices):
    """Codes of the law package: candidate.position."""

    DIRECT_WORKER = "direct_worker", _("direct worker")
    MANAGER = "manager", _("manager")
    LEADER = "leader", _("leader")


class Nature(models.TextChoices):
    """Nature of work beside the position; several at once."""

    PRODUCTION = "production", _("production, service, direct care or teaching")
    KEEPING_ORDER = "keeping_order", _("keeping security and order")
    COMBAT_READY = "combat_ready", _("ready for combat")


class GradeLevel(models.TextChoices):
    EXCELLENT = "excellent", _("excellent (HTXSNV)")
    GOOD = "good", _("good (HTTNV)")
    COMPLETED = "completed", _("completed (HTNV)")
    FAILED = "failed", _("not completed (KHTNV)")
    NOT_GRADED = "not_graded", _("not graded")


class Scope(models.TextChoices):
    BASE = "base", _("unit (cơ sở)")
    DISTRICT = "district", _("district")
    PROVINCE = "province", _("province")
    MINISTRY = "ministry", _("ministry")
    NATION = "nation", _("whole country")


class InitiativeKind(models.TextChoices):
    INITIATIVE = "initiative", _("initiative")
    TOPIC = "topic", _("accepted research topic")


class LeaveKind(models.TextChoices):
    MATERNITY = "maternity", _("maternity")
    SICK = "sick", _("sickness")
    INJURY = "injury", _("injury in a brave act")
    STUDY = "study", _("study")
    UNPAID = "unpaid", _("unpaid")
    OTHER = "other", _("other")


class DisciplineKind(models.TextChoices):
    REPRIMAND = "reprimand", _("reprimand")
    WARNING = "warning", _("warning")
    PAY_CUT = "pay_cut", _("cut of pay")
    DEMOTION = "demotion", _("demotion")
    REMOVAL = "removal", _("removal from post")
    DISMISSAL = "dismissal", _("dismissal")


class MatterKind(models.TextChoices):
    DISCIPLINE = "discipline", _("discipline under consideration")
    INVESTIGATION = "investigation", _("criminal investigation")
    INSPECTION = "inspection", _("inspection or audit")
    COMPLAINT = "complaint", _("accepted complaint or denunciation")
    PRESS = "press", _("matter reported by the press")


class CheckState(models.TextChoices):
    """Has a fact been compared with its source paper?"""

    UNCHECKED = "unchecked", _("not yet compared")
    CHECKED = "checked", _("compared")


class StudyResult(models.TextChoices):
    """Codes of the law package: result of a course."""

    EXCELLENT = "xuat_sac", _("excellent (xuất sắc)")
    VERY_GOOD = "gioi", _("very good (giỏi)")
    GOOD = "kha", _("good (khá)")
    AVERAGE = "trung_binh", _("average (trung bình)")


class Part(models.TextChoices):
    """Parts of a record that somebody answers for as complete; the law takes any other part as unknown."""

    AWARDS = "awards", _("titles and awards")
    GRADES = "grades", _("yearly grades")
    INITIATIVES = "initiatives", _("initiatives")
    LEAVE = "leave", _("leave")
    WORK = "work", _("posts and places of work")
    DISCIPLINE = "discipline", _("discipline")
    MATTERS = "matters", _("unresolved matters")
    TRAINING = "training", _("training of colleagues")
