import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('dossiers', '0001_initial'),
        ('files', '0001_initial'),
        ('organisations', '0001_initial'),
        ('papers', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('register', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('grant', 'commendation'), ('revoke', 'revocation (hủy bỏ, thu hồi)'), ('correct', 'correction (đính chính)')], default='grant', max_length=8, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='about (trích yếu)')),
                ('state', models.CharField(choices=[('draft', 'being drafted'), ('with_leader', 'waiting for the signer'), ('numbered', 'signed, number entered'), ('in_force', 'in force'), ('cancelled', 'cancelled before signing')], default='draft', editable=False, max_length=12)),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number')),
                ('symbol', models.CharField(default='QĐ-UBND', max_length=30, verbose_name='symbol')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='signed on')),
                ('in_force_on', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('authority', models.CharField(blank=True, max_length=200, verbose_name='who decides, as headed')),
                ('grounds', models.JSONField(blank=True, default=list, verbose_name='grounds (căn cứ)')),
                ('proposer', models.CharField(blank=True, max_length=200, verbose_name='at the proposal of')),
                ('merit', models.CharField(blank=True, max_length=500, verbose_name='for what, after the names')),
                ('money', models.TextField(blank=True, verbose_name='article on the prizes')),
                ('executors', models.CharField(blank=True, max_length=400, verbose_name='who carries it out')),
                ('copies', models.JSONField(blank=True, default=list, verbose_name='sent to (nơi nhận)')),
                ('late_reason', models.CharField(blank=True, max_length=200, verbose_name='reason of a number out of order')),
                ('last_remark', models.CharField(blank=True, max_length=300, verbose_name='why it went back or was cancelled')),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('search', models.TextField(editable=False)),
                ('drafted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='organisations.organisation')),
                ('signed_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ('signer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='papers.signingauthority')),
            ],
            options={
                'verbose_name': 'decision',
                'indexes': [models.Index(fields=['-made_at', '-id'], name='decision_newest'), models.Index(fields=['organisation', '-made_at', '-id'], name='decision_of_body'), django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(models.F('search'), name='gin_trgm_ops'), name='decision_search')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'with_leader', 'cancelled']), models.Q(('number__isnull', False), ('signed_on__isnull', False), ('signer__isnull', False)), _connector='OR'), name='decision_number_with_day', violation_error_message='A signed decision has its number, day and signer.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'in_force'), _negated=True), ('in_force_on__gte', models.F('signed_on')), _connector='OR'), name='decision_in_force_is_dated', violation_error_message='A decision is in force from its day of signing or later.'), models.UniqueConstraint(models.F('organisation'), models.F('symbol'), models.F('number'), django.db.models.functions.datetime.ExtractYear('signed_on'), name='decision_number_once_a_year', violation_error_message='This number is taken in this year. Choose another, or open that decision.')],
            },
        ),
        migrations.CreateModel(
            name='DecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('grant', 'commendation'), ('revoke', 'revocation (hủy bỏ, thu hồi)'), ('correct', 'correction (đính chính)')], default='grant', max_length=8, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='about (trích yếu)')),
                ('state', models.CharField(choices=[('draft', 'being drafted'), ('with_leader', 'waiting for the signer'), ('numbered', 'signed, number entered'), ('in_force', 'in force'), ('cancelled', 'cancelled before signing')], default='draft', editable=False, max_length=12)),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number')),
                ('symbol', models.CharField(default='QĐ-UBND', max_length=30, verbose_name='symbol')),
                ('signed_on', models.DateField(blank=True, null=True, verbose_name='signed on')),
                ('in_force_on', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('authority', models.CharField(blank=True, max_length=200, verbose_name='who decides, as headed')),
                ('grounds', models.JSONField(blank=True, default=list, verbose_name='grounds (căn cứ)')),
                ('proposer', models.CharField(blank=True, max_length=200, verbose_name='at the proposal of')),
                ('merit', models.CharField(blank=True, max_length=500, verbose_name='for what, after the names')),
                ('money', models.TextField(blank=True, verbose_name='article on the prizes')),
                ('executors', models.CharField(blank=True, max_length=400, verbose_name='who carries it out')),
                ('copies', models.JSONField(blank=True, default=list, verbose_name='sent to (nơi nhận)')),
                ('late_reason', models.CharField(blank=True, max_length=200, verbose_name='reason of a number out of order')),
                ('last_remark', models.CharField(blank=True, max_length=300, verbose_name='why it went back or was cancelled')),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=0, editable=False)),
                ('search', models.TextField(editable=False)),
                ('drafted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.decision')),
                ('signed_file', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile')),
                ('signer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='papers.signingauthority')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DecisionItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField(verbose_name='order')),
                ('ground', models.CharField(blank=True, choices=[('a', 'fraud in declaring achievements (point a)'), ('b', 'false information or a forged file (point b)'), ('c', 'appraisal or proposal contrary to law (point c)'), ('d', 'violations in the counted period, by a conclusion or judgment (point d)')], max_length=1, verbose_name='ground of revocation')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='facts behind it')),
                ('correction', models.JSONField(blank=True, default=dict)),
                ('prize', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='prize, đồng')),
                ('prize_basis', models.CharField(blank=True, max_length=300, verbose_name='how it is computed')),
                ('candidate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision_items', to='dossiers.candidate')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='decisions.decision')),
                ('entry', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.entry')),
                ('refers_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.entry')),
            ],
            options={
                'verbose_name': 'recipient of a decision',
                'ordering': ['place'],
                'constraints': [models.UniqueConstraint(fields=('decision', 'candidate'), name='decision_candidate_once'), models.CheckConstraint(condition=models.Q(models.Q(('candidate__isnull', False), ('refers_to__isnull', True)), models.Q(('candidate__isnull', True), ('refers_to__isnull', False)), _connector='OR'), name='decision_item_about_one')],
            },
        ),
        migrations.CreateModel(
            name='DecisionItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('place', models.PositiveIntegerField(verbose_name='order')),
                ('ground', models.CharField(blank=True, choices=[('a', 'fraud in declaring achievements (point a)'), ('b', 'false information or a forged file (point b)'), ('c', 'appraisal or proposal contrary to law (point c)'), ('d', 'violations in the counted period, by a conclusion or judgment (point d)')], max_length=1, verbose_name='ground of revocation')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='facts behind it')),
                ('correction', models.JSONField(blank=True, default=dict)),
                ('prize', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='prize, đồng')),
                ('prize_basis', models.CharField(blank=True, max_length=300, verbose_name='how it is computed')),
                ('candidate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.candidate')),
                ('decision', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='decisions.decision')),
                ('entry', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.entry')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='decisions.decisionitem')),
                ('refers_to', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='register.entry')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
