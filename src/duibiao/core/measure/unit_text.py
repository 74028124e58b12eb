"""Unit text → powers of known units: one grammar for UCUM codes and printed forms.

Products: `.` `·` `*` or a space; division `/`; powers `m2` `m^2` `m²` `m-1`; `10*3`; annotations
`{…}`; brackets. As in UCUM, operators work from left to right: s/m.mg = (s/m)·mg. A printed
product dot after a stroke (W/m·K) is refused, because GB 3101-1993 demands brackets there and
readers differ. A number or unit after a space belongs to its neighbour: g/100 kJ = g/(100 kJ).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from duibiao.core.measure.unit_facts import AmbiguousCase, UnitSyntax, UnknownUnit
from duibiao.core.measure.unit_fold import fold
from duibiao.core.measure.unit_table import TABLE, Atom

SEVERAL_MEANINGS = {
    "度": "℃、°（角度）、kW·h、Shore A",
    "ton": "t（1000 kg）、US_ton、UK_ton",
    "tons": "t（1000 kg）、US_ton、UK_ton",
    "ppt": "‰、pptr（1e-12）",
    "pt": "pt(US)、pt(UK)",
    "ft lb": "ft·lbf",
}


@dataclass(frozen=True, slots=True)
class Power:
    """One unit raised to a power; `of` is its annotation (RE, O2)."""

    atom: Atom
    exponent: int
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A number times powers of units, with the UCUM text that says the same."""

    number: Fraction
    powers: tuple[Power, ...]
    ucum: str

    def raised(self, exponent: int) -> Product:
        """This product to a power."""
        if exponent == 1:
            return self
        powers = tuple(Power(p.atom, p.exponent * exponent, p.of) for p in self.powers)
        ucum = bracketed(self.ucum) + (str(exponent) if exponent != -1 else "-1")
        return Product(self.number**exponent, powers, ucum)


_LONGEST = 120  # characters of a unit; longer is a sentence in the wrong column

ONE = Product(Fraction(1), (), "")


