"""Every named read of declarations."""

from duibiao.declarations.queries.content import (
    content_of,
    filing_of,
    findings_of,
    indicators_of,
    parts_of,
)
from duibiao.declarations.queries.counting import Counted, counts_of, with_counts
from duibiao.declarations.queries.trial import declaration_of, kept_trial

__all__ = [
    "Counted",
    "content_of",
    "counts_of",
    "declaration_of",
    "filing_of",
    "findings_of",
    "indicators_of",
    "kept_trial",
    "parts_of",
    "with_counts",
]
