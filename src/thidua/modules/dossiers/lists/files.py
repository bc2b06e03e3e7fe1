"""The dossiers that a list becomes: one for each unit, period, ground, line, procedure and deed."""

from datetime import date

from thidua.modules.dossiers.actions.draft import create, refuse_incomplete
from thidua.modules.dossiers.drafts import DossierDraft
from thidua.modules.dossiers.models import Dossier
from thidua.modules.dossiers.queries.receiving import receiver_of
from thidua.modules.intake.api import Setting
from thidua.modules.organisations.models import Organisation


class File:
    """Made when the first of its lines is entered; later parts of a long list find it again."""

    def __init__(self, organisation: Organisation, receiver: Organisation, draft: DossierDraft) -> None:
        self.organisation, self.receiver, self.draft = organisation, receiver, draft
        self._dossier: Dossier | None = None

    def dossier(self, setting: Setting) -> Dossier:
        if self._dossier is None:
            self._dossier = create(
                organisation=self.organisation,
                receiver=self.receiver,
                draft=self.draft,
                actor=setting.actor,
                on=setting.on,
                now=setting.now,
            )
        return self._dossier


class Files:
    """One file for each head that the lines of a list have."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._files: dict[tuple[int, DossierDraft], File] = {}
        self._receivers: dict[int, Organisation] = {}

    def of(self, organisation: Organisation, draft: DossierDraft) -> File:
        """Raises Cannot for a head that no dossier can have, or a unit whose dossiers nobody receives."""
        refuse_incomplete(draft, organisation, self._on)
        if organisation.pk not in self._receivers:
            self._receivers[organisation.pk] = receiver_of(organisation, self._on)
        key = (organisation.pk, draft)
        if key not in self._files:
            self._files[key] = File(organisation, self._receivers[organisation.pk], draft)
        return self._files[key]