def bracketed(ucum: str) -> str:
    """In brackets when it holds an operator outside annotations."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]", "", ucum)
    return f"({ucum})" if re.search(r"[./]", bare) else ucum


def _odd_spellings() -> re.Pattern[str]:
    """Printed forms that hold an operator, a bracket or a space: matched before the grammar."""
    odd = [s for s in TABLE.exact if re.search(r"[ ()·./*^@-]|^\d", s) and re.search(r"\w", s)]
    alternatives = "|".join(re.escape(s) for s in sorted(odd, key=len, reverse=True))
    return re.compile(rf"(?:{alternatives})(?![\w\[^(]|-\d)")


_ODD = _odd_spellings()
_POWER_OF_TEN = re.compile(r"10[*^](?P<exponent>[+-]?\d+)|10\*(?=[./)]|$)")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,2})?(?!\d)")
_WORD = re.compile(
    r"(?:\[[^\[\]]*\]|[^\s/·.*()^{}\[\]+\-\d])(?:\[[^\[\]]*\]|[^\s/·.*()^{}\[\]+\-])*"
)
_EXPONENT = re.compile(r"(?:\^\(([+-]?\d+)\))|\^?([+-]?\d+)")
_ANNOTATION = re.compile(r"\{([^{}]*)\}")


def parse(text: str) -> Product:
    """Read a unit text. Errors: syntax, unknown_unit, ambiguous_case."""
    if len(text) > _LONGEST or not text.strip():
        raise UnitSyntax(text=text[:_LONGEST], position=0, found=text[:1])
    folded = fold(text)
    if whole := _whole(folded):
        return _single(whole)
    if folded in SEVERAL_MEANINGS:
        raise UnknownUnit(text=text, part=folded, candidates=SEVERAL_MEANINGS[folded])
    reader = _Reader(text, folded.removeprefix("·"))
    product = reader.term()
    if reader.rest:
        raise reader.error()
    return product


def _whole(folded: str) -> Atom | None:
    """The unit a whole text is, its case repaired where one reading is left: DB(A) is dB(A)."""
    readings = list(TABLE.by_case.get(folded.casefold(), {}).values())
    return TABLE.exact.get(folded) or (readings[0][1] if len(readings) == 1 else None)


def _single(atom: Atom) -> Product:
    return Product(Fraction(1), (Power(atom, 1),), atom.ucum)


class _Reader:
    """Recursive descent over one folded text."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.at = 0

    @property
    def rest(self) -> str:
        return self.folded[self.at :]

    def error(self) -> UnitSyntax:
        return UnitSyntax(text=self.text, position=self.at, found=self.rest[:1])

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.folded, self.at)
        if found:
            self.at = found.end()
        return found

    def term(self) -> Product:
        """component (operator component)*, from left to right; a leading / divides 1."""
        product, divided = ONE, False
        if not self.rest.startswith("/"):
            product = self.group()
        while self.rest and self.rest[0] in "/·.*":
            operator = self.rest[0]
            if operator == "·" and divided:
                raise self.error()
            divided = divided or operator == "/"
            self.at += 1
            product = _join(product, self.group(), operator)
        return product

    def group(self) -> Product:
        """Components that stand side by side (a space, or a number before its unit)."""
        product = self.component()
        while self.rest[:1] == " " or (_is_number(product) and self.rest[:1] not in "/·.*)"):
            self.at += self.rest[:1] == " "
            product = _join(product, self.component(), ".")
        return product

    def component(self) -> Product:
        """A bracket, a number, a power of ten, or a unit with exponent and annotation."""
        if self.rest.startswith("("):
            return self.bracket()
        if found := self.take(_POWER_OF_TEN):
            exponent = self.small(found["exponent"] or "1")
            return Product(Fraction(10) ** exponent, (), "10*" + (found["exponent"] or "1"))
        if found := self.take(_ODD):
            return self.annotated(_single(TABLE.exact[found[0]]))
        if found := self.take(_NUMBER):
            return Product(Fraction(found[0]), (), found[0])
        if found := self.take(_ANNOTATION):
            return self.alone(found)
        return self.unit()

    def bracket(self) -> Product:
        self.at += 1
        inside = self.term()
        if not self.rest.startswith(")"):
            raise self.error()
        self.at += 1
        return inside.raised(self.exponent())

    def alone(self, found: re.Match[str]) -> Product:
        """An annotation by itself counts things: {cells}/L."""
        if self.rest and self.rest[0] not in "/.)":
            raise self.error()
        return Product(Fraction(1), (), found[0])

    def unit(self) -> Product:
        """A word of the table, its exponent, its annotation."""
        found = self.take(_WORD)
        if not found:
            raise self.error()
        word = found[0]
        atom = self.lookup(word)
        if atom is None and (digits := re.search(r"\d+$", word)):
            self.at -= len(digits[0])
            word = word[: digits.start()]
            atom = self.lookup(word)
        if atom is None:
            raise UnknownUnit(self.text, word, SEVERAL_MEANINGS.get(word, ""))
        return self.annotated(_single(atom).raised(self.exponent()))

    def exponent(self) -> int:
        found = self.take(_EXPONENT)
        return self.small(found[1] or found[2]) if found else 1

    def small(self, digits: str) -> int:
        """An exponent no quantity exceeds; larger ones are slips of the pen."""
        if len(digits.lstrip("+-")) > 2 or not int(digits):
            raise self.error()
        return int(digits)

    def annotated(self, product: Product) -> Product:
        found = self.take(_ANNOTATION)
        if not found:
            return product
        powers = tuple(Power(p.atom, p.exponent, found[1]) for p in product.powers)
        return Product(product.number, powers, product.ucum + found[0])

    def lookup(self, word: str) -> Atom | None:
        """The unit a word stands for; a wrong case is repaired when it has one reading."""
        if atom := TABLE.exact.get(word):
            return atom
        readings = TABLE.by_case.get(word.casefold(), {})
        if len(readings) > 1:
            names = "、".join(spelling for spelling, _ in readings.values())
            raise AmbiguousCase(text=self.text, part=word, readings=names)
        return next((atom for _, atom in readings.values()), None)


def _is_number(product: Product) -> bool:
    """A number as printed, whose unit may follow without a space: 100kJ, 0.1MPa."""
    return product.ucum.replace(".", "", 1).isdigit()


def _join(a: Product, b: Product, operator: str) -> Product:
    """a·b or a/b, keeping the UCUM text."""
    if operator == "/":
        ucum = f"{a.ucum}/{bracketed(b.ucum)}"
        b = b.raised(-1)
    else:
        ucum = f"{a.ucum}.{b.ucum}" if a.ucum else b.ucum
    return Product(a.number * b.number, a.powers + b.powers, ucum)
