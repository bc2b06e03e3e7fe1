import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('dossiers', '0001_initial'),
        ('organisations', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appraisal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('open', 'in appraisal'), ('waiting', 'waiting for supplements'), ('concluded', 'concluded')], default='open', editable=False, max_length=10)),
                ('received_on', models.DateField(verbose_name='received on')),
                ('n_days', models.PositiveSmallIntegerField(verbose_name='working days allowed')),
                ('days_basis', models.CharField(max_length=200, verbose_name='by which rule')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('conclusion', models.TextField(blank=True, verbose_name='conclusion')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='appraisal', to='dossiers.dossier')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'appraisal',
                'indexes': [models.Index(fields=['organisation', 'state', 'due_on'], name='appraisal_by_due_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'concluded'), _negated=True), ('concluded_on__isnull', False), _connector='OR'), name='appraisal_concluded_is_dated'), models.CheckConstraint(condition=models.Q(('state', 'waiting'), ('due_on__isnull', False), _connector='OR'), name='appraisal_due_unless_waiting'), models.CheckConstraint(condition=models.Q(models.Q(('days_basis', ''), _negated=True), ('n_days__gte', 1)), name='appraisal_days_have_basis', violation_error_message='Name the rule that sets the number of days.')],
            },
        ),
        migrations.CreateModel(
            name='AppraisalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('state', models.CharField(choices=[('open', 'in appraisal'), ('waiting', 'waiting for supplements'), ('concluded', 'concluded')], default='open', editable=False, max_length=10)),
                ('received_on', models.DateField(verbose_name='received on')),
                ('n_days', models.PositiveSmallIntegerField(verbose_name='working days allowed')),
                ('days_basis', models.CharField(max_length=200, verbose_name='by which rule')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('concluded_on', models.DateField(blank=True, null=True, verbose_name='concluded on')),
                ('conclusion', models.TextField(blank=True, verbose_name='conclusion')),
                ('assignee', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('dossier', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.dossier')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appraisal.appraisal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CandidateFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finding', models.CharField(choices=[('put_forward', 'put forward'), ('not_put_forward', 'not put forward')], max_length=15, verbose_name='conclusion')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='appraisal.appraisal')),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='appraisal_finding', to='dossiers.candidate')),
            ],
            options={
                'verbose_name': 'conclusion on a candidate',
                'constraints': [models.CheckConstraint(condition=models.Q(('finding', 'put_forward'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='finding_against_has_reason', violation_error_message='Not putting somebody forward needs a reason.')],
            },
        ),
        migrations.CreateModel(
            name='CandidateFindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('finding', models.CharField(choices=[('put_forward', 'put forward'), ('not_put_forward', 'not put forward')], max_length=15, verbose_name='conclusion')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('appraisal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appraisal.appraisal')),
                ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.candidate')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appraisal.candidatefinding')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChecklistItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60)),
                ('label', models.CharField(max_length=400, verbose_name='what is examined')),
                ('cite', models.CharField(blank=True, max_length=200, verbose_name='article')),
                ('fact', models.CharField(blank=True, max_length=300, verbose_name='fact used, or what is missing')),
                ('law_says', models.CharField(blank=True, max_length=8)),
                ('result', models.CharField(choices=[('open', 'to be examined'), ('met', 'met'), ('not_met', 'not met'), ('not_needed', 'not needed')], default='open', max_length=10)),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='appraisal.appraisal')),
                ('candidate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='checklist', to='dossiers.candidate')),
            ],
            options={
                'verbose_name': 'item of the checklist',
                'constraints': [models.UniqueConstraint(fields=('appraisal', 'candidate', 'code'), name='checklist_item_once', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='ChecklistItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=60)),
                ('label', models.CharField(max_length=400, verbose_name='what is examined')),
                ('cite', models.CharField(blank=True, max_length=200, verbose_name='article')),
                ('fact', models.CharField(blank=True, max_length=300, verbose_name='fact used, or what is missing')),
                ('law_says', models.CharField(blank=True, max_length=8)),
                ('result', models.CharField(choices=[('open', 'to be examined'), ('met', 'met'), ('not_met', 'not met'), ('not_needed', 'not needed')], default='open', max_length=10)),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('appraisal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appraisal.appraisal')),
                ('candidate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.candidate')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appraisal.checklistitem')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('appraisal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='appraisal.appraisal')),
            ],
            options={
                'verbose_name': 'pause of the clock',
                'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('appraisal',), name='pause_one_open'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='pause_ends_not_before')],
            },
        ),
        migrations.CreateModel(
            name='PauseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('reason', models.CharField(max_length=200, verbose_name='reason')),
                ('appraisal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appraisal.appraisal')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appraisal.pause')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
