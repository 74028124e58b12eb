"""Why a text could not be read. Every position counts characters of the original text from 1."""

from __future__ import annotations

from dataclasses import dataclass

from duibiao.core.errors import Fact


@dataclass(eq=False)
class EmptyCell(Fact):
    """Nothing is written: not stated yet, which is neither "no requirement" nor zero."""

    position: int = 1
    found: str = ""
    code = "empty_cell"


@dataclass(eq=False)
class TextProblem(Fact):
    """A place in the text that stops the reading."""

    position: int
    found: str
    code = "text_problem"


@dataclass(eq=False)
class TwoReadings(TextProblem):
    """A text with two honest readings; choosing one would be a guess."""

    one: str
    other: str
    code = "two_readings"


class NotVerified(TextProblem):
    """未核实: somebody noted that the value is still to be checked."""

    code = "not_verified"


class NotStatedYet(TextProblem):
    """待定 / TBD."""

    code = "not_stated_yet"


class TooLong(TextProblem):
    """More characters than any requirement has; `found` is their number."""

    code = "too_long"


class ControlCharacter(TextProblem):
    """An invisible control character inside the text; `found` is its code point."""

    code = "control_character"


class HiddenDirection(TextProblem):
    """A mark that reverses the direction of writing: what is seen is not what is stored."""

    code = "hidden_direction"


class DamagedCharacter(TextProblem):
    """A replacement, surrogate or private character: the original was lost on the way."""

    code = "damaged_character"


class CombiningCharacter(TextProblem):
    """A combining mark on a number or sign: ≤ with a stroke is not ≤."""

    code = "combining_character"


class SpreadsheetError(TextProblem):
    """#REF!, #DIV/0! and their kin."""

    code = "spreadsheet_error"


class SpreadsheetFormula(TextProblem):
    """A formula arrived instead of its value."""

    code = "spreadsheet_formula"


class Markup(TextProblem):
    """HTML tags or entities."""

    code = "markup"


class LooksLikeDate(TextProblem):
    """A date or a time of day; spreadsheets turn 3-4 into one."""

    code = "looks_like_date"


class MalformedNumber(TextProblem):
    """Digits that form no number: 1.2.3, 100×200, 1/0."""

    code = "malformed_number"


class NumberTooLarge(TextProblem):
    """An exponent or a number of digits that no quantity has."""

    code = "number_too_large"


class AmbiguousPower(TwoReadings):
    """1×105: 105 or 10⁵?"""

    code = "ambiguous_power"


class AmbiguousReading(TwoReadings):
    """5W-30, 60±5%: two readings that give different sets."""

    code = "ambiguous_reading"


class MissingNumber(TextProblem):
    """A comparator without its number."""

    code = "missing_number"


class ReversedRange(TwoReadings):
    """A range whose first number is the larger; `one` and `other` are the two numbers."""

    code = "reversed_range"


class Contradiction(TextProblem):
    """Limits that no value can meet: ≥5≤3."""

    code = "contradiction"


class MixedUnits(TwoReadings):
    """Two units in one statement; `one` and `other` are the units."""

    code = "mixed_units"


class UnexpectedText(TextProblem):
    """Something between or after the numbers that the grammar does not know."""

    code = "unexpected_text"


class Approximate(TextProblem):
    """约 / 左右 / ≈ sets no limit."""

    code = "approximate"


class UnlabelledCases(TextProblem):
    """Several limits and nothing that says which applies when."""

    code = "unlabelled_cases"


class UnclosedBracket(TextProblem):
    """A bracket without its partner."""

    code = "unclosed_bracket"


class IncompletePlan(TextProblem):
    """A sampling plan without n, c or m; `found` names what is missing."""

    code = "incomplete_plan"


class GradeRange(TextProblem):
    """A span or a bound of grades that is not "at least this grade"."""

    code = "grade_range"
