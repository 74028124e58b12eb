"""Workbooks: any layout with recognisable columns is read; what is uncertain is asked."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duibiao.core.compare.declaration import DeclaredLine
from duibiao.declarations.headings import Role, role_of
from duibiao.declarations.paste import paste
from duibiao.declarations.recognise import Recognised, recognise
from duibiao.declarations.remarks import problem_remarks
from duibiao.declarations.template import template
from duibiao.demo.workbooks import careful_clerk, example_workbook, hurried_clerk
from duibiao.files.annotate import annotate
from duibiao.files.conclusion import Conclusion, Remark, Tone
from duibiao.files.grid import Workbook, workbook_from_json
from duibiao.files.number_format import show
from duibiao.files.workbook import read_here, read_workbook
from duibiao.ui.wording import sentence
from tests.rules.workbook_material import SCHEME_IDS, scheme, xlsx

KNITWEAR, WATER, PANEL = "01-infant-knitwear", "05-drinking-water", "10-wood-based-panel"


def stated(found: Recognised) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Number of the indicator → text, unit, place."""
    return {line.indicator_id[-2:]: (line.text, line.unit, line.where) for line in found.lines}


def codes(found: Recognised) -> set[str]:
    """The kinds of problems, without the indicators that are merely not stated."""
    return {p.code for p in found.problems} - {"declaration_indicator_missing"}


def here(content: bytes, filename: str = "x.xlsx") -> Workbook:
    """Read without a process of its own: for many small generated workbooks."""
    return workbook_from_json(read_here(content, filename)[0])


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("0.05", "0%", "5%"),
        ("0.125", "0.0%", "12.5%"),
        ("0.5", "0.00", "0.50"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.0000000000000001E-5", "General", "0.00001"),
        ("1500", "#,##0", "1,500"),
        ("20", '"≤"0" mg/kg"', "≤20 mg/kg"),
        ("0.5", "# ?/?", "1/2"),
        ("1.5", "# ?/?", "1 1/2"),
        ("-5", "0.0_);(0.0)", "(5.0)"),
        ("0.001", "0.00E+00", "1.00E-3"),
        ("1.2", "0.0##", "1.2"),
        ("46085", 'm"月"d"日"', "3月4日"),
        ("46085", "d-mmm", "4-Mar"),
        ("46085", "yyyy-mm-dd", "2026-03-04"),
        ("0.5", "h:mm", "12:00"),
    ],
)
def test_a_number_is_read_as_its_cell_shows_it(raw: str, code: str, shown: str) -> None:
    """The displayed form counts: percent, decimals, literal words (ECMA-376-1 18.8.30)."""
    assert show(raw, code).text == shown


@pytest.mark.parametrize(
    ("raw", "code", "typed"),
    [("46085", 'm"月"d"日"', "3-4"), ("46085", "d-mmm", "3-4"), ("46085", "mmm-yy", "3-26")],
)
def test_a_date_tells_what_was_probably_typed(raw: str, code: str, typed: str) -> None:
    """A spreadsheet program makes 4 March of 3-4; the cell keeps both."""
    assert show(raw, code).typed == typed


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("检验项目", Role.NAME),
        ("指　标", Role.NAME),
        ("技术要求", Role.REQUIREMENT),
        ("限值（mg/kg）", Role.REQUIREMENT),
        ("企业标准规定", Role.OWN_REQUIREMENT),
        ("承诺值", Role.OWN_REQUIREMENT),
        ("国家标准", Role.REFERENCE),
        ("计量单位", Role.UNIT),
        ("检测方法", Role.METHOD),
        ("执行标准", Role.STANDARD),
        ("检测结果", Role.MEASURED),
        ("适用情形", Role.CASE),
        ("备 注", Role.NOTE),
        ("Test item", Role.NAME),
        ("Limit", Role.REQUIREMENT),
        ("Test method", Role.METHOD),
        ("≥3-4", None),
    ],
)
def test_heading_words_name_the_role_of_a_column(heading: str, role: Role | None) -> None:
    """Headings in the words of clerks, Chinese and English."""
    assert role_of(heading) == role


