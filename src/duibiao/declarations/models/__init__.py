"""Tables of declarations: the self-service trial; what an enterprise files; its review."""

from duibiao.declarations.models.content import ExecutedStandard, KeyIndicator, Product
from duibiao.declarations.models.declaration import Declaration, SignerRole
from duibiao.declarations.models.evidence import Evidence, EvidenceKind
from duibiao.declarations.models.review import ReturnReason, ReviewPin, Submission
from duibiao.declarations.models.trial import Trial

__all__ = [
    "Declaration",
    "Evidence",
    "EvidenceKind",
    "ExecutedStandard",
    "KeyIndicator",
    "Product",
    "ReturnReason",
    "ReviewPin",
    "SignerRole",
    "Submission",
    "Trial",
]
