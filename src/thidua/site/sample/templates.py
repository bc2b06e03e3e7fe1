"""The ward's own template for thư khen, in force for a month, and a letter drawn by it."""

from datetime import date

from thidua.documents.templating import starting_template
from thidua.modules.exemplars import letters
from thidua.modules.exemplars.actions.praising import write_praise
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.papers import templating
from thidua.modules.papers.models import PaperKind
from thidua.site.sample.stage import Stage

DAYS_IN_FORCE = 30


def load_templates(stage: Stage) -> None:
    since = stage.ago(DAYS_IN_FORCE)
    clerk = stage.actor("vanthu", since)
    template = templating.upload(
        organisation=stage.units["P"],
        kind=PaperKind.PRAISE_LETTER,
        name="Mẫu thư khen của phường (minh họa)",
        basis="",
        content=starting_template(PaperKind.PRAISE_LETTER),
        file_name="mau-thu-khen.docx",
        actor=clerk,
        now=stage.at(since),
    )
    templating.put_in_force(template=template, since=since, actor=clerk, on=since)
    _praise(stage, stage.ago(2))


def _praise(stage: Stage, on: date) -> None:
    rows = Exemplar.objects.filter(organisation__parent=stage.units["P"], state=ExemplarState.VERIFIED)
    exemplar = rows.order_by("-deed_on", "-pk").first()
    if exemplar is None:
        return
    write_praise(
        exemplar=exemplar,
        body=stage.units["P"],
        to=letters.addressee(exemplar),
        text=letters.proposed_text(exemplar),
        actor=stage.actor("chuyenvien", on),
        on=on,
        now=stage.at(on),
    )
