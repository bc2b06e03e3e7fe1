"""A residential group's list of cultured families, pasted as its head would from Excel."""

from random import Random

from thidua.modules.dossiers import pasted
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.households import enter_households
from thidua.modules.dossiers.drafts import DossierDraft
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Household
from thidua.site.sample.names import Names
from thidua.site.sample.stage import Stage

GROUP, SEED, N_MORE = "TDP02", 1642, 130
REASONS = (
    "có thành viên bị xử phạt hành chính về trật tự đô thị",
    "không tham gia họp bình xét, chưa đăng ký thi đua",
)


def load_families(stage: Stage) -> None:
    unit, on = stage.units[GROUP], stage.ago(3)
    officer, now = stage.of_unit(GROUP, Role.UNIT_OFFICER, on), stage.at(on)
    period = stage.period(unit)
    dossier = create(
        organisation=unit,
        receiver=stage.units["P"],
        draft=DossierDraft(
            title=f"Đề nghị công nhận Gia đình văn hóa {period.label} của {unit.name}", period=period
        ),
        actor=officer,
        on=on,
        now=now,
    )
    known = list(
        Household.objects.filter(organisation=unit).order_by("pk").values_list("head_name", "address")
    )
    enter_households(dossier=dossier, rows=pasted.read(_sheet(known)), actor=officer, now=now)


def _sheet(known: list[tuple[str, str]]) -> str:
    """The households that the records know, and others; one in forty is left out."""
    chance = Random(SEED)
    names = Names(chance)
    homes = [*known, *((names.person(is_female=n % 2 == 0), names.address()) for n in range(N_MORE))]
    lines = ["STT\tChủ hộ\tĐịa chỉ\tSố thành viên\tTỷ lệ tán thành\tGhi chú\tLý do không đề nghị"]
    for n, (head, address) in enumerate(homes, 1):
        reason = REASONS[n // 40 % 2] if n % 40 == 0 else ""
        agreement = chance.randint(31, 58) if reason else chance.randint(82, 100)
        lines.append(f"{n}\t{head}\t{address}\t{chance.randint(2, 7)}\t{agreement}%\t\t{reason}")
    return "\n".join(lines)
