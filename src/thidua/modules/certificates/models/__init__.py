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

__all__ = [
    "Batch",
    "BatchState",
    "BlankLayout",
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
