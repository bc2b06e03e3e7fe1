import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('dossiers', '0001_initial'),
        ('files', '0001_initial'),
        ('organisations', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Consultation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body_name', models.CharField(max_length=200, verbose_name='body asked, as addressed')),
                ('question', models.TextField(verbose_name='what is asked')),
                ('state', models.CharField(choices=[('draft', 'being prepared'), ('asked', 'waiting for the answer'), ('answered', 'answered'), ('cancelled', 'cancelled')], default='draft', editable=False, max_length=10)),
                ('letter_number', models.CharField(blank=True, max_length=60, verbose_name='number of our letter')),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='answer due on')),
                ('reply_number', models.CharField(blank=True, max_length=60, verbose_name='number of the reply')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='replied on')),
                ('opinion', models.CharField(blank=True, choices=[('agrees', 'agrees'), ('in_part', 'agrees with remarks'), ('disagrees', 'does not agree'), ('no_comment', 'no comment')], max_length=10, verbose_name='opinion')),
                ('reply', models.TextField(blank=True, verbose_name='content of the reply')),
                ('made_at', models.DateTimeField()),
                ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation', verbose_name='body asked')),
                ('candidate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='dossiers.candidate')),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consultations', to='dossiers.dossier')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation', verbose_name='asking body')),
                ('reply_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
            ],
            options={
                'verbose_name': 'consultation',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), models.Q(models.Q(('opinion', ''), _negated=True), ('replied_on__isnull', False)), _connector='OR'), name='consultation_answer_has_opinion', violation_error_message='An answer needs its day and its opinion.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'asked'), _negated=True), models.Q(('asked_on__isnull', False), ('due_on__isnull', False)), _connector='OR'), name='consultation_asked_is_dated', violation_error_message='Enter the day of asking and the day the answer is due.'), models.CheckConstraint(condition=models.Q(('due_on__isnull', True), ('asked_on__isnull', True), ('due_on__gte', models.F('asked_on')), _connector='OR'), name='consultation_due_later', violation_error_message='The answer cannot be due before it is asked for.')],
            },
        ),
        migrations.CreateModel(
            name='ConsultationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('body_name', models.CharField(max_length=200, verbose_name='body asked, as addressed')),
                ('question', models.TextField(verbose_name='what is asked')),
                ('state', models.CharField(choices=[('draft', 'being prepared'), ('asked', 'waiting for the answer'), ('answered', 'answered'), ('cancelled', 'cancelled')], default='draft', editable=False, max_length=10)),
                ('letter_number', models.CharField(blank=True, max_length=60, verbose_name='number of our letter')),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='answer due on')),
                ('reply_number', models.CharField(blank=True, max_length=60, verbose_name='number of the reply')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='replied on')),
                ('opinion', models.CharField(blank=True, choices=[('agrees', 'agrees'), ('in_part', 'agrees with remarks'), ('disagrees', 'does not agree'), ('no_comment', 'no comment')], max_length=10, verbose_name='opinion')),
                ('reply', models.TextField(blank=True, verbose_name='content of the reply')),
                ('made_at', models.DateTimeField()),
                ('body', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation', verbose_name='body asked')),
                ('candidate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.candidate')),
                ('dossier', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.dossier')),
                ('made_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation', verbose_name='asking body')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultations.consultation')),
                ('reply_file', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
