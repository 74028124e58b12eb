"""The verdict that carries its proof (field.md §4 item 2).

A proof is one canonical JSON document: the whole scheme, the declaration as written, the policy,
the engine's version, every comparison with its normalised sets, rule and sentence, and the SHA-256
of all of it. `replay` needs nothing else: it refuses a document in which one byte was changed, and
one whose results do not follow from its inputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duibiao.core import ENGINE_VERSION
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.explain import Say, declaration_from, record
from duibiao.core.compare.judge import Judgement, Policy, judge
from duibiao.core.compare.scheme_document import read_scheme
from duibiao.core.errors import Fact

FORMAT = "duibiao-proof/1"


@dataclass(eq=False)
class ProofRefused(Fact):
    """A proof that does not hold: why, and at which place of the document."""

    reason: str
    path: str = ""
    code = "proof_refused"


def prove(judgement: Judgement, scheme_document: dict[str, Any], say: Say) -> bytes:
    """The proof of a judgement, as canonical bytes."""
    body = {
        "format": FORMAT,
        "judgement": record(judgement, say),
        "scheme_document": scheme_document,
    }
    return canonical({**body, "sha256": digest(body)})


def replay(content: bytes, say: Say) -> Judgement:
    """Check a proof and judge its inputs again; raises ProofRefused unless all of it holds."""
    document = _sound(content)
    stated = document["judgement"]
    try:
        scheme = read_scheme(document["scheme_document"])
        declaration = declaration_from(stated["declaration"])
        judgement = judge(scheme, declaration, Policy(**_policy(stated["policy"])))
    except (KeyError, TypeError, ValueError, Fact) as problem:
        raise ProofRefused("incomplete", str(problem)) from problem
    again = load(canonical(record(judgement, say)))
    place = first_difference(stated, again)
    if place is not None:
        raise ProofRefused("result_does_not_follow", place)
    return judgement


def first_difference(a: Any, b: Any, path: str = "judgement") -> str | None:
    """The first place where two JSON values differ, or None."""
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted(a.keys() | b.keys()):
            if key not in a or key not in b:
                return f"{path}.{key}"
            found = first_difference(a[key], b[key], f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            return f"{path}[{min(len(a), len(b))}]"
        pairs = enumerate(zip(a, b, strict=True))
        places = (first_difference(x, y, f"{path}[{n}]") for n, (x, y) in pairs)
        return next((place for place in places if place), None)
    return None if a == b else path


def _sound(content: bytes) -> dict[str, Any]:
    """The document, if its bytes are canonical and its digest and version are right."""
    try:
        document = load(content)
    except (ValueError, RecursionError) as problem:
        raise ProofRefused("not_json") from problem
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProofRefused("not_a_proof", "format")
    if canonical(document) != content:
        raise ProofRefused("bytes_changed")
    body = {key: value for key, value in document.items() if key != "sha256"}
    if digest(body) != document.get("sha256"):
        raise ProofRefused("digest_differs", "sha256")
    engine = document.get("judgement", {}).get("engine")
    if engine != ENGINE_VERSION:
        raise ProofRefused("other_engine", f"judgement.engine={engine}")
    return document


def _policy(stated: dict[str, Any]) -> dict[str, Any]:
    return {**stated, "leading_min_share": Decimal(stated["leading_min_share"])}
