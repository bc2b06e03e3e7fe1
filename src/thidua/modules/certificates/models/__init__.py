from thidua.modules.certificates.models.batch import (
    Batch,
    BatchState,
    PrintFile,
    PrintState,
    ProofSheet,
    ProofState,
    Why,
)
from thidua.modules.certificates.models.certificate import Certificate, CertificateState, Receiver

__all__ = [
    "Batch",
    "BatchState",
    "Certificate",
    "CertificateState",
    "PrintFile",
    "PrintState",
    "ProofSheet",
    "ProofState",
    "Receiver",
    "Why",
]
