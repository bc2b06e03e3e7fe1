from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only


class Delivery(models.Model):
    """An event that a handler has dealt with: effects never happen twice."""

    event = models.UUIDField()
    handler = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "handler"], name="delivery_once")]


class Receipt(models.Model):
    """A creating POST that has been answered: sending the same form again leads to the same place."""

    user_id = models.BigIntegerField()
    key = models.CharField(max_length=64)
    location = models.CharField(max_length=500)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user_id", "key"], name="receipt_once")]


class OutgoingMail(models.Model):
    """The outbox: a mail is written with the change it tells of, and sent once by the worker."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    effect = models.CharField(
        max_length=200, unique=True, error_messages={"unique": _("This mail has been written before.")}
    )
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    n_tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)


@append_only
class Export(models.Model):
    """A list that somebody took out as a file: who, acting for whom, which list with which filters, how many rows."""

    user_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField(null=True)
    table = models.CharField(max_length=40)
    title = models.CharField(max_length=100)
    question = models.CharField(max_length=1000, blank=True)
    n_rows = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation_id", "-made_at"], name="export_of_organisation")]


@append_only
class HistoryLink(models.Model):
    """A run of recorded changes of one table, sealed: each link holds the hash of the one before it."""

    place = models.PositiveBigIntegerField(unique=True)
    table = models.CharField(max_length=63)
    columns = models.JSONField()
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    n_rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    key_id = models.CharField(max_length=8)
    signature = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="history_link_forwards",
                condition=models.Q(last_id__gte=models.F("first_id")),
                violation_error_message=_("A link covers at least one row."),
            )
        ]
        indexes = [models.Index(fields=["table", "-last_id"], name="history_link_of_table")]
