import django.db.models.deletion
import uuid
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
            name='Council',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('decision', models.CharField(max_length=120, verbose_name='set up by decision')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='councils', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'council',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='council_ends_later', violation_error_message='The last day must come after the first.')],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='full name')),
                ('post', models.CharField(max_length=160, verbose_name='post')),
                ('role', models.CharField(choices=[('chair', 'chair of the council'), ('vice_chair', 'vice-chair'), ('standing', 'standing member'), ('secretary', 'secretary and member'), ('member', 'member')], default='member', max_length=10, verbose_name='role in the council')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='councils.council')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='council_seats', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'member of a council',
                'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='member_ends_later', violation_error_message='The last day must come after the first.')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title of the sitting')),
                ('subject', models.CharField(choices=[('titles', 'emulation titles (bình xét thi đua)'), ('forms', 'forms of commendation (xét khen thưởng)'), ('both', 'titles and forms')], default='both', max_length=8, verbose_name='considers')),
                ('form', models.CharField(choices=[('sitting', 'sitting'), ('circulated', 'written opinions without a sitting')], default='sitting', max_length=12, verbose_name='form')),
                ('state', models.CharField(choices=[('planned', 'planned'), ('voting', 'voting is open'), ('closed', 'votes counted'), ('cancelled', 'cancelled')], default='planned', editable=False, max_length=10)),
                ('held_on', models.DateField(verbose_name='day')),
                ('begins_at', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='to')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('quorum_percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='quorum in percent of the members')),
                ('quorum_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule')),
                ('recusal_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule members do not vote on an item')),
                ('recusals_confirmed', models.BooleanField(default=False, verbose_name='who does not vote is confirmed')),
                ('tellers', models.TextField(blank=True, verbose_name='tellers, one a line: name, post')),
                ('discussion', models.TextField(blank=True, verbose_name='what was said')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='councils.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'verbose_name': 'sitting of a council',
                'constraints': [models.CheckConstraint(condition=models.Q(('quorum_percent__isnull', True), models.Q(('quorum_basis', ''), _negated=True), _connector='OR'), name='sitting_quorum_has_basis', violation_error_message='Name the rule that sets the quorum.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField(verbose_name='order')),
                ('share_numerator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('share_denominator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('share_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule')),
                ('n_in_favour', models.PositiveSmallIntegerField(null=True)),
                ('n_against', models.PositiveSmallIntegerField(null=True)),
                ('n_invalid', models.PositiveSmallIntegerField(null=True)),
                ('result', models.CharField(choices=[('open', 'not yet voted'), ('passed', 'enough votes'), ('failed', 'not enough votes'), ('dropped', 'dropped: depends on what was not passed')], default='open', editable=False, max_length=8)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agenda_item', to='dossiers.candidate')),
                ('depends_on', models.ManyToManyField(blank=True, related_name='dependants', to='councils.agendaitem')),
                ('recused', models.ManyToManyField(blank=True, related_name='+', to='councils.member')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='councils.sitting')),
            ],
            options={
                'verbose_name': 'item of the agenda',
                'constraints': [models.CheckConstraint(condition=models.Q(('share_numerator__isnull', True), models.Q(('share_basis', ''), _negated=True), _connector='OR'), name='agenda_threshold_has_basis', violation_error_message='Name the rule that sets the share of votes.'), models.CheckConstraint(condition=models.Q(('result__in', ['open', 'dropped']), ('n_in_favour__isnull', False), _connector='OR'), name='agenda_counted_has_votes')],
            },
        ),
        migrations.CreateModel(
            name='AgendaItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('place', models.PositiveIntegerField(verbose_name='order')),
                ('share_numerator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('share_denominator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('share_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule')),
                ('n_in_favour', models.PositiveSmallIntegerField(null=True)),
                ('n_against', models.PositiveSmallIntegerField(null=True)),
                ('n_invalid', models.PositiveSmallIntegerField(null=True)),
                ('result', models.CharField(choices=[('open', 'not yet voted'), ('passed', 'enough votes'), ('failed', 'not enough votes'), ('dropped', 'dropped: depends on what was not passed')], default='open', editable=False, max_length=8)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('candidate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dossiers.candidate')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='councils.agendaitem')),
                ('sitting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='councils.sitting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_present', models.BooleanField(default=True, verbose_name='present')),
                ('way', models.CharField(choices=[('paper', 'paper ballot'), ('written', 'written opinion'), ('screen', 'on screen')], default='paper', max_length=8, verbose_name='votes by')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.member')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance', to='councils.sitting')),
            ],
            options={
                'verbose_name': 'attendance',
                'constraints': [models.UniqueConstraint(fields=('sitting', 'member'), name='attendance_once')],
            },
        ),
        migrations.CreateModel(
            name='AttendanceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_present', models.BooleanField(default=True, verbose_name='present')),
                ('way', models.CharField(choices=[('paper', 'paper ballot'), ('written', 'written opinion'), ('screen', 'on screen')], default='paper', max_length=8, verbose_name='votes by')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='councils.attendance')),
                ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='councils.member')),
                ('sitting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='councils.sitting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CastBallot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('choice', models.CharField(choices=[('for', 'in favour'), ('against', 'not in favour'), ('blank', 'no opinion')], max_length=10)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.agendaitem')),
            ],
            options={
                'verbose_name': 'opened vote',
            },
        ),
        migrations.CreateModel(
            name='CouncilEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('decision', models.CharField(max_length=120, verbose_name='set up by decision')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='councils.council')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MemberEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='full name')),
                ('post', models.CharField(max_length=160, verbose_name='post')),
                ('role', models.CharField(choices=[('chair', 'chair of the council'), ('vice_chair', 'vice-chair'), ('standing', 'standing member'), ('secretary', 'secretary and member'), ('member', 'member')], default='member', max_length=10, verbose_name='role in the council')),
                ('since', models.DateField(verbose_name='since')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('council', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='councils.council')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='councils.member')),
                ('unit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealedBallot',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('sealed', models.BinaryField()),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='councils.sitting')),
            ],
            options={
                'verbose_name': 'sealed ballot',
            },
        ),
        migrations.CreateModel(
            name='SittingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('title', models.CharField(max_length=200, verbose_name='title of the sitting')),
                ('subject', models.CharField(choices=[('titles', 'emulation titles (bình xét thi đua)'), ('forms', 'forms of commendation (xét khen thưởng)'), ('both', 'titles and forms')], default='both', max_length=8, verbose_name='considers')),
                ('form', models.CharField(choices=[('sitting', 'sitting'), ('circulated', 'written opinions without a sitting')], default='sitting', max_length=12, verbose_name='form')),
                ('state', models.CharField(choices=[('planned', 'planned'), ('voting', 'voting is open'), ('closed', 'votes counted'), ('cancelled', 'cancelled')], default='planned', editable=False, max_length=10)),
                ('held_on', models.DateField(verbose_name='day')),
                ('begins_at', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='to')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('quorum_percent', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='quorum in percent of the members')),
                ('quorum_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule')),
                ('recusal_basis', models.CharField(blank=True, max_length=200, verbose_name='by which rule members do not vote on an item')),
                ('recusals_confirmed', models.BooleanField(default=False, verbose_name='who does not vote is confirmed')),
                ('tellers', models.TextField(blank=True, verbose_name='tellers, one a line: name, post')),
                ('discussion', models.TextField(blank=True, verbose_name='what was said')),
                ('council', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='councils.council')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisations.organisation')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='councils.sitting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TellerCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('teller', models.PositiveSmallIntegerField(verbose_name='teller (1 or 2)')),
                ('n_in_favour', models.PositiveSmallIntegerField(verbose_name='in favour')),
                ('n_against', models.PositiveSmallIntegerField(verbose_name='not in favour')),
                ('n_invalid', models.PositiveSmallIntegerField(default=0, verbose_name='invalid')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counts', to='councils.agendaitem')),
                ('keyed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'count of a teller',
                'constraints': [models.UniqueConstraint(fields=('item', 'teller'), name='teller_count_once'), models.CheckConstraint(condition=models.Q(('teller__in', [1, 2])), name='teller_one_or_two', violation_error_message='Two tellers count: the first or the second.'), models.UniqueConstraint(fields=('item', 'keyed_by'), name='teller_two_persons', violation_error_message='The two counts are keyed by two different tellers.')],
            },
        ),
        migrations.CreateModel(
            name='Turnout',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ('attendance', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='turnout', to='councils.attendance')),
            ],
            options={
                'verbose_name': 'turnout',
            },
        ),
    ]
