"""One byte string for one meaning: canonical JSON and its SHA-256.

Keys sorted by code point, no spaces, UTF-8, numbers as plain decimals without trailing zeros
(0.10 and 0.1 are one number). Used for scheme digests and proofs.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

KEYS = frozenset({str})
PLAIN = frozenset({str, int, bool, type(None)})
FLAT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> bytes:
    """The canonical bytes of a JSON value whose numbers are int or Decimal."""
    return _write(value).encode("utf-8")


def digest(value: Any) -> str:
    """SHA-256 of the canonical bytes, as lower-case hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def load(content: bytes | str) -> Any:
    """Read JSON with exact decimals; a key given twice, NaN and Infinity are refused."""
    return json.loads(
        content,
        parse_float=Decimal,
        parse_constant=_refuse_constant,
        object_pairs_hook=_unique_keys,
    )


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    if not number:
        return "0"
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _write(value: Any) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        if _is_flat(value):
            return FLAT.encode(value)
        pairs = (f"{_write(str(key))}:{_write(value[key])}" for key in sorted(value))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(_write(item) for item in value) + "]"
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _is_flat(value: dict[Any, Any]) -> bool:
    """Texts, whole numbers, yes and no under text keys: json's own encoder writes the same."""
    return KEYS.issuperset(map(type, value)) and PLAIN.issuperset(map(type, value.values()))


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number in JSON")


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"key given twice: {next(k for k in keys if keys.count(k) > 1)}")
    return result
