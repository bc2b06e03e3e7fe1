"""The first draft of an article, from what is known: the editor goes on from there."""

from django.utils.translation import gettext as _

from thidua.kernel.text import clean
from thidua.law.honours import catalogue
from thidua.modules.campaigns.models import Campaign
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.newsroom.drafts import ArticleDraft
from thidua.modules.newsroom.richtext import paragraphs_of
from thidua.modules.register.models import Entry

LONGEST_HEADLINE = 200


def _draft(headline: str, lead: str, paragraphs: list[str], source: str) -> ArticleDraft:
    body = paragraphs_of("\n\n".join(part for part in paragraphs if part.strip()))
    return ArticleDraft(
        headline=clean(headline)[:LONGEST_HEADLINE], lead=clean(lead), body=body, source=clean(source)
    )


def of_exemplar(exemplar: Exemplar) -> ArticleDraft:
    """Deed, day, place and what the visits found; who confirmed it stays inside."""
    words = {"name": exemplar.name, "unit": exemplar.organisation.name}
    when = {"day": exemplar.deed_on.strftime("%d/%m/%Y"), "place": exemplar.deed_place}
    return _draft(
        _("A good example: %(name)s (%(unit)s)") % words,
        _first_sentence(exemplar.deed),
        [exemplar.deed, _("It was on %(day)s at %(place)s.") % when],
        exemplar.organisation.name,
    )


def of_entry(entry: Entry) -> ArticleDraft:
    words = {"who": clean(f"{entry.honorific} {entry.name}"), "honour": _honour(entry.honour)}
    decided = {
        "number": entry.decision_number,
        "day": entry.decided_on.strftime("%d/%m/%Y") if entry.decided_on else "",
        "by": entry.decided_by,
        "unit": entry.unit_name,
    }
    by_decision = _("%(unit)s: by decision %(number)s of %(day)s, %(by)s.") % decided
    headline = _("%(who)s receives %(honour)s") % words
    return _draft(headline, by_decision, [f"{headline}. {by_decision}", entry.achievement], entry.unit_name)


def of_campaign(campaign: Campaign) -> ArticleDraft:
    return _draft(
        _("Campaign “%(name)s”") % {"name": campaign.name}, "", [campaign.name], campaign.organisation.name
    )


def _honour(code: str) -> str:
    known = catalogue().get(code)
    return known.name_vi if known else code


def _first_sentence(text: str) -> str:
    first, dot, _rest = clean(text).partition(". ")
    return first + dot.strip()
