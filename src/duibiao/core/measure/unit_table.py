"""Every printed form of every unit of `units.txt`.

Pint holds the definitions and computes factors; what Pint does not carry (kind of quantity, UCUM
code, printed forms) stands in the same lines after `#:` and is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from duibiao.core.measure.unit_fold import fold
from duibiao.core.measure.unit_registry import DEFINITIONS

PREFIXES = {
    "q": "quecto", "r": "ronto", "y": "yocto", "z": "zepto", "a": "atto", "f": "femto",
    "p": "pico", "n": "nano", "u": "micro", "μ": "micro", "m": "milli", "c": "centi", "d": "deci",
    "da": "deca", "h": "hecto", "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
    "E": "exa", "Z": "zetta", "Y": "yotta", "R": "ronna", "Q": "quetta",
}  # fmt: skip
CHINESE_PREFIXES = {
    "千": "k", "兆": "M", "吉": "G", "毫": "m", "微": "u", "纳": "n", "皮": "p", "厘": "c",
    "分": "d", "百": "h",
}  # fmt: skip
# Prefixes a person can plausibly have meant when the case is wrong.
USUAL = frozenset(["n", "u", "μ", "m", "c", "d", "k", "M", "G"])
HAN = re.compile(r"[一-鿿]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `units.txt`."""

    name: str
    kind: str
    scale: str
    ucum: str
    prefixes: frozenset[str] = frozenset()
    inverse: bool = False
    exact: bool = False
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Atom:
    """A unit with its prefix: what one word of a unit text stands for."""

    entry: Entry
    prefix: str = ""

    @property
    def name(self) -> str:
        """Its name in the Pint registry."""
        return PREFIXES.get(self.prefix, "") + self.entry.name

    @property
    def ucum(self) -> str:
        """Its UCUM code."""
        return ("u" if self.prefix == "μ" else self.prefix) + self.entry.ucum


@dataclass(slots=True)
class Table:
    """Printed form → unit, exactly and with the letter case set aside."""

    exact: dict[str, Atom] = field(default_factory=dict)
    by_case: dict[str, dict[str, tuple[str, Atom]]] = field(default_factory=dict)

    def add(self, spelling: str, atom: Atom) -> None:
        """Enter a printed form; the first entry of a form stays."""
        self.exact.setdefault(spelling, atom)
        if _repairable(spelling, atom):
            readings = self.by_case.setdefault(spelling.casefold(), {})
            readings.setdefault(atom.name, (spelling, atom))


def _repairable(spelling: str, atom: Atom) -> bool:
    """May a wrong case of this form be read? Not single letters (c, k) nor UCUM's brackets."""
    if atom.entry.exact or spelling.startswith("["):
        return False
    return (not atom.prefix or atom.prefix in USUAL) and (len(spelling) > 1 or spelling in "WVNJ")


def _options(tail: str) -> tuple[dict[str, str], list[str]]:
    """The `key=value` words after `#:`, and the spellings among them."""
    keys: dict[str, str] = {}
    spellings: list[str] = []
    for word in tail.split():
        key, equals, value = word.partition("=")
        if equals and key in ("ucum", "kind", "prefix", "scale"):
            keys[key] = value
        elif word in ("prefix", "inverse", "exact"):
            keys[word] = ""
        else:
            spellings.append(word.replace("~", " "))
    return keys, spellings


def _prefixes(keys: dict[str, str]) -> frozenset[str]:
    if "prefix" not in keys:
        return frozenset()
    return frozenset(keys["prefix"].split(",")) if keys["prefix"] else frozenset(PREFIXES)


def _entry(name: str, kind: str, scale: str, tail: str) -> Entry:
    keys, spellings = _options(tail)
    ucum = keys.get("ucum", "{" + name + "}")
    if "{" not in ucum:
        spellings.insert(0, ucum)
    return Entry(
        name=name,
        kind=keys.get("kind", kind),
        scale=keys.get("scale", scale),
        ucum=ucum,
        prefixes=_prefixes(keys),
        inverse="inverse" in keys,
        exact="exact" in keys,
        spellings=tuple(dict.fromkeys(fold(s) for s in [*spellings, name])),
    )


def entries(text: str) -> Iterator[Entry]:
    """The units of a definition file, in its order."""
    kind = scale = ""
    for line in text.splitlines():
        if header := re.match(r"### (\w+)(?: scale=(\w+))? \|", line):
            kind, scale = header[1], header[2] or "ratio"
        elif unit := re.match(r"(\w+) = [^#]+(?:#: (.*))?$", line):
            yield _entry(unit[1], kind, scale, unit[2] or "")


def _prefixed(entry: Entry, spelling: str) -> Iterator[tuple[str, str]]:
    """Every prefixed form of one spelling: (text, prefix)."""
    if HAN.match(spelling):
        yield from (
            (han + spelling, p) for han, p in CHINESE_PREFIXES.items() if p in entry.prefixes
        )
        return
    for prefix in entry.prefixes:
        if len(spelling) <= 4 or not spelling.isalpha():
            yield prefix + spelling, prefix
        if re.fullmatch("[a-z_]{3,}", spelling):
            yield PREFIXES[prefix] + spelling, prefix
            yield PREFIXES[prefix] + spelling + "s", prefix


def _table(units: list[Entry]) -> Table:
    table = Table()
    for entry in units:
        for spelling in entry.spellings:
            table.add(spelling, Atom(entry))
    for entry in units:
        for spelling in entry.spellings:
            if re.fullmatch("[a-z_]{4,}", spelling):
                table.add(spelling + "s", Atom(entry))
            for text, prefix in _prefixed(entry, spelling):
                table.add(text, Atom(entry, prefix))
    return table


ENTRIES = {entry.name: entry for entry in entries(DEFINITIONS)}
TABLE = _table(list(ENTRIES.values()))