LAYOUTS: dict[str, list[list[object]]] = {
    "plain": [["指标", "单位", "要求"], ["甲醛含量", "mg/kg", "≤20"], ["耐唾液色牢度", "级", "≥4"]],
    "odd order": [
        ["备注", "技术要求", "单位", "检验项目"],
        ["", "≤20", "mg/kg", "甲醛"],
        ["", "≥4", "级", "耐唾液色牢度"],
    ],
    "title above, notes below": [
        ["婴幼儿针织服装企业标准"],
        ["编制：张三"],
        ["项目", "标准值", "单位"],
        ["甲醛含量", "≤20", "mg/kg"],
        ["耐唾液色牢度", "≥4", "级"],
        ["注：其他项目执行GB 31701。"],
    ],
    "no headings": [["甲醛含量", "≤20", "mg/kg"], ["耐唾液色牢度", "≥4", "级"]],
    "unit in the name": [["项目", "要求"], ["甲醛含量（mg/kg）", "≤20"], ["耐唾液色牢度/级", "≥4"]],
    "unit in the text": [["项目", "要求"], ["甲醛含量", "≤20"], ["耐唾液色牢度", "≥4"]],
    "results beside": [
        ["项目", "单位", "标准要求", "实测值"],
        ["甲醛含量", "mg/kg", "≤20", "未检出"],
        ["耐唾液色牢度", "级", "≥4", "4-5"],
    ],
    "national beside own": [
        ["项目", "单位", "国家标准", "企业标准"],
        ["甲醛含量", "mg/kg", "≤75", "≤20"],
        ["耐唾液色牢度", "级", "≥3", "≥4"],
    ],
    "one cell": [["甲醛含量：≤20"], ["耐唾液色牢度 ≥4"]],
    "lying": [["项目", "甲醛含量", "耐唾液色牢度"], ["要求", "≤20", "≥4"]],
    "English": [["Test item", "Unit", "Limit"], ["甲醛", "mg/kg", "≤20"], ["唾液牢度", "级", "≥4"]],
    "enumerated": [
        ["序号", "项目", "要求"],
        [1, "1. 甲醛含量①", "≤20"],
        [2, "（2）耐唾液色牢度", "≥4"],
    ],
    "two tables": [
        ["项目", "要求"],
        ["甲醛含量", "≤20"],
        [],
        ["项目", "单位", "要求"],
        ["耐唾液色牢度", "级", "≥4"],
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_columns_are_recognised_in_any_layout(layout: str) -> None:
    """By heading and by content, in any order, with titles above and notes below."""
    found = recognise(here(xlsx(LAYOUTS[layout])), scheme(KNITWEAR))
    texts = {number: text for number, (text, _, _) in stated(found).items()}
    assert texts == {"01": "≤20", "13": "≥4"}
    assert codes(found) == set()


def test_headings_of_two_rows_and_merged_names_are_read() -> None:
    """One name merged over two rows with a case each becomes one requirement by case."""
    rows: list[list[object]] = [
        ["检验项目", "限值", "", "适用情形"],
        ["", "国标", "企业", ""],
        ["余氯", "≥0.3", "≥0.5", "出厂水"],
        ["", "≥0.05", "≥0.2", "末梢水"],
        ["砷", "≤0.01", "≤0.005", ""],
    ]
    merge = [("A1:A2", "检验项目"), ("B1:C1", "限值"), ("D1:D2", "适用情形"), ("A3:A4", "余氯")]
    found = recognise(here(xlsx(rows, merge=merge)), scheme(WATER))
    assert stated(found)["22"] == ("出厂水：≥0.5；末梢水：≥0.2", None, "Sheet1!C3")
    assert stated(found)["03"][0] == "≤0.005"


def test_a_second_column_of_names_completes_the_first() -> None:
    """耐摩擦色牢度 with 干 and 湿 beside it are two indicators of the scheme."""
    rows: list[list[object]] = [
        ["项目", "", "要求"],
        ["耐摩擦色牢度", "干", "≥4"],
        ["", "湿", "≥3"],
    ]
    merge = [("A1:B1", "项目"), ("A2:A3", "耐摩擦色牢度")]
    found = recognise(here(xlsx(rows, merge=merge)), scheme(KNITWEAR))
    assert {k: v[0] for k, v in stated(found).items()} == {"11": "≥4", "12": "≥3"}


def test_the_unit_in_the_heading_of_the_requirements_holds_for_all_rows() -> None:
    """限值（mg/L）: the unit of every row that has none of its own."""
    found = paste("项目\t限值（μg/L）\n铅\t≤5\n砷\t≤10", scheme(WATER))
    assert {unit for _, unit, _ in stated(found).values()} == {"μg/L"}


def test_a_basis_in_brackets_is_no_unit_and_stays_with_the_name() -> None:
    """硝酸盐（以N计，mg/L）: the unit is taken, the basis decides which indicator is meant."""
    found = paste("项目\t要求\n硝酸盐（以N计，mg/L）\t≤10\n硝酸盐\t≤20\n", scheme(WATER))
    assert stated(found)["09"] == ("≤10", "mg/L", "B2")
    assert codes(found) == {"name_uncertain"}


def test_an_uncertain_name_is_asked_with_its_candidates() -> None:
    """耐摩擦色牢度 may be the dry or the wet one: a question, no line."""
    found = paste("项目\t要求\n耐摩擦色牢度\t≥4\n甲醛含量\t≤20", scheme(KNITWEAR))
    (asked,) = (p for p in found.problems if p.code == "name_uncertain")
    assert asked.values()["candidates"] == ("耐干摩擦色牢度", "耐湿摩擦色牢度")
    assert (asked.severity, asked.where) == ("question", "A2")
    assert set(stated(found)) == {"01"}


def test_an_unknown_name_is_kept_as_an_extra_indicator() -> None:
    """异味 is not in the scheme: listed, not judged, never forced onto another indicator."""
    found = paste("项目\t要求\n异味\t无\n甲醛含量\t≤20", scheme(KNITWEAR))
    assert [(line.indicator_id, line.text) for line in found.extra] == [("异味", "无")]
    assert codes(found) == {"declaration_name_unknown"}


def test_every_problem_is_reported_at_once_with_its_cell() -> None:
    """field.md pitfall 17: never only the first."""
    rows: list[list[object]] = [
        ["项目", "单位", "要求"],
        ["耐唾液色牢度", "级", (46085, 'm"月"d"日"')],
        ["pH值", "", "4.0～7.5"],
        ["甲醛含量", "", ""],
        ["", "", "≥4"],
        ["异味", "", "无"],
    ]
    found = recognise(here(xlsx(rows)), scheme(KNITWEAR))
    places = {(p.code, p.where) for p in found.problems if p.cell}
    assert {
        ("cell_is_date", "Sheet1!C2"),
        ("declaration_requirement_empty", "Sheet1!A4"),
        ("declaration_name_missing", "Sheet1!C5"),
        ("declaration_name_unknown", "Sheet1!A6"),
    } <= places
    missing = [p for p in found.problems if p.code == "declaration_indicator_missing"]
    assert len(missing) == 11
    assert all(sentence(p, language) for p in found.problems for language in ("zh", "en"))


def test_a_half_grade_that_became_a_date_is_told_and_not_guessed() -> None:
    """The suggestion is 3-4 for a grade; the line waits until a person says so."""
    found = paste("项目\t单位\t要求\n耐水色牢度\t级\t3月4日", scheme(KNITWEAR))
    (problem,) = (p for p in found.problems if p.code == "cell_is_date")
    assert (problem.where, problem.found, problem.fix) == ("C2", "3月4日", "3-4")
    assert not found.lines


def test_the_same_indicator_twice_with_different_limits_is_not_taken() -> None:
    """None of two contradicting limits counts; the same limit twice counts once."""
    found = paste("砷 ≤0.01\n砷 ≤0.05\n铅 ≤0.01\n铅 ≤0.01", scheme(WATER))
    assert set(stated(found)) == {"05"}
    assert codes(found) == {"declaration_duplicate", "declaration_duplicate_same"}


def test_a_requirement_or_unit_that_cannot_be_read_is_told_at_its_cell() -> None:
    """The line is kept as written; the judge will call it not read."""
    found = paste("项目\t单位\t要求\n铅\tmg/kgg\t≤0.01\n砷\tmg/L\t≤0..1≥", scheme(WATER))
    told = {(p.code, p.where, p.found) for p in found.problems if p.cell}
    assert told == {
        ("declaration_unit_unknown", "C2", "mg/kgg"),
        ("declaration_requirement_unread", "C3", "≤0..1≥"),
    }
    assert len(found.lines) == 2


def test_rows_of_which_only_some_name_a_case_are_no_cases() -> None:
    """出厂水 ≥0.5 and another ≥0.2 without a case contradict each other."""
    found = paste("项目\t要求\t适用情形\n余氯\t≥0.5\t出厂水\n余氯\t≥0.2\t", scheme(WATER))
    assert codes(found) == {"declaration_duplicate"}
    assert not found.lines


def test_two_columns_of_grades_are_asked() -> None:
    """优等品 and 合格品: the enterprise says which it promises."""
    found = paste("指标\t优等品\t合格品\n砷\t≤0.01\t≤0.02\n铅\t≤0.01\t≤0.02", scheme(WATER))
    (asked,) = (p for p in found.problems if p.code == "declaration_column_uncertain")
    assert "优等品" in sentence(asked)
    assert not found.lines


def test_hidden_rows_are_read_and_told() -> None:
    """Never silently skipped, never silently used."""
    rows: list[list[object]] = [["项目", "要求"], ["甲醛含量", "≤20"], ["耐唾液色牢度", "≥4"]]
    found = recognise(here(xlsx(rows, hidden_rows=[2])), scheme(KNITWEAR))
    assert stated(found)["13"][0] == "≥4"
    assert codes(found) == {"declaration_row_hidden"}


@pytest.mark.parametrize(
    "text",
    ["甲醛 ≤20 mg/kg", "甲醛含量：≤20 mg/kg", "甲醛含量≤20 mg/kg", "1、甲醛含量 ≤20 mg/kg"],
)
def test_a_typed_line_holds_name_and_requirement(text: str) -> None:
    """Without any table."""
    assert stated(paste(text, scheme(KNITWEAR)))["01"][0] == "≤20 mg/kg"


def test_a_pasted_block_may_hold_cells_of_several_lines() -> None:
    """As spreadsheet programs put them on the clipboard: quoted, with line breaks inside."""
    found = paste('检验项目\t指标\n"甲醛\n含量"\t≤20\npH值\t4.0～7.5', scheme(KNITWEAR))
    assert {k: v[0] for k, v in stated(found).items()} == {"01": "≤20", "02": "4.0～7.5"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_usual_encoding(encoding: str) -> None:
    """The encoding is proved by decoding, not guessed."""
    content = "检验项目,单位,要求\n甲醛含量,mg/kg,≤20\n".encode(encoding)
    assert stated(recognise(read_workbook(content, "x.csv"), scheme(KNITWEAR))) == {
        "01": ("≤20", "mg/kg", "C2")
    }


def test_an_old_xls_is_read_and_its_hidden_formats_are_told() -> None:
    """.xls: values without display formats; 0.05 for a % indicator is asked, a date is told."""
    content = Path(__file__).with_name("old_workbook.xls").read_bytes()
    found = recognise(read_workbook(content, "x.xls"), scheme(KNITWEAR))
    assert stated(found) == {
        "01": ("≤20", "mg/kg", "指标表!C2"),
        "02": ("4.0～7.5", None, "指标表!C4"),
        "04": ("90", "mg/kg", "指标表!C6"),
        "05": ("0.3", "mg/kg", "指标表!C7"),
    }
    fixes = {p.where: p.fix for p in found.problems if p.fix}
    assert fixes == {"指标表!C3": "3-4", "指标表!C5": "5%"}
    assert "declaration_sheet_hidden" in codes(found)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_text_table_is_cut_at_its_own_delimiter(delimiter: str) -> None:
    """Whatever the file is called."""
    content = "\n".join(delimiter.join(row) for row in (["项目", "要求"], ["甲醛含量", "≤20"]))
    found = recognise(here(content.encode(), "x.csv"), scheme(KNITWEAR))
    assert stated(found)["01"][0] == "≤20"


@pytest.mark.clause("三(五)-2")
@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_every_scheme_reads_its_filled_example(scheme_id: str) -> None:
    """The ten demonstration schemes each have a filled workbook with most indicators stated."""
    wanted = scheme(scheme_id)
    found = recognise(read_workbook(example_workbook(wanted), "x.xlsx"), wanted)
    assert len(found.lines) >= 0.7 * len(wanted.indicators)
    assert not codes(found) & {"declaration_no_table", "declaration_column_uncertain"}


def test_the_careful_clerk_is_understood() -> None:
    """Title rows, two-row headings, units in names, merged groups, notes, results elsewhere."""
    found = recognise(read_workbook(careful_clerk(), "x.xlsx"), scheme(WATER))
    lines = stated(found)
    assert len(lines) == 20
    assert lines["02"] == ("≤50", "CFU/mL", "水质指标!E7")
    assert lines["05"] == ("≤5", "μg/L", "水质指标!E10")
    assert lines["22"][0] == "出厂水：≥0.5且≤1.5；末梢水：≥0.2"
    assert codes(found) == {"declaration_name_unknown", "declaration_no_requirements"}
    assert [row.where for row in found.skipped] == ["水质指标!A28", "水质指标!A29"]


def test_the_hurried_clerk_is_understood_but_for_a_date() -> None:
    """Odd order, name and limit in one cell, full-width; 4-11 became a date and is asked back."""
    found = recognise(read_workbook(hurried_clerk(), "x.xlsx"), scheme(PANEL))
    lines = stated(found)
    assert lines["01"][0] == "≤０．０５０ mg/m³"
    assert lines["04"][0] == "不大于 80 μg/m³"
    assert "09" not in lines
    assert codes(found) == {"cell_is_date", "declaration_name_unknown"}


def test_the_example_workbooks_on_disk_are_those_of_the_script() -> None:
    """What a reader of the repository tries is what the tests read."""
    folder = files("duibiao.demo") / "declarations"
    for scheme_id in (KNITWEAR, WATER, PANEL):
        content = (folder / f"{scheme_id}.xlsx").read_bytes()
        assert len(content) < 20_000
        kept, made = here(content), here(example_workbook(scheme(scheme_id)))
        assert kept.sheets[0].cells == made.sheets[0].cells


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40
).filter(lambda text: bool(text.strip("-—–/／ \u3000\u00a0")) and text == text.strip())


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_template_filled_and_read_again_is_the_same(data: st.DataObject) -> None:
    """field.md pitfall 16: our own export can always be imported, whatever was typed."""
    wanted = scheme(data.draw(st.sampled_from(SCHEME_IDS)))
    lines = tuple(
        DeclaredLine(
            indicator_id=indicator.id,
            text=data.draw(TEXTS),
            unit=indicator.unit or None,
            method=data.draw(st.none() | TEXTS),
            case=data.draw(st.none() | TEXTS),
            note=data.draw(st.none() | TEXTS),
        )
        for indicator in wanted.indicators
        if data.draw(st.booleans())
    )
    found = recognise(here(template(wanted, lines)), wanted)
    assert tuple(replace(line, where=None) for line in found.lines) == lines


def test_a_template_of_another_scheme_is_told() -> None:
    """The document carries the scheme's id and digest."""
    found = recognise(here(template(scheme(WATER))), scheme(KNITWEAR))
    assert "declaration_other_scheme" in codes(found)


def test_no_cell_of_a_template_is_a_formula() -> None:
    """A text that begins with = + - @ stays a text."""
    wanted = scheme(KNITWEAR)
    lines = [
        DeclaredLine(indicator_id=indicator.id, text=text, note=text)
        for indicator, text in zip(
            wanted.indicators, ("=1+1", "+1", "-5", "@SUM(A1)", "=HYPERLINK(0)"), strict=False
        )
    ]
    book = openpyxl.load_workbook(BytesIO(template(wanted, lines)))
    assert all(c.data_type != "f" for sheet in book for row in sheet.iter_rows() for c in row)


def test_the_same_scheme_gives_the_same_template() -> None:
    """Byte for byte."""
    assert template(scheme(KNITWEAR)) == template(scheme(KNITWEAR))


CONCLUSION = Conclusion("达到", ("因为……",), ("指标", "结论"), (("甲醛含量", "=优于"),))


def test_remarks_are_written_into_the_users_own_workbook() -> None:
    """Comments and colours at the cells, one sheet added; formulas and formats stay."""
    own = openpyxl.Workbook()
    sheet = own.worksheets[0]
    sheet.title = "表"
    sheet.append(["项目", "要求", "合计"])
    sheet.append(["甲醛含量", "≤20", "=1+1"])
    buffer = BytesIO()
    own.save(buffer)
    made = annotate(
        buffer.getvalue(), "x.xlsx", [Remark("表", "B2", "优于", Tone.GOOD)], CONCLUSION
    )
    book = openpyxl.load_workbook(BytesIO(made.content))
    assert made.own
    assert book.sheetnames == ["表", "对标结论"]
    assert book["表"]["B2"].comment.text == "优于"
    assert book["表"]["C2"].value == "=1+1"
    assert book["对标结论"]["B5"].data_type == "s"


def test_a_csv_comes_back_as_a_new_workbook() -> None:
    """And says that it is not the user's own."""
    content = "项目,要求\n甲醛含量,≤20\n".encode("gb18030")
    made = annotate(content, "x.csv", [Remark("", "B2", "优于", Tone.GOOD)], CONCLUSION)
    book = openpyxl.load_workbook(BytesIO(made.content))
    assert not made.own
    assert [c.comment.text for sheet in book for row in sheet for c in row if c.comment] == ["优于"]


def test_an_annotated_workbook_can_be_sent_in_again() -> None:
    """The added sheet is not taken for a declaration."""
    wanted = scheme(PANEL)
    found = recognise(read_workbook(hurried_clerk(), "x.xlsx"), wanted)
    remarks = problem_remarks(found.problems, sentence)
    made = annotate(hurried_clerk(), "x.xlsx", remarks, CONCLUSION)
    again = recognise(read_workbook(made.content, "x.xlsx"), wanted)
    assert again.lines == found.lines
