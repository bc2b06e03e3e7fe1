"""The achievement report: sections that save themselves, and never lose what two people wrote."""

from collections.abc import Mapping
from datetime import datetime

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.modules.dossiers.actions.lock import locked_candidate
from thidua.modules.dossiers.models import AchievementReport, Candidate
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.dossiers.sections import sections_for
from thidua.modules.organisations.api import Actor


@action
def save_report(
    *, candidate: Candidate, sections: Mapping[str, str], version: int, actor: Actor, now: datetime
) -> AchievementReport:
    """Save the sections. Raises Conflict with both texts when the version is not the one last read."""
    held = locked_candidate(candidate)
    require(may_edit(actor, held.dossier))
    names = [section.code for section in sections_for(held)]
    written = {name: sections[name].strip() for name in names if name in sections}
    report, _made = AchievementReport.objects.get_or_create(candidate=held)
    if report.version != version:
        raise Conflict(theirs={name: report.sections.get(name, "") for name in names}, mine=written)
    report.sections = report.sections | written
    report.version += 1
    report.saved_at = now
    report.save()
    return report
