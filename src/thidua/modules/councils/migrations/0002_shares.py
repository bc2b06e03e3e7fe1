from django.db import migrations, models
from django.db.models import Q


def fields(prefix):
    return {
        f"{prefix}_numerator": models.PositiveSmallIntegerField(blank=True, null=True),
        f"{prefix}_denominator": models.PositiveSmallIntegerField(default=100),
        f"{prefix}_is_over": models.BooleanField(default=False),
    }


def quorum(model):
    """What was a percentage is the numerator over a hundred."""
    new = fields("quorum")
    return [
        migrations.RenameField(model, "quorum_percent", "quorum_numerator"),
        migrations.AlterField(model, "quorum_numerator", new["quorum_numerator"]),
        migrations.AddField(model, "quorum_denominator", new["quorum_denominator"]),
        migrations.AddField(model, "quorum_is_over", new["quorum_is_over"]),
    ]


class Migration(migrations.Migration):
    dependencies = [("councils", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("sitting", "sitting_quorum_has_basis"),
        *quorum("sitting"),
        *quorum("sittingevent"),
        migrations.AddConstraint(
            "sitting",
            models.CheckConstraint(
                name="sitting_quorum_has_basis",
                condition=Q(quorum_numerator__isnull=True) | ~Q(quorum_basis=""),
                violation_error_message="Name the rule that sets the quorum.",
            ),
        ),
        migrations.AddField("agendaitem", "share_is_over", fields("share")["share_is_over"]),
        migrations.AddField("agendaitemevent", "share_is_over", fields("share")["share_is_over"]),
    ]
