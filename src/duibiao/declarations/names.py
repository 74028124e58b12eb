"""The scheme's indicators by the names a clerk may use for them."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.core.compare.scheme import Indicator, Scheme
from duibiao.core.identify.indicator_name import Certainty, rank
from duibiao.declarations.cell_text import bare_name, cuts, unit_key, without_unit

LOOKUPS = 800  # different wordings compared in earnest; each costs a few milliseconds
LONGEST_NAME = 80
ASKED = 3  # candidates offered for an uncertain name


class NamesExhausted(Exception):
    """More different wordings than any declaration has."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a wording means: one indicator surely, or candidates to be asked about."""

    indicator: Indicator | None = None
    candidates: tuple[str, ...] = ()
    unit: str | None = None  # found in brackets behind the name

    @property
    def sure(self) -> bool:
        """Exactly one indicator."""
        return self.indicator is not None


NOTHING = Meant()


class NameBook:
    """Looks wordings up, each only once."""

    def __init__(self, scheme: Scheme) -> None:
        self.product = scheme.product
        self.by_name = {i.name: i for i in scheme.indicators}
        self.synonyms = {i.name: i.synonyms for i in scheme.indicators}
        self.known_units = frozenset(unit_key(i.unit) for i in scheme.indicators if i.unit)
        self.seen: dict[str, Meant] = {}

    def look_up(self, text: str) -> Meant:
        """The meaning of a name as written: with or without enumeration, footnote, unit."""
        name = bare_name(text)
        if not name or len(name) > LONGEST_NAME:
            return NOTHING
        if name in self.by_name:
            return Meant(self.by_name[name])
        shorter, unit = without_unit(name, self.known_units)
        if unit is not None:
            found = self._compare(shorter)
            if found.sure:
                return Meant(found.indicator, (), unit)
        whole = self._compare(name)
        if whole.sure or unit is None:
            return whole
        return Meant(None, whole.candidates or self._compare(shorter).candidates, unit)

    def cut(self, text: str) -> tuple[Indicator, str] | None:
        """A cell that holds name and requirement: the indicator and the requirement's text."""
        if bare_name(text) in self.by_name:
            return None
        for name, rest in cuts(text[:200]):
            meant = self.look_up(name)
            if meant.indicator is not None:
                return meant.indicator, rest
        return None

    def _compare(self, name: str) -> Meant:
        if name in self.by_name:
            return Meant(self.by_name[name])
        if name not in self.seen:
            if len(self.seen) >= LOOKUPS:
                raise NamesExhausted
            self.seen[name] = self._rank(name)
        return self.seen[name]

    def _rank(self, name: str) -> Meant:
        ranking = rank(name, self.synonyms, product=self.product)
        if ranking.best is not None:
            return Meant(self.by_name[ranking.best.name])
        if ranking.certainty is Certainty.NONE:
            return NOTHING
        asked = [r.name for r in ranking.ranked if r.match.uncertain or r.match.same]
        return Meant(None, tuple(asked[:ASKED]))
