"""Cells whose whole text has a meaning of its own: silence, yes and no, damage, sentences."""

from __future__ import annotations

import re

from duibiao.core.measure.found import Cell, Piece
from duibiao.core.measure.marks import closing
from duibiao.core.measure.problems import (
    DamagedCharacter,
    MalformedNumber,
    Markup,
    NotStatedYet,
    NotVerified,
    SpreadsheetError,
    SpreadsheetFormula,
    UnexpectedText,
)
from duibiao.core.measure.requirement import FreeText, Required, Silent, Terms
from duibiao.core.measure.text import Folded

SILENT = re.compile(
    r"—+|-+|/+|\\+|无|空|空白|无要求|不作要求|不做要求|不作规定|不做规定|未作规定|未做规定|不要求"
    r"|没有要求|没有规定|无规定|未规定|不规定|N/?A|不适用|none|nil|no requirements?"
    r"|not (?:specified|applicable|required)",
    re.IGNORECASE,
)
NOT_VERIFIED = re.compile(r"未核实|待核实|未核|待核对?|未经核实|not verified|unverified", re.I)
NOT_STATED = re.compile(
    r"待定|待补充?|待填|待查|待确认|未知|不知道?|不了解|不确定|不详|不清楚"
    r"|[无没]有?数据|[未没]有?(?:检测|测试?|做|填)|TBD|TBC|unknown|\?+",
    re.IGNORECASE,
)
YES = re.compile(
    r"是|符合|合格|有|满足|达标|通过|具备|正常|√|✓|✔|☑|要求|应符合"
    r"|yes|y|true|pass(?:ed)?|conform(?:s|ing)?|required",
    re.I,
)
NO = re.compile(
    r"否|不要求|不符合|不合格|没有|未通过|不具备|可不符合|×|✗|✘|☒"
    r"|no|n|false|fail(?:ed)?|not required|need not comply"
    r"|(?:不|未)(?:符合|满足|达标|通过|具备|配置|达到).*|无需.*|不需要.*",
    re.I | re.DOTALL,
)
PARTLY = re.compile(r"部分|基本|大致|partly|partially|mostly|详见|参见|见附|另附|附件", re.I)
NEED_NOT = re.compile(r"可不符合|need not comply", re.I)
ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|#{3,}", re.I)
FORMULA = re.compile(r"=\s*[-+@]?\$?[A-Za-z]{1,12}[\d$(]|[@=]\w+\(")
MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,80}>|<!--|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[\dA-Fa-f]{1,6});")
MOJIBAKE = re.compile(
    r"[ÂÃ][\x80-\xbf€‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\x80-\x9f€‰„][\x80-\xbf¤¥°]?|¡[ÜÝÀ-ß]"
    r"|鈮|锛|鈥|銆|涓嶅|锟|烫烫|屯屯"
)
ADDRESS = re.compile(r"\b(?:https?|ftp)://\S*|\bwww\.\S+|[\w.]{1,40}@[\w.]{2,40}\.\w+")
NOT_A_NUMBER = re.compile(r"[+-]?(?:nan|inf(?:inity)?|∞)", re.IGNORECASE)
EQUATION = re.compile(r"[A-Za-z]\w* ?= ?[^=]*[A-Za-z]\w*[^=]*")
OPERATOR = re.compile(r"[\^·×*/+]")
REFERENCE = re.compile(
    r"(?<![A-Za-z])(?:GBZ?|YY|HJ|QB|FZ|JB|SN|NY|DB\d\d|ISO|IEC|EN|ASTM|DIN|JIS|BS|UL|T)"
    r"(?:/[A-Z]+)*[ -]?[A-Z]?\d[\d.:-]*"
    r"|[表图附第式] ?[A-Z]?[\d.]+[章节条款项表]?|附录 ?[A-Z\d.]+|\d+(?:\.\d+)+(?=[条款节章的])"
    r"|(?<![A-Za-z\d])[A-Za-z]+\d[\w.-]*|(?:[Cc]lause|[Tt]able|[Aa]nnex|[Ss]ection) [A-Z]?[\d.]+"
)
MODAL = re.compile(
    r"应|须|不得|必须|严禁|禁止|不允许|\bshall\b|\bmust\b"
    r"|^(?:无|不|未|没有)\S"
    r"|^no (?:condensed|failure|crack|leak|break|damage|rupture|deformation|visible|flashover)",
    re.IGNORECASE,
)
NEGATED = re.compile(r"不应该?要求|无须|不须|need not|no need", re.I)
LETTER = re.compile(r"[^\W\d_]")
LIMIT_SIGN = re.compile(r"[\d≤≥<>±]")


