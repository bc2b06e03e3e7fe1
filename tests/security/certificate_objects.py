"""Certificates that the matrix is tried on, each in the state in which the step is possible."""

from typing import Any

from thidua.modules.certificates.models import (
    Batch,
    BatchState,
    BlankLayout,
    BlankStock,
    BlankUse,
    Certificate,
    CertificateState,
    ProofSheet,
)
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class CertificateObjects:
    ward: Organisation

    def _batch(self, state: BatchState) -> Batch:
        return Batch.objects.filter(organisation=self.ward, state=state).latest("pk")

    def _certificate(self, state: CertificateState) -> Certificate:
        return Certificate.objects.filter(batch__organisation=self.ward, state=state).latest("pk")

    def certificate_batch(self) -> Arguments:
        return {"pk": self._batch(BatchState.RELEASED).pk}

    def released_batch(self) -> Arguments:
        return self.certificate_batch()

    def released_step(self) -> Arguments:
        return {"pk": self._batch(BatchState.PROOFING).pk, "step": "duyet-in"}

    def proof_sheet(self) -> Arguments:
        return {"pk": ProofSheet.objects.filter(batch=self._batch(BatchState.PROOFING)).latest("pk").pk}

    def prepared_certificate(self) -> Arguments:
        batch = self._batch(BatchState.PROOFING)
        Batch.objects.filter(pk=batch.pk).update(state=BatchState.PREPARING)
        return {"pk": batch.certificates.latest("pk").pk}

    def released_certificate(self) -> Arguments:
        found = self.handed_certificate()
        nobody = {"state": CertificateState.RELEASED, "handed_over_on": None, "receiver": "", "handed_to": ""}
        Certificate.objects.filter(**found).update(**nobody)
        return found

    def handed_certificate(self) -> Arguments:
        return {"pk": self._certificate(CertificateState.HANDED_OVER).pk}

    def certificate_code(self) -> Arguments:
        return {"code": self._certificate(CertificateState.HANDED_OVER).code}

    def blank_stock(self) -> Arguments:
        return {"pk": BlankStock.objects.filter(organisation=self.ward).latest("pk").pk}

    def blank_use(self) -> Arguments:
        return {"pk": BlankUse.objects.filter(stock__organisation=self.ward, fate="printed").latest("pk").pk}

    def uncertified_decision(self) -> Arguments:
        batch = self._batch(BatchState.PROOFING)
        for rows in (batch.certificates.all(), batch.proofs.all(), Batch.objects.filter(pk=batch.pk)):
            rows.delete()
        return {"decision_id": batch.decision_id}

    def blank_layout(self) -> Arguments:
        return {"pk": BlankLayout.objects.get(organisation=self.ward).pk}
