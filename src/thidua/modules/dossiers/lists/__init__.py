"""Lists of candidates out of Excel that become draft dossiers; they are sent on from the dossier's own page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy

from thidua.modules.dossiers import policy
from thidua.modules.dossiers.actions.candidates import add_lines
from thidua.modules.dossiers.actions.drafts_undone import delete_drafts
from thidua.modules.dossiers.drafts import CandidateLine
from thidua.modules.dossiers.lists.columns import COLUMNS
from thidua.modules.dossiers.lists.files import File
from thidua.modules.dossiers.lists.lines import LineReader, Listed, Reading
from thidua.modules.dossiers.lists.there import keys_of, leave_out_proposed
from thidua.modules.intake.api import Judge, Kind, Line, Setting, Verdict
from thidua.modules.people.api import Twice, Units, addressed


def judge(setting: Setting) -> Judge:
    units, twice, by = Units(setting), Twice(), Reading(setting)

    def look(lines: Sequence[Line]) -> list[Verdict]:
        read = addressed(lines, units, by.finder, setting.on)
        verdicts = [LineReader(one, by).verdict() for one in read]
        twice.mark_all(lines, verdicts, keys_of)
        leave_out_proposed([verdict for verdict in verdicts if not verdict.errors], setting.actor)
        return verdicts

    return look


def enter(setting: Setting, values: Sequence[Listed]) -> list[int]:
    """The dossier of each line."""
    lines: dict[File, list[CandidateLine]] = defaultdict(list)
    for one in values:
        lines[one.file].append(one.line)
    for file, listed in lines.items():
        add_lines(dossier=file.dossier(setting), lines=listed, actor=setting.actor, now=setting.now)
    return [one.file.dossier(setting).pk for one in values]


def undo(setting: Setting, ids: Sequence[int]) -> None:
    delete_drafts(ids=ids, actor=setting.actor)


DOSSIERS = Kind(
    code="ho-so",
    label=gettext_lazy("Dossiers with their candidates"),
    note=gettext_lazy(
        "A line for each candidate: who (in the records), honours, year or school year. Becomes a draft dossier for each unit and period; nothing is sent."
    ),
    columns=COLUMNS,
    may=policy.may_create,
    judge=judge,
    enter=enter,
    undo=undo,
    after="dossiers_list",
    near=gettext_lazy("name reads nearly the same"),
    doubt=gettext_lazy("Is the one named here: enter"),
)


def intake_kinds() -> Iterator[Kind]:
    yield DOSSIERS
