from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0003_export'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoryLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveBigIntegerField(unique=True)),
                ('table', models.CharField(max_length=63)),
                ('columns', models.JSONField()),
                ('first_id', models.BigIntegerField()),
                ('last_id', models.BigIntegerField()),
                ('n_rows', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('sealed_at', models.DateTimeField()),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('key_id', models.CharField(max_length=8)),
                ('signature', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['table', '-last_id'], name='history_link_of_table')],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_id__gte', models.F('first_id'))), name='history_link_forwards', violation_error_message='A link covers at least one row.')],
            },
        ),
    ]
