"""How many of those proposed the ward wants to be direct workers: of all, and a little less of CSTĐCS."""

from datetime import date

from thidua.modules.dossiers.actions.targets import set_target
from thidua.modules.dossiers.drafts import TargetDraft
from thidua.site.sample.stage import Stage

BASIS = "Kế hoạch thi đua năm của phường (minh họa)"
TARGETS = (("", 60, True), ("CSTDCS", 50, False))


def load_targets(stage: Stage) -> None:
    ward, since = stage.units["P"], date(stage.on.year, 1, 1)
    for honour, percent, is_printed in TARGETS:
        draft = TargetDraft(
            unit=ward, honour=honour, percent=percent, is_printed=is_printed, basis=BASIS, since=since
        )
        set_target(organisation=ward, draft=draft, actor=stage.actor("chuyenvien"))
