from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_foundation")]
    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user_id", models.BigIntegerField()),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("table", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=100)),
                ("question", models.CharField(blank=True, max_length=1000)),
                ("n_rows", models.PositiveIntegerField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation_id", "-made_at"], name="export_of_organisation"),
                ],
            },
        ),
    ]
