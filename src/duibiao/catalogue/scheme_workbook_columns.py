"""The sheets of a scheme's workbook: which column holds which field, and how a value is a cell.

What no column can hold (a key of another program, a text with blanks at its end, an empty one)
goes to the last column as JSON, so that a workbook gives back exactly the document it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from duibiao.core.canonical import canonical, plain
from duibiao.core.compare.scheme_editing import place, value_at

LONGEST_CELL = 3_000  # characters; the reader of foreign workbooks keeps 4000
OTHER = "其他内容"
SEPARATOR = re.compile(r"[；;\n]")
# What XML cannot carry, or a reader may change.
ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BLANK = re.compile(r"\s")


class Form(StrEnum):
    """How a field is written in its cell."""

    TEXT = "text"
    DAY = "day"
    WEIGHT = "weight"
    YES_NO = "yes_no"
    LIST = "list"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the field's path in the row, and its form."""

    heading: str
    path: str
    form: Form = Form.TEXT
    width: int = 16
    words: Mapping[str, str] = field(default_factory=dict)  # value → word
    help: str = ""


class NotThis(Exception):
    """A cell's text is not what its column holds; says what it should be."""


DIRECTIONS = MappingProxyType(
    {
        "smaller_better": "越小越好",
        "larger_better": "越大越好",
        "range": "落在区间内",
        "boolean": "有或没有",
    }
)
STANDARD_KINDS = MappingProxyType(
    {
        "international": "国际标准",
        "foreign_advanced": "国外先进标准",
        "domestic_advanced": "国内先进标准",
    }
)
COMPARABLE = MappingProxyType(
    {
        "direct": "可直接比对",
        "needs_unit_conversion": "换算单位后比对",
        "basis_differs": "基准不同",
        "method_differs": "试验方法不同",
        "not_comparable": "不可比",
        "benchmark_silent": "对标标准未规定",
        "baseline_silent": "国内标准未规定",
    }
)
CONFIDENCE = MappingProxyType({"high": "高", "medium": "中", "low": "低"})
BASIS = MappingProxyType({"verified": "已核对原文", "expert": "专家提供"})
ROLES = MappingProxyType({"baseline": "国内现行", "benchmark": "对标"})
SECTIONS = MappingProxyType(
    {"technical_route": "技术路线", "safeguards": "保障措施", "timetable": "时间安排"}
)
INDICATOR_KINDS = MappingProxyType({"quantitative": "定量", "grade": "分级", "qualitative": "定性"})
PRODUCT_KINDS = MappingProxyType({"product": "产品", "service": "服务", "process": "过程"})

GUIDE_SHEET, BASIC_SHEET, STANDARD_SHEET = "说明", "基本信息", "对标标准"
INDICATOR_SHEET, REQUIREMENT_SHEET = "指标体系", "指标要求"
SECTION_SHEET, NOTE_SHEET = "三节", "来源"

BASICS = (
    Column("方案编号", "scheme_id", help="同一方案各版编号相同"),
    Column("方案名称", "title"),
    Column("产品或服务名称", "product_or_service.name"),
    Column("英文名称", "product_or_service.name_en"),
    Column("对象类别", "product_or_service.kind", Form.WORD, words=PRODUCT_KINDS),
    Column("行业分类标准", "industry_class.standard"),
    Column("行业代码", "industry_class.code"),
    Column("行业名称", "industry_class.name"),
    Column("行业代码可信度", "industry_class.confidence", Form.WORD, words=CONFIDENCE),
    Column("适用范围", "scope"),
)
ROLE = Column("性质", "role", Form.WORD, 10, ROLES, "国内现行 或 对标")
STANDARDS = (
    ROLE,
    Column("标准编号", "number", width=32),
    Column("标准名称", "title", width=46),
    Column("类别", "kind", Form.WORD, 14, STANDARD_KINDS),
    Column("国家或地区", "country", width=12),
    Column("发布机构", "body"),
    Column("选用理由", "justification", width=36),
    Column("备注", "note", width=36),
)
INDICATORS = (
    Column("指标编号", "id", width=24),
    Column("指标名称", "name", width=26),
    Column("上级指标编号", "parent", width=14),
    Column("指标方面", "aspect", width=12),
    Column("单位", "unit", width=10),
    Column("方向", "direction", Form.WORD, 12, DIRECTIONS),
    Column("权重（%）", "weight", Form.WEIGHT, 10, help="百分数，各项合计 100"),
    Column("达标值", "attained.text"),
    Column("领跑值", "leading.text"),
    Column("核心指标", "core", Form.YES_NO, 10),
    Column("关键指标", "key", Form.YES_NO, 10),
    Column("一票否决", "veto", Form.YES_NO, 10),
    Column("描述对象", "object_kind", Form.WORD, 10, PRODUCT_KINDS),
    Column("定性或定量", "kind", Form.WORD, 12, INDICATOR_KINDS),
    Column("选取理由", "selection_reason", width=46),
    Column("别名", "synonyms", Form.LIST, 30, help="多个别名用分号隔开"),
    Column("可比性", "comparability", Form.WORD, 16, COMPARABLE),
    Column("可比性说明", "comparability_note", width=30),
    Column("等级顺序", "scale", Form.LIST, 16, help="从优到劣，用分号隔开"),
)
OWNER = Column("指标编号", "indicator", width=24)
OWNER_NAME = Column("指标名称", "name_shown", width=26, help="便于阅读；指标编号空着时按名称找")
METHOD = Column("试验方法", "method", width=24)
REQUIREMENTS = (
    Column("标准编号", "standard", width=32),
    Column("条款", "clause", width=20),
    Column("要求原文", "text", width=32, help="照抄标准原文，例如 ≤20"),
    Column("单位", "unit", width=10),
    Column("可信度", "confidence", Form.WORD, 8, CONFIDENCE),
    Column("依据", "basis", Form.WORD, 12, BASIS),
    Column("备注", "note", width=30),
)
SECTION = Column("节", "section", Form.WORD, 12, SECTIONS)
PARAGRAPH = "内容"
TASKS = (
    Column("内容", "task", width=80, help="技术路线、保障措施：一段一行；时间安排：一项任务一行"),
    Column("开始", "from", Form.DAY, 14),
    Column("结束", "to", Form.DAY, 14),
)
NOTE = Column("说明与来源", "note", width=110)


