"""Where a unit ends that begins at a place of a text: shape only, `units` knows the meaning."""

from __future__ import annotations

import re

CHINESE = (
    "平方厘米|平方毫米|立方厘米|平方公里|千瓦小时|毫摩尔|立方米|平方米|摄氏度|个工作日|工作日"
    "|千瓦时|毫克|微克|纳克|千克|公斤|毫米|厘米|千米|公里|微米|纳米|毫升|微升|小时|分钟|毫秒|微秒"
    "|次循环|个循环|个月|公顷|千瓦|兆瓦|兆帕|千帕|千牛|赫兹|千赫|兆赫|分贝|千焦|兆焦|千卡|大卡|马力|人次|家次"
    "|等级|字节|摩尔|循环|周期|百分点|万元|亿元|比值"
)
CHINESE_SINGLE = (
    "克吨米升亩秒分天日周月年度伏安瓦帕牛焦卡次个件只台套人元倍级档页张条根片粒滴股层转圈步字处项批辆"
    "户家目支瓶盒箱包袋拍帧位点种组座头枚块双卷间所名份艘架匹"
)
STOP = frozenset(
    (
        "max", "maximum", "minimum", "to", "and", "or", "less", "more", "at", "above", "below",
        "under", "over", "of", "for", "in", "the", "than", "through", "from", "between", "with",
        "by", "per", "not", "no", "is", "be", "shall", "as", "each", "if", "when", "nd",
    )
)  # fmt: skip
QUALIFIER = re.compile(r" (?:[αβγδ]-)?[A-Z][A-Za-z]*[\d₀-₉]?(?![A-Za-z0-9-])")
LATIN = re.compile(r"[A-Za-zµμΩΑ-Ωα-ωÅ](?:[A-Za-zµμΩ₀-₉]|\d{1,2}(?=[A-Za-z]))*")
SIGN = re.compile(
    r"邵[氏尔] ?(?:硬度)? ?[A-D]|[°º]\s?[CF](?![A-Za-z])|%\s?(?:RH|vol|rh)(?![A-Za-z])"
    r"|[℃℉℧Ω°º′″%‰‱㎡㎥㎎㎏㎜㎝㎞Å]"
)
WORD = re.compile(f"{CHINESE}|[{CHINESE_SINGLE}]")
EXPONENT = re.compile(
    r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!⁾)|\^\(?[-+]?\d\)?|\d{1,2}(?![\d.,]*\d)(?=$|[^\d])|(?<=[A-Za-z])-\d(?=[·/)])"
)
RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!⁾)")
PRODUCT_EXPONENT = re.compile(r"-\d(?![\d.,])")
DENOMINATOR = re.compile(r" ?\d{1,3}(?: \d{3})* ?")
GROUP = re.compile(r"\(([^()\s]{1,24})\)")
BEFORE_FACTOR = re.compile(r"[/·²³⁻^]")
WEIGHTING = re.compile(r"\((?:A|B|C|Z|AU|AF)\)")


def scan(text: str, start: int, end: int, column: str | None = None) -> int:
    """The end of the unit that begins at `start` (after at most one space); `start` if none.

    `column` is the unit the cell's column names: where it stands literally, it is the unit.
    """
    index = start + 1 if text[start : start + 1] == " " else start
    if column and text.startswith(column, index, end) and _ends_here(text, index + len(column)):
        return index + len(column)
    group = GROUP.match(text, index, end)
    if group and not BEFORE_FACTOR.match(text, group.end(), end):
        return start
    stop = _denominator(text, index, end) if text[index : index + 1] == "/" else None
    if stop is None:
        stop = _factor(text, index, end)
    if stop is None:
        return start
    return _rest(text, stop, end)


def _rest(text: str, stop: int, end: int) -> int:
    """Further factors: · × /, a qualifier after a space (mg RE), a bracket (dB(A))."""
    is_product = False
    while stop < end:
        after = _continued(text, stop, end)
        if after is None and is_product:
            exponent = PRODUCT_EXPONENT.match(text, stop, end)
            after = exponent.end() if exponent else None
        if after is None:
            return stop
        is_product = is_product or text[stop] in "·."
        stop = after
    return stop


def _continued(text: str, stop: int, end: int) -> int | None:
    character = text[stop]
    if character in "·." or (character == "*" and text[stop + 1 : stop + 2].isalpha()):
        return _factor(text, stop + 1, end)
    if character in "/每":
        return _denominator(text, stop, end)
    if character == " ":
        return _after_space(text, stop, end)
    weighting = WEIGHTING.match(text, stop, end)
    if weighting and text[max(0, stop - 2) : stop] in {"dB", "分贝"}:
        return weighting.end()
    return None


def _after_space(text: str, stop: int, end: int) -> int | None:
    if text[stop + 1 : stop + 2] == "/" and text[stop + 2 : stop + 3].strip():
        return _denominator(text, stop + 1, end)
    if text[stop + 1 : stop + 2] == "·":
        return _factor(text, stop + 2, end)
    qualifier = QUALIFIER.match(text, stop, end)
    if qualifier and qualifier.group().strip().lower() not in STOP:
        return qualifier.end()
    return None


def _denominator(text: str, stop: int, end: int) -> int | None:
    """/kg, /100 mL, /(m·K), 每100克."""
    index = stop + 1
    count = DENOMINATOR.match(text, index, end)
    index = count.end() if count else index
    if not count and text[index : index + 1] == " ":
        index += 1
    return _factor(text, index, end)


def _factor(text: str, index: int, end: int) -> int | None:
    """One unit with its exponent, or a bracket of units."""
    group = GROUP.match(text, index, end)
    if group:
        inside = _factor(text, index + 1, group.end() - 1)
        if inside is None or _rest(text, inside, group.end() - 1) != group.end() - 1:
            return None
        return _exponent(text, group.end(), end)
    sign = SIGN.match(text, index, end)
    if sign:
        return _exponent(text, sign.end(), end)
    latin = LATIN.match(text, index, end)
    if latin:
        return None if latin.group().lower() in STOP else _exponent(text, latin.end(), end)
    word = WORD.match(text, index, end)
    if word and not _is_part_of_a_word(text, word, end):
        raised = RAISED.match(text, word.end(), end)
        return raised.end() if raised else word.end()
    return None


def _is_part_of_a_word(text: str, word: re.Match[str], end: int) -> bool:
    """A single Chinese character followed by more of them names a thing, not a unit (点平均)."""
    if len(word.group()) > 1 or word.end() >= end:
        return False
    following = text[word.end()]
    return "一" <= following <= "鿿" and not _MAY_FOLLOW.match(text, word.end(), end)


_MAY_FOLLOW = re.compile(r"[以及或且并而至到每之内下时后前起封大小高低不应]")


def _exponent(text: str, stop: int, end: int) -> int:
    found = EXPONENT.match(text, stop, end)
    return found.end() if found else stop


def _ends_here(text: str, stop: int) -> bool:
    """A column's unit may not be the beginning of a longer word (m of mm)."""
    following = text[stop : stop + 1]
    return not (following.isascii() and (following.isalnum() or following in "/^·"))
