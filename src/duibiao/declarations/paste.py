"""A block pasted from a spreadsheet, or lines typed one by one, through the same recogniser."""

from __future__ import annotations

from duibiao.core.compare.scheme import Scheme
from duibiao.declarations.recognise import Recognised, recognise
from duibiao.files.delimited import table
from duibiao.files.facts import FileEmpty, FileTooLarge, FileUnclosedQuote, Weighed
from duibiao.files.grid import Workbook
from duibiao.files.limits import MEGABYTE

PASTE_MB = 1
ONE_COLUMN = "\0"  # no line holds it: each line is one cell


def paste(text: str, scheme: Scheme) -> Recognised:
    """Cells cut at tabs (quoted cells may span lines); else each line is name and requirement.

    Raises FileTooLarge over 1 MB and FileEmpty for blanks.
    """
    size = len(text.encode("utf-8", "replace"))
    if size > PASTE_MB * MEGABYTE:
        raise FileTooLarge("", Weighed.PASTE, round(size / MEGABYTE, 1), PASTE_MB)
    plain = text.replace("\0", " ").replace("\r\n", "\n").strip("\n")
    if not plain.strip():
        raise FileEmpty("")
    return recognise(_cells(plain), scheme)


def _cells(text: str) -> Workbook:
    delimiter = delimiter_of(text)
    try:
        return table(text, "", delimiter)
    except FileUnclosedQuote:  # 5" typed by hand is an inch, not a quotation
        return table(text.replace('"', "″"), "", delimiter)


def delimiter_of(text: str) -> str:
    """Tabs if there are any; else a comma or bar that cuts every line alike; else none."""
    if "\t" in text:
        return "\t"
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in (",", "|"):
        counts = {line.count(delimiter) for line in lines}
        if len(counts) == 1 and counts != {0} and len(lines) > 1:
            return delimiter
    return ONE_COLUMN
