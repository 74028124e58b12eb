"""Standard numbers: GB/T 4754—2017 read, written one way, or refused with a suggestion."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import permutations
from typing import Any

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
LATEST_YEAR = 2099
LONGEST = 100  # characters; no body's numbers come near, and a pasted page is not searched


class NumberFlaw(StrEnum):
    """Why a text is not a standard number."""

    EMPTY = "empty"
    NO_PREFIX = "no_prefix"
    UNKNOWN_PREFIX = "unknown_prefix"
    NO_YEAR = "no_year"
    BAD_YEAR = "bad_year"
    DASH_FOR_COLON = "dash_for_colon"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardNumber:
    """A text read as a standard number.

    `normalized` is the one spelling of the text also when it is not valid; then `problem` says
    why and `suggestion` is a valid number that was probably meant. `number`, `part`, `year` are
    texts: 0287 is not 287, and ASTM's year is two digits.
    """

    text: str
    normalized: str
    level: str | None = None
    pattern: str | None = None
    prefix: str | None = None
    number: str | None = None
    part: str | None = None
    year: str | None = None
    problem: NumberFlaw | None = None
    suggestion: str | None = None

    @property
    def valid(self) -> bool:
        """Has the text the shape of a number some body issues?"""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One shape with its level."""

    id: str
    level: str
    shape: re.Pattern[str]


def normalise(text: str) -> str:
    """Half-width letters, one kind of dash, single spaces; nothing is added."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES)
    return re.sub(r"\s+", " ", plain).strip()


def spelling(read: StandardNumber) -> str:
    """The one spelling under which a valid number is kept: a space after its prefix."""
    prefix, text = read.prefix or "", read.normalized
    rest = text.removeprefix(prefix)
    glued = bool(prefix) and rest != text and rest[:1].isdigit()
    return f"{prefix} {rest}" if glued else text


@lru_cache(maxsize=10_000)
def parse(text: str) -> StandardNumber:
    """Read one standard number, in any width and with any dash. Sources: standard_patterns.toml."""
    normalized = normalise(text)
    found = _match(normalized)
    if found is None:
        return _refuse(text, normalized)
    pattern, groups = found
    return StandardNumber(
        text=text,
        normalized=normalized,
        level=pattern.level,
        pattern=pattern.id,
        prefix=groups["prefix"],
        number=groups["number"],
        part=groups.get("part"),
        year=groups.get("year"),
    )


def _match(normalized: str) -> tuple[Pattern, dict[str, str | None]] | None:
    if len(normalized) > LONGEST:
        return None
    for pattern in patterns():
        if match := pattern.shape.fullmatch(normalized):
            return pattern, match.groupdict()
    return None


def _refuse(text: str, normalized: str) -> StandardNumber:
    suggestion = _suggest(normalized)
    return StandardNumber(
        text=text,
        normalized=normalized,
        problem=_problem(normalized, suggestion),
        suggestion=suggestion,
    )


def _problem(normalized: str, suggestion: str | None) -> NumberFlaw:
    if not normalized:
        return NumberFlaw.EMPTY
    if suggestion and suggestion.replace(":", "-") == normalized:
        return NumberFlaw.DASH_FOR_COLON
    if suggestion:
        return NumberFlaw.MALFORMED
    if not normalized[0].isalpha():
        return NumberFlaw.NO_PREFIX
    if _letters(normalized) not in known_prefixes():
        return NumberFlaw.UNKNOWN_PREFIX
    return _year_problem(normalized)


def _year_problem(normalized: str) -> NumberFlaw:
    """The year is absent, or is not one of 1900–2099."""
    end = re.search(r"[-:](\d+)$", normalized)
    if end is None:
        return NumberFlaw.NO_YEAR if re.search(r"\d$", normalized) else NumberFlaw.MALFORMED
    year = end[1]
    two_digits = len(year) == 2 and end[0][0] == "-"  # ASTM and old national numbers have them
    plausible = two_digits or (len(year) == 4 and 1900 <= int(year) <= LATEST_YEAR)
    return NumberFlaw.MALFORMED if plausible else NumberFlaw.BAD_YEAR


def _letters(normalized: str) -> str:
    found = re.match(r"[A-Z]+(?:/(?![TZ]\b)[A-Z]\b)?", normalized.upper())
    return found[0] if found else ""


# One repair each; two or three together cover what clerks write.
REPAIRS: tuple[Callable[[str], str], ...] = (
    str.upper,
    lambda text: re.sub(r"《.*》|\(.*\)$", "", text).strip(),
    lambda text: re.sub(r"^([A-Z]{2,3})T(?=[ \d-])", r"\1/T", text),
    lambda text: re.sub(r"^([A-Z]{2,3})/T-(?=\d)", r"\1/T ", text),
    lambda text: re.sub(r"^T-(?=[A-Z])", "T/", text),
    lambda text: re.sub(r"^Q[ -](?=[0-9A-Z])", "Q/", text),
    lambda text: re.sub(r"(?<=\d) (?=(?:19|20)\d{2}$)", "-", text),
    lambda text: re.sub(r"-(?=(?:19|20)\d{2}$)", ":", text),
    lambda text: re.sub(r":(?=(?:19|20)\d{2}$)", "-", text),
    lambda text: re.sub(r"^(ISO|IEC|EN|JIS|ASTM|UL)(?=[A-Z]?\d)", r"\1 ", text),
    lambda text: re.sub(r"^(JIS [A-Z])(?=\d)", r"\1 ", text),
    lambda text: text.replace(" ", ""),
)
MOST_REPAIRS = 3


def _suggest(normalized: str) -> str | None:
    """The valid number fewest repairs away, or none."""
    if len(normalized) > LONGEST:
        return None
    return next((text for text in _repaired(normalized) if _match(text)), None)


def _repaired(text: str) -> Iterator[str]:
    upper = text.upper()
    useful = [repair for repair in REPAIRS if repair(text) != text or repair(upper) != upper]
    for count in range(1, MOST_REPAIRS + 1):
        for chosen in permutations(useful, count):
            repaired = text
            for repair in chosen:
                repaired = repair(repaired)
            yield repaired


@cache
def patterns() -> tuple[Pattern, ...]:
    """The shapes, in the order they are tried."""
    data = _data()
    fragments = dict(data["fragments"])
    fragments["industry_codes"] = "|".join(data["industries"])
    return tuple(
        Pattern(one["id"], one["level"], re.compile(_expand(one["shape"], fragments)))
        for one in data["pattern"]
    )


@cache
def known_prefixes() -> frozenset[str]:
    """The letters a standard number may begin with."""
    examples = {_letters(one["example"]) for one in _data()["pattern"]}
    other = {
        "EN",
        "IEC",
        "CISPR",
        "IWA",
        "CXC",
        "CXG",
        "CODEX",
        "CAC",
        "JJG",
        "JGJ",
        "CJJ",
        "TSG",
        "PAS",
    }
    return frozenset(examples | other | set(_data()["industries"]))


def _expand(shape: str, fragments: dict[str, str]) -> str:
    """Fill {fragment} until none is left; {2} and {1,3} are quantifiers and stay."""
    filled = re.sub(r"\{([a-z]\w*)\}", lambda found: fragments[found[1]], shape)
    return filled if filled == shape else _expand(filled, fragments)


@cache
def _data() -> dict[str, Any]:
    source = files(__package__).joinpath("standard_patterns.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
