import django.contrib.postgres.constraints
import django.db.models.deletion
import thidua.modules.organisations.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(unique=True, verbose_name='day')),
                ('is_working', models.BooleanField(verbose_name='worked')),
                ('note', models.CharField(max_length=120, verbose_name='note')),
            ],
            options={
                'verbose_name': 'day of the calendar',
            },
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', 'merger'), ('split', 'split'), ('rename', 'change of name'), ('abolish', 'abolition')], max_length=10, verbose_name='kind')),
                ('on', models.DateField(verbose_name='on')),
                ('decision', models.CharField(max_length=200, verbose_name='by decision')),
                ('note', models.TextField(blank=True, verbose_name='note')),
            ],
            options={
                'verbose_name': 'succession',
            },
        ),
        migrations.CreateModel(
            name='CalendarDayEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('on', models.DateField(verbose_name='day')),
                ('is_working', models.BooleanField(verbose_name='worked')),
                ('note', models.CharField(max_length=120, verbose_name='note')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.calendarday')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=120, verbose_name='short name')),
                ('kind', models.CharField(choices=[('province', 'province or centrally-run city'), ('district', 'district (until 30 June 2025)'), ('commune', 'commune, ward or special zone'), ('department', 'department of the province'), ('office', 'office or section of the commune'), ('school', 'school'), ('health_station', 'health station'), ('police', 'police'), ('military', 'military command'), ('party', 'Party body'), ('mass', 'Fatherland Front, union or association'), ('enterprise', 'enterprise or cooperative'), ('public_unit', 'other public unit'), ('neighbourhood', 'residential group or village')], max_length=20, verbose_name='kind')),
                ('year_kind', models.CharField(choices=[('calendar', 'calendar year'), ('school', 'school year'), ('stage', 'stage of several years'), ('campaign', 'campaign')], default='calendar', max_length=10, verbose_name='evaluated by')),
                ('has_legal_personality', models.BooleanField(default=True, verbose_name='has legal personality')),
                ('since', models.DateField(verbose_name='exists since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('search', models.TextField(editable=False)),
                ('sort', models.TextField(db_collation='C', editable=False)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisations.organisation', verbose_name='belongs to')),
            ],
            options={
                'verbose_name': 'organisation',
                'indexes': [models.Index(fields=['sort', 'id'], name='organisation_sort')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='organisation_ends_later', violation_error_message='The last day must come after the first.')],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('unit_officer', 'unit officer'), ('unit_head', 'head of unit'), ('specialist', 'emulation and commendation specialist'), ('consulted', 'consulted body'), ('council_secretary', 'council secretary'), ('council_member', 'council member'), ('teller', 'teller'), ('leader', 'leader (chairperson)'), ('deputy', 'deputy in charge'), ('clerk', 'clerk (records office)'), ('accountant', 'accountant'), ('complaints', 'receiver of complaints'), ('inspector', 'inspector'), ('visitor', 'visiting inspection team'), ('editor', 'editor'), ('administrator', 'administrator')], max_length=20, verbose_name='role')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='by what paper')),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_over_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='organisations.grant')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'grant of a role',
                'indexes': [models.Index(fields=['user', 'since'], name='grant_of_user')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='grant_ends_later', violation_error_message='The last day must come after the first.'), models.CheckConstraint(condition=models.Q(('handed_over_from__isnull', True), ('until__isnull', False), _connector='OR'), name='grant_handover_is_dated', violation_error_message='A handed-over role needs a last day.'), models.CheckConstraint(condition=models.Q(models.Q(('role', 'visitor'), _negated=True), ('until__isnull', False), _connector='OR'), name='grant_visit_is_dated', violation_error_message='A visiting team reads for dated days only: enter the last day.')],
            },
        ),
        migrations.CreateModel(
            name='GrantEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('unit_officer', 'unit officer'), ('unit_head', 'head of unit'), ('specialist', 'emulation and commendation specialist'), ('consulted', 'consulted body'), ('council_secretary', 'council secretary'), ('council_member', 'council member'), ('teller', 'teller'), ('leader', 'leader (chairperson)'), ('deputy', 'deputy in charge'), ('clerk', 'clerk (records office)'), ('accountant', 'accountant'), ('complaints', 'receiver of complaints'), ('inspector', 'inspector'), ('visitor', 'visiting inspection team'), ('editor', 'editor'), ('administrator', 'administrator')], max_length=20, verbose_name='role')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='by what paper')),
                ('granted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('handed_over_from', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.grant')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.grant')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('depth', models.PositiveSmallIntegerField()),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('ancestor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('descendant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['descendant', 'ancestor'], name='closure_upward')],
                'constraints': [models.UniqueConstraint(fields=('ancestor', 'descendant', 'since'), name='closure_once')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=120, verbose_name='short name')),
                ('kind', models.CharField(choices=[('province', 'province or centrally-run city'), ('district', 'district (until 30 June 2025)'), ('commune', 'commune, ward or special zone'), ('department', 'department of the province'), ('office', 'office or section of the commune'), ('school', 'school'), ('health_station', 'health station'), ('police', 'police'), ('military', 'military command'), ('party', 'Party body'), ('mass', 'Fatherland Front, union or association'), ('enterprise', 'enterprise or cooperative'), ('public_unit', 'other public unit'), ('neighbourhood', 'residential group or village')], max_length=20, verbose_name='kind')),
                ('year_kind', models.CharField(choices=[('calendar', 'calendar year'), ('school', 'school year'), ('stage', 'stage of several years'), ('campaign', 'campaign')], default='calendar', max_length=10, verbose_name='evaluated by')),
                ('has_legal_personality', models.BooleanField(default=True, verbose_name='has legal personality')),
                ('since', models.DateField(verbose_name='exists since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('search', models.TextField(editable=False)),
                ('sort', models.TextField(db_collation='C', editable=False)),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation', verbose_name='belongs to')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrganisationPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('province', 'province or centrally-run city'), ('district', 'district (until 30 June 2025)'), ('commune', 'commune, ward or special zone'), ('department', 'department of the province'), ('office', 'office or section of the commune'), ('school', 'school'), ('health_station', 'health station'), ('police', 'police'), ('military', 'military command'), ('party', 'Party body'), ('mass', 'Fatherland Front, union or association'), ('enterprise', 'enterprise or cooperative'), ('public_unit', 'other public unit'), ('neighbourhood', 'residential group or village')], max_length=20, verbose_name='kind')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='periods', to='organisations.organisation')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'period of an organisation',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='organisation_period_ends_later', violation_error_message='The last day must come after the first.'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(thidua.modules.organisations.models.DateRange(models.F('since'), models.F('until')), '&&'), ('organisation', '=')], name='organisation_one_period_a_day', violation_error_message='On one of these days the organisation already has a name and a place.')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationPeriodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('province', 'province or centrally-run city'), ('district', 'district (until 30 June 2025)'), ('commune', 'commune, ward or special zone'), ('department', 'department of the province'), ('office', 'office or section of the commune'), ('school', 'school'), ('health_station', 'health station'), ('police', 'police'), ('military', 'military command'), ('party', 'Party body'), ('mass', 'Fatherland Front, union or association'), ('enterprise', 'enterprise or cooperative'), ('public_unit', 'other public unit'), ('neighbourhood', 'residential group or village')], max_length=20, verbose_name='kind')),
                ('code', models.CharField(max_length=40, verbose_name='code')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.organisationperiod')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Period',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('calendar', 'calendar year'), ('school', 'school year'), ('stage', 'stage of several years'), ('campaign', 'campaign')], max_length=10, verbose_name='kind')),
                ('label', models.CharField(max_length=60, verbose_name='name on papers')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year (a school year: its closing year)')),
                ('since', models.DateField(verbose_name='first day')),
                ('until', models.DateField(verbose_name='day after the last')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='files due on')),
            ],
            options={
                'verbose_name': 'evaluation period',
                'indexes': [models.Index(fields=['kind', '-year'], name='period_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='period_ends_later', violation_error_message='The last day must come after the first.'), models.UniqueConstraint(fields=('kind', 'label'), name='period_once')],
            },
        ),
        migrations.CreateModel(
            name='PeriodEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('calendar', 'calendar year'), ('school', 'school year'), ('stage', 'stage of several years'), ('campaign', 'campaign')], max_length=10, verbose_name='kind')),
                ('label', models.CharField(max_length=60, verbose_name='name on papers')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year (a school year: its closing year)')),
                ('since', models.DateField(verbose_name='first day')),
                ('until', models.DateField(verbose_name='day after the last')),
                ('closes_on', models.DateField(blank=True, null=True, verbose_name='files due on')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.period')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SuccessionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('merge', 'merger'), ('split', 'split'), ('rename', 'change of name'), ('abolish', 'abolition')], max_length=10, verbose_name='kind')),
                ('on', models.DateField(verbose_name='on')),
                ('decision', models.CharField(max_length=200, verbose_name='by decision')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.succession')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SuccessionLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_keeper', models.BooleanField(default=False, verbose_name='keeps the books')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successor_links', to='organisations.organisation')),
                ('succession', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='organisations.succession')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='predecessor_links', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'succession of an organisation',
                'constraints': [models.UniqueConstraint(fields=('succession', 'predecessor', 'successor'), name='succession_link_once'), models.UniqueConstraint(condition=models.Q(('is_keeper', True)), fields=('predecessor',), name='succession_one_keeper', violation_error_message='The books of a former organisation have exactly one keeper.')],
            },
        ),
        migrations.CreateModel(
            name='SuccessionLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_keeper', models.BooleanField(default=False, verbose_name='keeps the books')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisations.successionlink')),
                ('predecessor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('succession', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.succession')),
                ('successor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
