"""The unified social credit code of a legal person or other organisation (GB 32100-2015)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015, table 2: no I, O, S, V, Z
WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))  # clause 4.6: 3^(i-1) mod 31
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714-1997, 3.3

# Registration authority and kind of organisation: GB 32100-2015, table 1 and its later additions.
# 54, 55, G1 and J1 are issued in practice (villagers' and residents' committees …) though the
# table of 2015 does not list them; refusing them would refuse real organisations.
CATEGORIES = frozenset(
    authority + kind
    for authority, kinds in {
        "1": "1239",
        "2": "19",
        "3": "123459",
        "4": "19",
        "5": "123945",
        "6": "129",
        "7": "129",
        "8": "19",
        "9": "123",
        "A": "19",
        "N": "1239",
        "Y": "1",
        "G": "1",
        "J": "1",
    }.items()
    for kind in kinds
)
# The first two digits of GB/T 2260; 10 is the state level (100000).
PROVINCES = (
    frozenset([10, 71, 81, 82])
    | frozenset(range(11, 16))
    | frozenset(range(21, 24))
    | frozenset(range(31, 38))
    | frozenset(range(41, 47))
    | frozenset(range(50, 55))
    | frozenset(range(61, 66))
)


class CodeFlaw(StrEnum):
    """What is wrong with a code, in the order of checking."""

    LENGTH = "length"
    CHARSET = "charset"
    CATEGORY = "category"
    REGION = "region"
    CHECK_DIGIT = "check_digit"
    ORG_CODE = "org_code"  # a hint only: old codes exist whose ninth-digit check does not hold


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCode:
    """The finding on one code: `found` stands where `expected` would fit."""

    code: str
    valid: bool
    reason: CodeFlaw | None = None
    found: str = ""
    expected: str = ""


def check(code: str) -> CreditCode:
    """Check a code as written: half-width capitals, no spaces. Source: GB 32100-2015, clause 4."""
    if len(code) != LENGTH:
        return _wrong(code, CodeFlaw.LENGTH, str(len(code)), str(LENGTH))
    foreign = "".join(character for character in code if character not in ALPHABET)
    if foreign:
        return _wrong(code, CodeFlaw.CHARSET, foreign, ALPHABET)
    if code[:2] not in CATEGORIES:
        return _wrong(code, CodeFlaw.CATEGORY, code[:2], "")
    if not code[2:8].isdigit() or int(code[2:4]) not in PROVINCES:
        return _wrong(code, CodeFlaw.REGION, code[2:8], "")
    if code[-1] != (digit := check_digit(code[:-1])):
        return _wrong(code, CodeFlaw.CHECK_DIGIT, code[-1], digit)
    if code[16] != (digit := organisation_check_digit(code[8:16])):
        return CreditCode(
            code=code, valid=True, reason=CodeFlaw.ORG_CODE, found=code[16], expected=digit
        )
    return CreditCode(code=code, valid=True)


def check_digit(first: str) -> str:
    """The 18th character for the first 17; ValueError on a character outside the alphabet.

    Source: GB 32100-2015, 4.6: (31 − Σ Ci·Wi mod 31) mod 31.
    """
    pairs = zip(first, WEIGHTS, strict=True)
    total = sum(ALPHABET.index(character) * weight for character, weight in pairs)
    return ALPHABET[-total % len(ALPHABET)]


def organisation_check_digit(body: str) -> str:
    """The last character of an organisation code for its first eight (GB 11714-1997, 3.3)."""
    pairs = zip(body, ORGANISATION_WEIGHTS, strict=True)
    total = sum(int(character, 36) * weight for character, weight in pairs)
    return "0123456789X"[-total % 11]


def _wrong(code: str, reason: CodeFlaw, found: str, expected: str) -> CreditCode:
    return CreditCode(code=code, valid=False, reason=reason, found=found, expected=expected)
