import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('files', '0001_initial'),
        ('organisations', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='SigningAuthority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='full name')),
                ('capacity', models.CharField(choices=[('head', '—'), ('Q.', 'Q.'), ('KT.', 'KT.'), ('TM.', 'TM.'), ('TL.', 'TL.'), ('TUQ.', 'TUQ.')], default='head', max_length=10, verbose_name='capacity')),
                ('head_post', models.CharField(max_length=120, verbose_name='post of the head, in capitals')),
                ('own_post', models.CharField(blank=True, max_length=120, verbose_name='own post, in capitals')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='by what paper')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signers', to='organisations.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'authority to sign',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='signer_ends_later', violation_error_message='The last day must come after the first.'), models.CheckConstraint(condition=models.Q(models.Q(('capacity', 'TUQ.'), _negated=True), models.Q(('basis', ''), _negated=True), _connector='OR'), name='signer_authorised_by_paper', violation_error_message='A signature TUQ. needs the paper that authorises it.')],
            },
        ),
        migrations.CreateModel(
            name='SigningAuthorityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='full name')),
                ('capacity', models.CharField(choices=[('head', '—'), ('Q.', 'Q.'), ('KT.', 'KT.'), ('TM.', 'TM.'), ('TL.', 'TL.'), ('TUQ.', 'TUQ.')], default='head', max_length=10, verbose_name='capacity')),
                ('head_post', models.CharField(max_length=120, verbose_name='post of the head, in capitals')),
                ('own_post', models.CharField(blank=True, max_length=120, verbose_name='own post, in capitals')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='by what paper')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='papers.signingauthority')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NumberSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30)),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField(default=0)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'number series',
                'constraints': [models.UniqueConstraint(fields=('organisation', 'kind', 'year'), name='number_series_once')],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('submittal', 'submittal (tờ trình)'), ('proposal_list', 'list of those proposed'), ('unit_minutes', "minutes of the unit's meeting"), ('council_minutes', 'minutes of the council'), ('tally_minutes', 'minutes of the tally'), ('decision', 'decision'), ('certificate', 'certificate of merit'), ('consultation_letter', 'letter asking for an opinion'), ('return_notice', 'request for supplements')], max_length=30, verbose_name='kind')),
                ('subject', models.CharField(max_length=80)),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('letter', models.JSONField()),
                ('drawn_at', models.DateTimeField()),
                ('docx', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('drawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
            ],
            options={
                'verbose_name': 'paper',
                'constraints': [models.UniqueConstraint(fields=('subject', 'kind', 'version'), name='paper_version_once')],
            },
        ),
    ]
