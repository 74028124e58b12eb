"""Whole and decimal numbers, as people write them in lists. Nothing is rounded."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

import polars as pl

from duibiao.imports.definition import Column, ColumnKind
from duibiao.imports.flaws import Flaw
from duibiao.imports.reading.found import Flaws, Found

GROUPED = r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$"
PLAIN = r"^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$"
EXPONENT = r"(?i)^[+-]?\d+(?:\.\d+)?E[+-]?\d{1,2}$"
NOISY = r"^-?\d{1,13}\.\d{5,}$"  # may be more digits than a workbook's number has
# A unit written behind: what is before it is suggested, never taken silently.
WITH_UNIT = (
    r"^(?:约|约为|大约|近)?\s*([+-]?[\d,]+(?:\.\d+)?)\s*(?:人|名|个|家|元|万元|%|％|平方米|亩)?$"
)
WHOLE_DIGITS = 18  # of a whole number in the database


def read_number(frame: pl.DataFrame, column: Column) -> Found:
    """Integer or decimal; full-width digits and thousands commas are read, units are asked."""
    whole = column.kind is ColumnKind.INTEGER
    written = pl.col(column.name)
    frame = frame.with_columns(_plain(frame, column))
    flaws = Flaws(frame, column)
    number = written.str.contains(PLAIN)
    flaws.add(~number, Flaw.NOT_A_NUMBER, suggestion=_suggested(written))
    places = pl.col("fraction").str.len_chars()
    limit = 0 if whole else column.places
    fine = number & (places <= limit)
    flaws.add(
        number & (places > limit),
        Flaw.NOT_WHOLE if whole else Flaw.TOO_MANY_PLACES,
        expected=str(limit),
        suggestion=_quantised(frame, column, limit),
    )
    digits = WHOLE_DIGITS if whole else column.digits - column.places
    large = fine & (pl.col("integral").str.len_chars() > digits)
    flaws.add(large, Flaw.TOO_LARGE, expected=str(digits))
    typed = pl.when(fine & ~large).then(written).otherwise(None)
    frame = frame.with_columns(_typed(typed, column).alias("typed"))
    return _within(frame, column, flaws)


def _plain(frame: pl.DataFrame, column: Column) -> list[pl.Expr]:
    """The number without commas and padding zeros, and its digits before and after the point."""
    text = pl.col(column.name).str.normalize("NFKC").str.replace_all(r"\s", "")
    text = text.str.replace_all("[‒–—−]", "-")
    text = pl.when(text.str.contains(GROUPED)).then(text.str.replace_all(",", "")).otherwise(text)
    if frame.select(text.str.contains(EXPONENT).any()).item():
        text = text.map_elements(_without_exponent, return_dtype=pl.String)
    if frame.select(text.str.contains(NOISY).any()).item():
        places = 0 if column.kind is ColumnKind.INTEGER else column.places
        text = _without_noise(text, places)
    text = pl.when(text.str.contains(PLAIN)).then(_trimmed(text)).otherwise(text)
    return [
        text.alias(column.name),
        text.str.extract(r"\.(\d*)$", 1).fill_null("").alias("fraction"),
        text.str.extract(r"^[+-]?(\d*)", 1).fill_null("").alias("integral"),
    ]


def _trimmed(text: pl.Expr) -> pl.Expr:
    """1000.00 → 1000, 007 → 7: as many digits as the number has."""
    text = text.str.replace(r"^\+", "")
    text = pl.when(text.str.contains(r"\.")).then(text.str.replace(r"\.?0*$", "")).otherwise(text)
    text = text.str.replace(r"^(-?)0+(\d)", "${1}${2}")
    text = text.str.replace(r"^(-?)\.", "${1}0.")
    return pl.when(text.is_in(["", "-", "-0"])).then(pl.lit("0")).otherwise(text)


def _without_exponent(text: str) -> str:
    """1.2E+5 → 120000, as workbooks store long numbers."""
    try:
        return f"{Decimal(text):f}"
    except InvalidOperation:
        return text


def _without_noise(text: pl.Expr, places: int) -> pl.Expr:
    """14111892.689999999, as a workbook's binary number 14111892.69 is told: such a number has
    15 digits. Taken back only where a number of the column's own places is that very number."""
    value = pl.when(text.str.contains(NOISY)).then(text).otherwise(None).cast(pl.Float64)
    short = value.round(places)
    same = (value - short).abs() <= value.abs() * 1e-15
    told = short.cast(pl.Decimal(38, places)).cast(pl.String)
    return pl.when(same).then(told).otherwise(text)


def _suggested(written: pl.Expr) -> pl.Expr:
    return written.str.extract(WITH_UNIT, 1).str.replace_all(",", "")


def _quantised(frame: pl.DataFrame, column: Column, places: int) -> pl.Expr:
    """The number with as many places as may be, half to even; made for the few that need it."""
    fraction = pl.col("fraction").str.len_chars() > places
    step = Decimal(1).scaleb(-places)
    few = frame.filter(fraction & pl.col(column.name).str.contains(PLAIN))[column.name].unique()
    rounded = {
        text: f"{Decimal(text).quantize(step, rounding=ROUND_HALF_EVEN):f}"
        for text in few.to_list()
        if len(text) < 28
    }
    return pl.col(column.name).replace_strict(rounded, default="", return_dtype=pl.String)


def _typed(text: pl.Expr, column: Column) -> pl.Expr:
    if column.kind is ColumnKind.INTEGER:
        return text.cast(pl.Int64, strict=False)
    return text.str.to_decimal(scale=column.places).cast(column.frame_type)


def _within(frame: pl.DataFrame, column: Column, flaws: Flaws) -> Found:
    """The bounds a column may have."""
    flaws.frame = frame
    typed = pl.col("typed")
    outside = pl.lit(value=False)
    if column.at_least is not None:
        outside = outside | (typed < column.at_least)
        flaws.add(typed < column.at_least, Flaw.BELOW, expected=str(column.at_least))
    if column.at_most is not None:
        outside = outside | (typed > column.at_most)
        flaws.add(typed > column.at_most, Flaw.ABOVE, expected=str(column.at_most))
    values = frame.select(pl.when(~outside).then(typed).alias(column.name))[column.name]
    return Found(values, tuple(flaws.found))
