"""News of councils: members who vote on screen are told that voting is open."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.modules.councils.models import Attendance, Sitting, VotingWay
from thidua.modules.notices.api import News, tell
from thidua.modules.organisations.api import system


def voting_opened(event: Event) -> None:
    row = Sitting.objects.select_related("organisation").get(pk=event.subject)
    seats = Attendance.objects.filter(sitting=row, way=VotingWay.SCREEN)
    now = timezone.now()
    news = News(
        _("Voting is open: put in your ballot."), reverse("sittings_ballot", args=[row.pk]), str(event.id)
    )
    users = User.objects.filter(pk__in=seats.values("member__user"))
    tell(actor=system(civil_day(now)), now=now, news=news, users=users, organisation=row.organisation)
