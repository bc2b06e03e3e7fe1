"""Invitations by e-mail with the day for the calendar, and what the invited answer on the web; news afterwards."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.audit import Author
from thidua.foundation.models import OutgoingMail
from thidua.foundation.permissions import require
from thidua.kernel.text import clean
from thidua.modules.ceremonies import policy
from thidua.modules.ceremonies.actions.planning import CannotPlan, held_row
from thidua.modules.ceremonies.drafts import PublicAnswer
from thidua.modules.ceremonies.letters import answer_url, calendar_of, honour_of
from thidua.modules.ceremonies.models import Answer, Attendee, Ceremony
from thidua.modules.ceremonies.outcome import news_of
from thidua.modules.ceremonies.queries import attendees_of
from thidua.modules.ceremonies.seating import same_person
from thidua.modules.newsroom import api as newsroom
from thidua.modules.newsroom.models import Article
from thidua.modules.organisations.api import Actor


@action
def mail_invitations(*, ceremony: Ceremony, actor: Actor, now: datetime) -> int:
    """To everybody with an address who was not written to yet; gives how many letters were written."""
    held = held_row(ceremony)
    require(policy.may_mail(actor, held))
    rows = list(attendees_of(held).filter(mailed_at__isnull=True).exclude(email=""))
    told = calendar_of(held, now)
    OutgoingMail.objects.bulk_create(_mail(held, row, told, now) for row in rows)
    for row in rows:
        row.mailed_at = now
    Attendee.objects.bulk_update(rows, ["mailed_at"])
    return len(rows)


def _mail(ceremony: Ceremony, row: Attendee, told: str, now: datetime) -> OutgoingMail:
    """In Vietnamese, as the paper is."""
    why = f"Đến dự và nhận {honour_of(row.honour)}." if row.is_recipient else "Đến dự với tư cách khách mời."
    lines = [
        f"Kính gửi: {row}{', ' + row.role if row.role else ''}",
        f"{ceremony.organisation.name} trân trọng kính mời dự: {ceremony.title}.",
        f"Thời gian: {ceremony.starts_at:%H:%M}, ngày {ceremony.on:%d/%m/%Y}. Địa điểm: {ceremony.venue}.",
        why,
        f"Trả lời, báo cần hỗ trợ đi lại hoặc chỗ ngồi tại: {answer_url(row)}",
    ]
    return OutgoingMail(
        to=row.email,
        subject=f"Giấy mời: {ceremony.title}"[:200],
        body="\n\n".join(lines),
        calendar=told,
        effect=f"ceremony-invitation/{row.pk}/{now.isoformat()}",
        written_at=now,
    )


@action
def answer_invitation(
    *, attendee: Attendee, draft: PublicAnswer, actor: Author | None, on: date, now: datetime
) -> Attendee:
    """By whoever holds the code; a person with two honours answers once for both."""
    held = held_row(attendee.ceremony)
    require(policy.may_answer(held, on))
    if draft.answer not in {Answer.COMES, Answer.SENDS, Answer.DECLINES}:
        raise CannotPlan(_("Choose an answer."), field="answer")
    if draft.answer == Answer.SENDS and not clean(draft.representative):
        raise CannotPlan(_("Name who comes instead."), field="representative")
    instead = clean(draft.representative) if draft.answer == Answer.SENDS else ""
    for row in same_person(attendee):
        row.answer, row.representative = draft.answer, instead
        row.needs, row.answered_at = clean(draft.needs), now
        row.save(update_fields=["answer", "representative", "needs", "answered_at"])
    return attendee


@action
def begin_news(*, ceremony: Ceremony, actor: Actor, now: datetime) -> Article:
    """The article of this ceremony: written once, then found again."""
    held = held_row(ceremony)
    require(policy.may_tell(held))
    if held.article is None:
        draft = news_of(held)
        held.article = newsroom.write(organisation=held.organisation, draft=draft, actor=actor, now=now)
        held.save(update_fields=["article"])
    return held.article