def refuse_damage(folded: Folded, start: int, end: int) -> None:
    """Raise where the text is the remains of a machine's accident, not a person's."""
    text = folded.text
    for pattern, problem in (
        (ERROR, SpreadsheetError),
        (MARKUP, Markup),
        (MOJIBAKE, DamagedCharacter),
    ):
        found = pattern.search(text, start, end)
        if found:
            raise problem(folded.position(found.start()), found.group())
    if NOT_A_NUMBER.fullmatch(text, start, end):
        raise MalformedNumber(folded.position(start), text[start:end])
    address = ADDRESS.search(text, start, end)
    if address:
        raise UnexpectedText(folded.position(address.start()), address.group()[:40])
    formula = FORMULA.match(text, start, end)
    if formula:
        raise SpreadsheetFormula(folded.position(start), text[start:end][:40])


def read_whole(cell: Cell, start: int, end: int) -> Piece | None:
    """Silence or yes/no, with a remark in brackets behind it; None if it is neither."""
    text, stop, remark = _split_remark(cell, start, end)
    plain = text[start:stop].strip(" 。.")
    unwrapped = plain if plain else (remark or "")
    for pattern, problem in ((NOT_VERIFIED, NotVerified), (NOT_STATED, NotStatedYet)):
        if pattern.fullmatch(unwrapped.strip()):
            raise problem(cell.folded.position(start), text[start:end])
    if not plain:
        return None
    content = _meaning(plain, cell.boolean)
    if content is None:
        return None
    terms = Terms(remark=remark.strip()) if remark else Terms()
    return Piece(content=content, terms=terms, start=start, text=(start, end))


def _meaning(plain: str, boolean: bool) -> Silent | Required | None:
    if boolean and YES.fullmatch(plain):
        return Required(required=True)
    if boolean and NO.fullmatch(plain) and not SILENT_FIRST.fullmatch(plain):
        return Required(required=False)
    if NEED_NOT.fullmatch(plain):
        return Required(required=False)
    return Silent() if SILENT.fullmatch(plain) else None


SILENT_FIRST = re.compile(r"—+|-+|无|N/?A", re.I)


def _split_remark(cell: Cell, start: int, end: int) -> tuple[str, int, str | None]:
    text = cell.text
    opening = text.find("(", start, end)
    if opening < 0:
        return text, end, None
    stop = closing(cell.folded, opening, end)
    if text[stop:end].strip(" 。."):
        return text, end, None
    return text, opening, text[opening + 1 : stop - 1]


def read_words(cell: Cell, start: int, end: int) -> Piece | None:
    """A text without any limit: a sentence that demands a property, or free words."""
    text = cell.text[start:end]
    without = REFERENCE.sub("", text)
    is_equation = EQUATION.fullmatch(text) and OPERATOR.search(text) and _has_symbols(text)
    if not is_equation and LIMIT_SIGN.search(without):
        return None
    if len(LETTER.findall(text)) < 2:
        return None
    return Piece(
        content=_demand(text, cell.boolean and not is_equation), start=start, text=(start, end)
    )


def _has_symbols(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]\w*", text)) >= 3 or "^" in text


def _demand(text: str, boolean: bool) -> FreeText | Required:
    if PARTLY.search(text) and not MODAL.search(text):
        return FreeText()
    if NEGATED.search(text):
        return Required(required=False)
    if boolean or MODAL.search(text.strip()):
        return Required(required=True)
    return FreeText()
