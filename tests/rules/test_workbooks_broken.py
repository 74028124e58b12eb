"""Mangled and hostile workbooks: a located message, no traceback, ten seconds, bounded memory.

Cases of reliability.md §6 E (49-60) and of issue 2. Every file goes through the limited process.
"""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from duibiao.declarations.paste import paste
from duibiao.declarations.problems import Problem
from duibiao.declarations.recognise import recognise
from duibiao.declarations.template import template
from duibiao.files.annotate import annotate
from duibiao.files.conclusion import Conclusion
from duibiao.files.container import OLE_MAGIC
from duibiao.files.facts import FileProblem
from duibiao.files.limited import Task, run
from duibiao.files.limits import WALL_SECONDS
from duibiao.files.workbook import read_workbook
from duibiao.ui.wording import sentence
from tests.rules.workbook_material import inline, package, scheme, sheet_xml, with_sheet, xlsx

SCHEME = "01-infant-knitwear"
HEADED = f"<row>{inline('A1', '项目')}{inline('B1', '要求')}</row>"
FORMALDEHYDE = f"<row>{inline('A2', '甲醛含量')}{inline('B2', '≤20')}</row>"
GOOD = xlsx([["项目", "要求"], ["甲醛含量", "≤20"]])
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
XML_2003 = b'<?xml version="1.0"?><W xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def ole(stream: str) -> bytes:
    """The head of an old compound file with a stream of this name."""
    return OLE_MAGIC + bytes(504) + stream.encode("utf-16-le") + bytes(2000)


def rows_of(count: int, row: str) -> bytes:
    """A sheet of so many equal rows, written without unpacking it in this process twice."""
    return with_sheet(sheet_xml(row * count))


def many_sheets(count: int) -> bytes:
    """A workbook of so many sheets."""
    entries = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(count))
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return package(
        {"xl/workbook.xml": f"<workbook {main} {relation}><sheets>{entries}</sheets></workbook>"}
    )


def encrypted_zip() -> bytes:
    """A zip whose parts are flagged as encrypted."""
    content = bytearray(GOOD)
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)


def many_names(count: int) -> list[list[object]]:
    """A table of so many different names the scheme does not have."""
    rows: list[list[object]] = [["项目", "要求"]]
    rows += [[f"某指标{n}号", "≤1"] for n in range(count)]
    return rows


def damaged() -> bytes:
    """A workbook with some bytes of its sheet overwritten."""
    start = GOOD.find(b"xl/worksheets/sheet1.xml") + 60
    return GOOD[:start] + b"\xff" * 60 + GOOD[start + 60 :]


def lying_size() -> bytes:
    """A zip whose directory understates the size of a part."""
    content = bytearray(with_sheet(sheet_xml(HEADED + "<row/>" * 2_000_000)))
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


def merges(count: int, span: str) -> str:
    return "<mergeCells>" + f'<mergeCell ref="{span}"/>' * count + "</mergeCells>"


