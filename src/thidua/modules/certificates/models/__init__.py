from thidua.modules.certificates.models.batch import (
    Batch,
    BatchState,
    PrintFile,
    PrintState,
    ProofSheet,
    ProofState,
    Why,
)
from thidua.modules.certificates.models.blank import BlankLayout, Printer
from thidua.modules.certificates.models.certificate import Certificate, CertificateState, Receiver
from thidua.modules.certificates.models.stock import BlankFate, BlankStock, BlankUse

__all__ = [
    "Batch",
    "BatchState",
    "BlankFate",
    "BlankLayout",
    "BlankStock",
    "BlankUse",
    "Certificate",
    "CertificateState",
    "PrintFile",
    "PrintState",
    "Printer",
    "ProofSheet",
    "ProofState",
    "Receiver",
    "Why",
]
