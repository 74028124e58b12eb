"""Heading words → the role of a column. Later words of a two-row heading say more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NAME = "name"
    OWN_REQUIREMENT = "own_requirement"  # said to be the enterprise's
    REQUIREMENT = "requirement"
    REFERENCE = "reference"  # what other standards demand
    MEASURED = "measured"  # test results and conclusions: not a requirement
    UNIT = "unit"
    METHOD = "method"
    STANDARD = "standard"
    BASIS = "basis"
    CASE = "case"
    NOTE = "note"


# Tried in this order; the first that fits decides.
WORDS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"序号|编号|项次|行号|no\.?|nr\.?|#|item ?no\.?|id"),
    (Role.NOTE, r"备注|说明|注|附注|remarks?|notes?|comments?"),
    (Role.UNIT, r"(计量|指标)?单位(名称|符号)?|units?( of measure)?"),
    (
        Role.METHOD,
        r".*(试验|检测|检验|测试|测定|分析|检查)(方法|依据|标准).*|.*方法标准.*|.*方法.*|.*method.*",
    ),
    (Role.MEASURED, r".*(实测|检[测验]结果|测试结果|检[测验]值|结果|判定|结论|是否).*|.*result.*"),
    (Role.MEASURED, r"measured.*|conclusion|verdict|conform.*"),
    (
        Role.STANDARD,
        r"(企业)?(执行|依据|引用|采用|适用)(的)?标准(编?号|名称|代号)?(及年号)?|.*标准(编?号|名称|代号)"
        r"|standards?|standard (no|number)\.?",
    ),
    (Role.BASIS, r".*口径.*|计量基准|以.{1,8}计|basis"),
    (
        Role.REFERENCE,
        r".*(国家标准|国标|行业标准|行标|基准|对标标准|先进标准|国际标准|国外|参考|强制).*"
        r"|.*(benchmark|baseline|reference|national).*",
    ),
    (
        Role.OWN_REQUIREMENT,
        r".*(企业标准|企标|本企业|我司|我公司|本标准|企业(规定|要求|指标值|承诺)|承诺|申报值|声明|内控).*"
        r"|.*(declared|enterprise|our ).*",
    ),
    (
        Role.CASE,
        r".*(适用情形|适用条件|情形|适用于|条件|场合).*|cases?|conditions?|applies to",
    ),
    (
        Role.REQUIREMENT,
        r".*(技术要求|标准要求|指标要求|标准值|指标值|限值|限量|限定值|限制值|规定值|要求|规定|技术指标).*"
        r"|标准|.*(requirement|limit|specification|criteri|\bspecs?\b|\bvalue).*",
    ),
    (
        Role.NAME,
        r".*(指标|项目|参数|特性|性能|检[验测]内容|名称).*"
        r"|.*(indicator|item|parameter|propert|characteristic|test|\bname).*",
    ),
)
PATTERNS = tuple((role, re.compile(words)) for role, words in WORDS)
BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")
BARE_NAME_HEADING = re.compile(
    r"(检[验测]|测试|关键|技术)?(指标|项目|参数|性能|特性)(名称)?|indicators?|items?|parameters?"
)
LONGEST = 30  # a longer cell is a sentence, not a heading


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role | None:
    """The role one heading text names, or None."""
    plain = fold(BRACKETS.sub("", text)) or fold(text)
    if not plain or len(plain) > LONGEST or re.search(r"[≤≥<>＜＞±]|\d\.\d", plain):
        return None
    plain = re.sub(r"[,，/、:：;；].{0,12}$", "", plain) or plain
    return next((role for role, words in PATTERNS if words.fullmatch(plain)), None)


def role_of_parts(parts: Sequence[str], standards: Sequence[str]) -> Role | None:
    """The role of a heading of one or more rows; a standard's number makes it a reference."""
    if any(fold(number) in fold(part) for part in parts for number in standards):
        return Role.REFERENCE
    roles = [role for role in map(role_of, parts) if role is not None]
    if Role.REFERENCE in roles and Role.OWN_REQUIREMENT not in roles:
        return Role.REFERENCE
    if not roles:
        return None
    last = roles[-1]
    return roles[0] if last is Role.NAME and roles[0] is not Role.NAME else last


def bracketed(text: str) -> str | None:
    """What stands in the last brackets of a heading, or after its comma or slash: mg/kg."""
    found = BRACKETS.findall(text)
    if found:
        return str(found[-1]).strip()
    tail = re.search(r"[,，、]\s*(\S+)$", text)
    return tail.group(1) if tail else None


def fold(text: str) -> str:
    """Headings without blanks between Chinese characters, half-width, in small letters."""
    narrow = "".join(_narrow(character) for character in text)
    joined = re.sub(r"(?<![a-zA-Z.])\s+|\s+(?![a-zA-Z])", "", narrow)
    return joined.strip().lower()


def _narrow(character: str) -> str:
    code = ord(character)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    return " " if code in {0x3000, 0xA0} else character
