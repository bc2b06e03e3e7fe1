"""The words proposed for a draft: whom it is about, who decides, what is paid, who carries it out."""

from collections.abc import Iterable, Sequence
from datetime import date

from thidua.modules.decisions import grounds
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.models import Candidate
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import TERRITORIES, letterhead
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.rulebook import api as rulebook


def periods(candidates: Iterable[Candidate]) -> str:
    """The evaluation periods, as papers name them, each once."""
    labels = {c.dossier.period.label: None for c in candidates if c.dossier.period}
    return ", ".join(labels)


def title(candidates: Sequence[Candidate]) -> str:
    """As in: Về việc tặng danh hiệu thi đua và hình thức khen thưởng năm học 2025–2026."""
    natures = {rulebook.honour(c.honour).nature for c in candidates}
    what = {
        frozenset({"title"}): "công nhận danh hiệu thi đua",
        frozenset({"form"}): "khen thưởng",
    }.get(frozenset(natures), "công nhận danh hiệu thi đua và khen thưởng")
    verb = f"truy tặng, {what}" if any(c.is_posthumous for c in candidates) else what
    return f"Về việc {verb} {periods(candidates)}".strip()


def heading(organisation: Organisation, signer: SigningAuthority | None, on: date) -> str:
    """Who decides: the post of the head of the body (NĐ 30/2020, App. III, note 6)."""
    post = (signer.head_post if signer else "Người đứng đầu").capitalize()
    return f"{post} {letterhead(organisation, on).agency}"


def money(organisation: Organisation) -> str:
    fund = f"Quỹ thi đua, khen thưởng của {_short(organisation)}"
    return f"Tiền thưởng kèm theo được chi từ {fund} theo mức quy định của pháp luật về thi đua, khen thưởng."


def _short(organisation: Organisation) -> str:
    return f"{organisation.name[:1].lower()}{organisation.name[1:]}"


def executors(organisation: Organisation) -> str:
    named = "các đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1"
    if organisation.kind in TERRITORIES:
        return f"Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {_short(organisation)}, {named}"
    return f"Trưởng các bộ phận, {named}"


def merit(candidates: Sequence[Candidate]) -> str:
    said = {c.achievement for c in candidates}
    if len(said) == 1 and (only := said.pop()):
        return f"{only[:1].lower()}{only[1:]}"
    named = periods(candidates)
    return f"đã có thành tích xuất sắc trong {named}" if named else "đã có thành tích xuất sắc"


def propose(decision: Decision, candidates: Sequence[Candidate], on: date) -> None:
    """Fill in what is still empty."""
    body = decision.organisation
    decision.authority = decision.authority or heading(body, decision.signer, on)
    decision.grounds = decision.grounds or grounds.proposed(body, candidates, on)
    decision.proposer = decision.proposer or grounds.proposed_by(body, candidates)
    decision.merit = decision.merit or merit(candidates)
    decision.money = decision.money or money(body)
    decision.executors = decision.executors or executors(body)
    decision.copies = decision.copies or ["Như Điều 3"]
    decision.symbol = "QĐ-UBND" if body.kind in TERRITORIES else "QĐ"