# name → (content, filename, code of the fact that refuses the file)
REFUSED: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty file": (lambda: b"", "a.xlsx", "file_empty"),
    "blanks only": (lambda: b" \r\n\t ", "a.csv", "file_empty"),
    "NUL bytes only": (lambda: bytes(500), "a.xls", "file_empty"),
    "text with NUL bytes": (lambda: b"a,b\0,c\n", "a.csv", "file_kind"),
    "truncated zip": (lambda: GOOD[: len(GOOD) // 2], "a.xlsx", "file_broken"),
    "damaged zip": (damaged, "a.xlsx", "file_broken"),
    "docx named xlsx": (lambda: package({"word/document.xml": "<x/>"}), "a.xlsx", "file_kind"),
    "any zip named xlsx": (lambda: package({"a.txt": "x"}), "a.xlsx", "file_kind"),
    "ods": (lambda: package({"mimetype": "x", "content.xml": "<x/>"}), "a.ods", "file_kind"),
    "xlsb": (lambda: package({"xl/workbook.bin": "x"}), "a.xlsb", "file_kind"),
    "html named xls": (lambda: b"<html><table><tr><td>1", "a.xls", "file_kind"),
    "XML spreadsheet of 2003": (
        lambda: (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        "a.xls",
        "file_kind",
    ),
    "pdf named xlsx": (lambda: b"%PDF-1.7 ...", "a.xlsx", "file_kind"),
    "picture named csv": (lambda: b"\x89PNG\r\n\x1a\n....", "a.csv", "file_kind"),
    "old Word document": (lambda: ole("WordDocument"), "a.xls", "file_kind"),
    "password to open": (lambda: ole("EncryptedPackage"), "a.xlsx", "file_encrypted"),
    "encrypted zip": (encrypted_zip, "a.xlsx", "file_encrypted"),
    "xls with macros, cut off": (lambda: ole("Workbook_VBA_PROJECT_CUR"), "a.xls", "file_broken"),
    "billion laughs": (
        lambda: with_sheet(LAUGHS + sheet_xml("&b;")),
        "a.xlsx",
        "file_forbidden_part",
    ),
    "entity from outside": (
        lambda: with_sheet(OUTSIDE + sheet_xml("&a;")),
        "a.xlsx",
        "file_forbidden_part",
    ),
    "document type from outside": (
        lambda: with_sheet('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sheet_xml(HEADED)),
        "a.xlsx",
        "file_forbidden_part",
    ),
    "XML not closed": (lambda: with_sheet("<worksheet><sheetData>"), "a.xlsx", "file_broken"),
    "zip bomb": (
        lambda: with_sheet(sheet_xml(HEADED), xl__media__a_xml=bytes(60_000_000)),
        "a.xlsx",
        "file_zip_bomb",
    ),
    "unpacks too far": (
        lambda: package(
            {"xl/workbook.xml": "<x/>", **{f"{n}.xml": bytes(4_900_000) for n in range(25)}}
        ),
        "a.xlsx",
        "file_too_large",
    ),
    "too many parts": (
        lambda: package({f"{n}": "" for n in range(2_100)}),
        "a.xlsx",
        "file_too_many",
    ),
    "everything merged": (
        lambda: with_sheet(sheet_xml(HEADED, merges(1, "A1:XFD1048576"))),
        "a.xlsx",
        "file_merge_too_large",
    ),
    "many large merges": (
        lambda: with_sheet(sheet_xml(HEADED, merges(900, "A1:Z1000"))),
        "a.xlsx",
        "file_merge_too_large",
    ),
    "many small merges": (
        lambda: with_sheet(sheet_xml(HEADED, merges(1_100, "A1:B1"))),
        "a.xlsx",
        "file_too_many",
    ),
    "column that does not exist": (
        lambda: with_sheet(sheet_xml(f"<row>{inline('AAAAAAA1', 'x')}</row>")),
        "a.xlsx",
        "file_bad_address",
    ),
    "row that does not exist": (
        lambda: with_sheet(sheet_xml(f"<row>{inline('A1048577', 'x')}</row>")),
        "a.xlsx",
        "file_bad_address",
    ),
    "string table missing": (
        lambda: with_sheet(sheet_xml('<row><c r="A1" t="s"><v>7</v></c></row>')),
        "a.xlsx",
        "file_bad_address",
    ),
    "200 001 empty rows": (lambda: rows_of(200_001, "<row/>"), "a.xlsx", "file_too_many"),
    "a million cells": (
        lambda: rows_of(100_000, "<row>" + "<c/>" * 10 + "</row>"),
        "a.xlsx",
        "file_too_many",
    ),
    "300 sheets": (lambda: many_sheets(300), "a.xlsx", "file_too_many"),
    "directory that lies": (lying_size, "a.xlsx", "file_broken"),
    "one long string used 12 000 times": (
        lambda: with_sheet(
            sheet_xml(("<row>" + '<c t="s"><v>0</v></c>' * 10 + "</row>") * 1_200),
            xl__sharedStrings_xml="<sst><si><t>" + "长" * 300_000 + "</t></si></sst>",
        ),
        "a.xlsx",
        "file_too_large",
    ),
    "CSV cut inside a character": (
        lambda: "项目,要求\n甲醛含量,≤20".encode()[:-1] + b"\xff",
        "a.csv",
        "file_undecodable",
    ),
    "CSV with an open quotation": (
        lambda: '项目,要求\n甲醛含量,"≤20\n铅,≤90\n'.encode(),
        "a.csv",
        "file_unclosed_quote",
    ),
    "more than 20 MB": (lambda: b"a,b\n" * 6_000_000, "a.csv", "file_too_large"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    """A fact with a sentence in both languages, in time, naming the file."""
    make, filename, code = REFUSED[name]
    content = make()
    started = time.monotonic()
    with pytest.raises(FileProblem) as refused:
        read_workbook(content, filename)
    assert time.monotonic() - started < WALL_SECONDS + 2
    assert refused.value.code == code
    assert filename in sentence(refused.value, "zh")
    assert filename in sentence(refused.value, "en")


ERROR_CELL = '<c r="B2" t="e"><v>#REF!</v></c>'
NO_VALUE = '<c r="B2"><f>Sheet2!A1</f></c>'
NAMED = f"<row>{HEADED[5:-6]}</row><row>{inline('A2', '甲醛含量')}"

# name → (content, code, where the message points)
MANGLED: dict[str, tuple[bytes, str, str]] = {
    "only headings": (xlsx([["项目", "要求"]]), "declaration_indicator_missing", "Sheet1"),
    "no recognisable column": (xlsx([["一月", "二月"], [1, 2]]), "declaration_no_table", "Sheet1"),
    "no requirement column": (
        xlsx([["项目", "检测结果"], ["甲醛含量", "18"]]),
        "declaration_no_requirements",
        "Sheet1!A2",
    ),
    "duplicate indicator": (
        xlsx([["项目", "要求"], ["甲醛含量", "≤20"], ["甲醛", "≤75"]]),
        "declaration_duplicate",
        "Sheet1!B2",
    ),
    "error cell": (with_sheet(sheet_xml(f"{NAMED}{ERROR_CELL}</row>")), "cell_is_error", "表一!B2"),
    "formula without a value": (
        with_sheet(sheet_xml(f"{NAMED}{NO_VALUE}</row>")),
        "cell_has_no_value",
        "表一!B2",
    ),
    "date": (
        xlsx([["项目", "要求"], ["耐唾液色牢度", (46085, 'm"月"d"日"')]]),
        "cell_is_date",
        "Sheet1!B2",
    ),
    "32 767 characters": (
        xlsx([["项目", "要求"], ["甲醛含量", "≤" + "2" * 32_766]]),
        "cell_too_long",
        "Sheet1!B2",
    ),
    "far cell": (
        with_sheet(sheet_xml(f"{HEADED}{FORMALDEHYDE}<row>{inline('XFD1048576', 'x')}</row>")),
        "declaration_far_cell",
        "表一!XFD1048576",
    ),
    "name that is a formula": (
        xlsx([["项目", "要求"], ["=cmd|' /C calc'!A1", "≤20"]]),
        "declaration_name_unknown",
        "Sheet1!A2",
    ),
    "requirement without a name": (
        xlsx([["项目", "要求"], ["甲醛含量", "≤20"], ["", "≥4"]]),
        "declaration_name_missing",
        "Sheet1!B3",
    ),
    "macros renamed": (
        with_sheet(sheet_xml(HEADED + FORMALDEHYDE), **{"xl/vbaProject.bin": b"x"}),
        "declaration_part_dropped",
        "—",
    ),
    "1 500 different names": (
        xlsx(many_names(1_500)),
        "declaration_too_many_names",
        "Sheet1",
    ),
    "GBK csv with a wrong delimiter": (
        "项目：要求\n甲醛含量：≤20\n异味：无\n".encode("gb18030"),
        "declaration_name_unknown",
        "A3",
    ),
}


@pytest.mark.parametrize("name", MANGLED)
def test_a_mangled_workbook_gives_a_located_message(name: str) -> None:
    """Read as far as it goes, and every problem at its sheet and cell."""
    content, code, where = MANGLED[name]
    started = time.monotonic()
    found = recognise(read_workbook(content, "a.xlsx"), scheme(SCHEME))
    assert time.monotonic() - started < WALL_SECONDS
    problem = next(p for p in found.problems if p.code == code)
    assert problem.values()["where"] == where
    assert all(_said(p) for p in found.problems)


def _said(problem: Problem) -> bool:
    words = sentence(problem, "zh"), sentence(problem, "en")
    return all(words) and not any("{" in w or "StrEnum" in w for w in words)


@pytest.mark.parametrize(
    "dimension", ["A1:XFD1048576", "A1", "", "nonsense"], ids=["whole", "one", "none", "nonsense"]
)
def test_a_declared_dimension_is_not_believed(dimension: str) -> None:
    """A million declared rows cost nothing; what is there is read."""
    text = sheet_xml(HEADED + FORMALDEHYDE)
    text = text.replace("<sheetData>", f'<dimension ref="{dimension}"/><sheetData>', 1)
    found = recognise(read_workbook(with_sheet(text), "a.xlsx"), scheme(SCHEME))
    assert [line.text for line in found.lines] == ["≤20"]


def test_a_list_of_problems_ends_where_nobody_reads_on() -> None:
    """The same indicator a thousand times: places are named up to five, problems up to 500."""
    rows: list[list[object]] = [["项目", "要求"]]
    rows += [["甲醛含量", f"≤{n}"] for n in range(1_000)]
    rows += [["总铅", ""] for _ in range(1_000)]
    found = recognise(read_workbook(xlsx(rows), "a.xlsx"), scheme(SCHEME))
    assert len(found.problems) == 501
    assert max(len(sentence(p)) for p in found.problems) < 300


def test_raised_digits_stay_raised() -> None:
    """10⁴ in rich text is not 104."""
    rich = (
        '<c r="B2" t="inlineStr"><is><r><t>≤10</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r></is></c>'
    )
    content = with_sheet(sheet_xml(f"{NAMED}{rich}</row>"))
    (line,) = recognise(read_workbook(content, "a.xlsx"), scheme(SCHEME)).lines
    assert line.text == "≤10⁴"


def test_a_process_out_of_memory_becomes_a_fact() -> None:
    """The limit holds before the machine does."""
    task = Task(function="duibiao.files.workbook:read_here", filename="a.xlsx", memory_mb=120)
    rows = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{"长" * 50}{r}.{c}</t></is></c>' for c in range(20))
        + "</row>"
        for r in range(12_000)
    )
    with pytest.raises(FileProblem) as refused:
        run(task, with_sheet(sheet_xml(rows)))
    assert refused.value.code == "file_too_heavy"


def test_a_process_out_of_time_becomes_a_fact() -> None:
    """And is ended with all it started."""
    task = Task(function="duibiao.files.workbook:read_here", filename="a.xlsx", seconds=0.01)
    with pytest.raises(FileProblem) as refused:
        run(task, GOOD)
    assert refused.value.code == "file_timeout"


def test_only_our_own_functions_run_in_the_limited_process() -> None:
    """An order for anything else ends without an answer."""
    with pytest.raises(FileProblem):
        run(Task(function="os:getcwd", filename="a.xlsx"), b"x")


def test_the_limited_process_has_no_environment_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """No secret of the server is in reach of a parser."""
    monkeypatch.setenv("DUIBIAO_SECRET", "hush")
    result, _ = run(Task(function="duibiao.files.child:environment", filename=""), b"x")
    assert "DUIBIAO_SECRET" not in result["names"]


def test_a_bomb_is_refused_before_it_is_annotated() -> None:
    """openpyxl never sees what our reader refuses."""
    bomb = with_sheet(sheet_xml(HEADED, merges(1, "A1:XFD1048576")))
    with pytest.raises(FileProblem) as refused:
        annotate(bomb, "a.xlsx", [], Conclusion(""))
    assert refused.value.code == "file_merge_too_large"


def test_a_package_openpyxl_cannot_carry_comes_back_as_a_new_workbook() -> None:
    """A minimal package without content types is readable for us, not for openpyxl."""
    made = annotate(with_sheet(sheet_xml(HEADED + FORMALDEHYDE)), "a.xlsx", [], Conclusion("达到"))
    assert not made.own
    assert zipfile.ZipFile(BytesIO(made.content)).testzip() is None


@pytest.mark.parametrize("text", ["", " \n\t\n", "\0\0"], ids=["nothing", "blanks", "NUL"])
def test_an_empty_paste_is_told(text: str) -> None:
    """Nothing to read."""
    with pytest.raises(FileProblem) as refused:
        paste(text, scheme(SCHEME))
    assert refused.value.code == "file_empty"


def test_a_paste_over_one_megabyte_is_told() -> None:
    """A whole workbook belongs into a file."""
    with pytest.raises(FileProblem) as refused:
        paste("甲" * 400_000, scheme(SCHEME))
    assert refused.value.code == "file_too_large"


@pytest.mark.parametrize("cut", range(50, 5_000, 450))
def test_a_template_cut_anywhere_is_told_broken(cut: int) -> None:
    """An interrupted download."""
    with pytest.raises(FileProblem) as refused:
        read_workbook(template(scheme(SCHEME))[:cut], "a.xlsx")
    assert refused.value.code == "file_broken"
