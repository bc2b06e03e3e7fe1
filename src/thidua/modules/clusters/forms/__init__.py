from thidua.modules.clusters.forms.cluster import (
    ClusterFilter,
    ClusterForm,
    EndForm,
    HeadForm,
    MemberForm,
    PeriodForm,
)
from thidua.modules.clusters.forms.scoring import (
    AnnounceForm,
    AssignForm,
    CheckForm,
    EvidenceForm,
    RecordForm,
    ScoreForm,
    SettleForm,
    StepForm,
)
from thidua.modules.clusters.forms.sheet import CriterionForm, GroupForm, TermsForm

__all__ = [
    "AnnounceForm",
    "AssignForm",
    "CheckForm",
    "ClusterFilter",
    "ClusterForm",
    "CriterionForm",
    "EndForm",
    "EvidenceForm",
    "GroupForm",
    "HeadForm",
    "MemberForm",
    "PeriodForm",
    "RecordForm",
    "ScoreForm",
    "SettleForm",
    "StepForm",
    "TermsForm",
]