def split(entry: Mapping[str, Any], columns: Iterable[Column]) -> tuple[dict[str, str], str]:
    """A row as cells by heading, and the rest as JSON ("" when nothing is left)."""
    rest = deepcopy(dict(entry))
    cells = {}
    for column in columns:
        text = written(value_at(rest, column.path), column)
        if text is not None:
            cells[column.heading] = text
            place(rest, column.path, None)
    return cells, rest_text(rest) if rest or not cells else ""


def join(cells: Mapping[str, str], rest: dict[str, Any], columns: Iterable[Column]) -> Any:
    """The row of cells that all are of their column's form: the inverse of `split`."""
    entry = deepcopy(rest)
    for column in columns:
        if column.heading in cells:
            place(entry, column.path, read(cells[column.heading], column))
    return entry


def written(value: Any, column: Column) -> str | None:
    """A value as its cell; None where the column cannot hold it and give it back."""
    if column.form is Form.YES_NO:
        return ("是" if value else "否") if isinstance(value, bool) else None
    if column.form is Form.WEIGHT:
        return _weight_text(value)
    if column.form is Form.LIST:
        return _list_text(value)
    if not isinstance(value, str) or not holds(value):
        return None
    if column.form is Form.WORD:
        return column.words.get(value)
    return value


def read(text: str, column: Column) -> Any:
    """The value of a cell; NotThis says what is expected."""
    if column.form is Form.YES_NO:
        return _yes_no(text)
    if column.form is Form.WEIGHT:
        return _weight(text)
    if column.form is Form.LIST:
        return [one.strip() for one in SEPARATOR.split(text) if one.strip()]
    if column.form is Form.WORD:
        return _value_of(text, column)
    return text


def holds(text: str) -> bool:
    """Can a cell hold this text and give it back unchanged?"""
    return (
        bool(text) and text == text.strip() and len(text) <= LONGEST_CELL and not ODD.search(text)
    )


def rest_text(rest: dict[str, Any]) -> str:
    """What no column holds, as JSON with blanks and odd characters written out (\\u3000)."""
    text = canonical(rest).decode("utf-8", "surrogatepass")
    text = ODD.sub(_escaped, text)
    return BLANK.sub(_escaped, text) if len(text) > LONGEST_CELL else text


def pieces(text: str) -> list[str]:
    """A long text in pieces a cell holds."""
    return [text[at : at + LONGEST_CELL] for at in range(0, len(text), LONGEST_CELL)]


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _weight_text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or not 0 <= value <= 1:
        return None
    text = plain(Decimal(value).scaleb(2))
    return text if _weight(text) == value else None


def _weight(text: str) -> Decimal:
    try:
        share = Decimal(text.replace("％", "%").removesuffix("%").strip()).scaleb(-2)
    except InvalidOperation:
        raise NotThis("0–100") from None
    if not share.is_finite() or not 0 <= share <= 1:
        raise NotThis("0–100")
    return share


def _list_text(value: Any) -> str | None:
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(v, str) and holds(v) and not SEPARATOR.search(v) for v in value):
        return None
    text = "；".join(value)
    return text if holds(text) else None


def _yes_no(text: str) -> bool:
    typed = text.strip().lower()
    if typed in {"是", "√", "✓", "true", "1", "yes", "y"}:
        return True
    if typed in {"否", "×", "false", "0", "no", "n"}:
        return False
    raise NotThis("是、否")


def _value_of(text: str, column: Column) -> str:
    by_word = {word: value for value, word in column.words.items()}
    if text in by_word:
        return by_word[text]
    if text in column.words:
        return text
    raise NotThis("、".join(column.words.values()))
