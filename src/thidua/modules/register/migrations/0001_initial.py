import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('organisations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('n_entries', models.PositiveBigIntegerField(default=0)),
                ('head', models.CharField(max_length=64)),
                ('body', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='chain', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'chain of the register',
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveBigIntegerField(verbose_name='number in the book')),
                ('act', models.CharField(choices=[('grant', 'conferred'), ('revoke', 'revoked'), ('correct', 'corrected')], default='grant', max_length=10, verbose_name='act')),
                ('honour', models.CharField(max_length=12, verbose_name='honour')),
                ('name', models.CharField(max_length=200, verbose_name='name as on the decision')),
                ('honorific', models.CharField(blank=True, max_length=20, verbose_name='honorific')),
                ('post', models.CharField(blank=True, max_length=120, verbose_name='post')),
                ('position', models.CharField(blank=True, max_length=15, verbose_name='position')),
                ('unit_name', models.CharField(max_length=200, verbose_name='unit as on the decision')),
                ('level', models.CharField(max_length=12, verbose_name='level')),
                ('decision_number', models.CharField(blank=True, max_length=60, verbose_name='decision')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('decision_id', models.BigIntegerField(blank=True, null=True)),
                ('decided_by', models.CharField(max_length=200, verbose_name='decided by')),
                ('signer', models.CharField(blank=True, max_length=160, verbose_name='signed by')),
                ('ground', models.CharField(choices=[('merit', 'merit (công trạng)'), ('sudden', 'sudden feat (đột xuất)'), ('movement', 'emulation movement (phong trào, chuyên đề)'), ('career', 'long service (quá trình cống hiến)'), ('years', 'years of service (niên hạn)'), ('external', 'external relations (đối ngoại)')], max_length=10, verbose_name='ground')),
                ('line', models.CharField(choices=[('state', 'state and territory'), ('sector', 'sector'), ('party', 'Party'), ('union', 'Fatherland Front and unions'), ('army', 'army'), ('police', 'police')], default='state', max_length=8, verbose_name='line')),
                ('achievement', models.TextField(blank=True, verbose_name='achievement')),
                ('period_label', models.CharField(blank=True, max_length=60, verbose_name='for the period')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('first_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='merit counted from')),
                ('last_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='merit counted to')),
                ('source', models.CharField(choices=[('decision', 'decision made here'), ('original', 'original decision'), ('photo', 'photo of the certificate'), ('list', 'list'), ('declared', 'declared by the person'), ('elsewhere', 'decided by another body')], default='decision', max_length=10, verbose_name='source')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('salt', models.CharField(max_length=32)),
                ('personal_hash', models.CharField(max_length=64)),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('search', models.TextField(editable=False)),
                ('entered_at', models.DateTimeField()),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='register.chain')),
                ('collective', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='people.collective')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='people.household')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='organisations.organisation', verbose_name='unit')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='people.person')),
                ('refers_to', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='register.entry')),
            ],
            options={
                'verbose_name': 'entry of the register',
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(models.F('search'), name='gin_trgm_ops'), name='entry_search'), models.Index(fields=['-year', '-id'], name='entry_newest'), models.Index(fields=['organisation', '-year', '-id'], name='entry_of_unit'), models.Index(fields=['honour', '-year', '-id'], name='entry_of_honour'), models.Index(fields=['chain', '-year', '-id'], name='entry_of_body'), models.Index(condition=models.Q(('refers_to__isnull', False)), fields=['refers_to', 'act'], name='entry_later_acts'), models.Index(fields=['ground', '-year', '-id'], name='entry_of_ground'), models.Index(condition=models.Q(('source', 'decision'), _negated=True), fields=['-year', '-id'], name='entry_of_old'), models.Index(fields=['decision_number'], name='entry_decision'), models.Index(condition=models.Q(('act', 'grant')), fields=['decided_on', 'organisation', 'id'], name='entry_of_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('collective__isnull', True), ('household__isnull', True), ('person__isnull', False)), models.Q(('collective__isnull', False), ('household__isnull', True), ('person__isnull', True)), models.Q(('collective__isnull', True), ('household__isnull', False), ('person__isnull', True)), _connector='OR'), name='entry_of_one', violation_error_message='Choose exactly one person, collective or household.'), models.UniqueConstraint(fields=('chain', 'place'), name='entry_place_once'), models.CheckConstraint(condition=models.Q(models.Q(('act', 'grant'), ('refers_to__isnull', True)), models.Q(models.Q(('act', 'grant'), _negated=True), ('refers_to__isnull', False)), _connector='OR'), name='entry_later_act_refers', violation_error_message='A revocation or correction names the entry that it concerns.'), models.CheckConstraint(condition=models.Q(models.Q(('source', 'decision'), _negated=True), models.Q(('decided_on__isnull', False), models.Q(('decision_number', ''), _negated=True)), _connector='OR'), name='entry_decision_here_is_dated', violation_error_message='An entry from a decision needs its number and day.'), models.CheckConstraint(condition=models.Q(('first_year__isnull', True), ('last_year__gte', models.F('first_year')), _connector='OR'), name='entry_years_in_order', violation_error_message='The last year cannot come before the first.')],
            },
        ),
        migrations.CreateModel(
            name='EntryCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('unchecked', 'not yet compared'), ('checked', 'compared')], max_length=10)),
                ('note', models.CharField(max_length=200, verbose_name='what was compared')),
                ('checked_at', models.DateTimeField()),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='register.entry')),
            ],
            options={
                'verbose_name': 'comparison with the source',
            },
        ),
        migrations.CreateModel(
            name='Signet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('n_entries', models.PositiveBigIntegerField()),
                ('head', models.CharField(max_length=64)),
                ('key_id', models.CharField(max_length=40)),
                ('signature', models.CharField(max_length=128)),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signets', to='register.chain')),
            ],
            options={
                'verbose_name': 'signed head of a chain',
                'constraints': [models.UniqueConstraint(fields=('chain', 'on'), name='signet_once_a_day')],
            },
        ),
    ]
