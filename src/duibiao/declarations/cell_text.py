"""What a cell's own text looks like: a requirement, a unit, a method, a note; name and limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

COMPARATOR = (
    r"≤|≥|⩽|⩾|≦|≧|<|>|＜|＞|=|＝|±|不大于|不小于|不超过|不高于|不低于|不少于|不多于|小于|大于|低于|高于"
    r"|至少|至多|最大|最小|不得|不应|不允许|不可|禁用|禁止|未检出|无|应|符合|通过"
    r"|max|min|n\.?d|no more|not "
)
REQUIREMENT = re.compile(
    rf"\s*(?:{COMPARATOR}|[-−+~～]?\s*\d|[-—–／/]+$|[A-Za-z]{{0,4}}\d).*"
    r"|.*(?:≤|≥|＜|＞|<|>|不大于|不小于|以下|以上|以内|级|检出|合格|允许).*",
    re.IGNORECASE | re.DOTALL,
)
STANDARD_NUMBER = re.compile(
    r"(?:GB|GB/T|GB/Z|ISO|IEC|EN|ASTM|JIS|DIN|BS|API|CXS|QB|FZ|HG|HJ|SN|NY|YY|JG|CJ|LY|DB\d\d|T/\w+"
    r"|Q/\w+)(?:/T)?[ \u00a0]?[A-Z]?\d.*",
    re.IGNORECASE | re.DOTALL,
)
UNIT = re.compile(
    r"[%‰℃°]|级|次|倍|个|[a-zA-Zμµ]{0,4}[gGLlmNVWJshAKt]|[a-zA-Zμµ]{1,4}Pa|dB(\([AC]\))?|NTU|ppm|ppb|h|min|kcal"
    r"|HV\d*|HRC|HB|MPN|CFU|bar|mbar|[A-Za-zμµ0-9²³⁰-⁹\- ]{1,8}(?:/|·|\*)[A-Za-zμµ0-9²³ ()\-]{1,10}"
)
NO_UNIT = re.compile(r"[-—–−/／\\]*|无量纲|无|/|1|N/?A", re.IGNORECASE)
REMARK_ROW = re.compile(
    r"\s*(?:注\s*\d*|备注|说明|填表|填报|编制|审核|批准|日期|联系|单位名称|企业名称|公司|地址|电话|制表"
    r"|notes?|remarks?|prepared|approved|date)\s*[:：].*"
    r"|\s*(?:注\s*\d*|NOTE)\s*[:：.、 ].*",
    re.IGNORECASE | re.DOTALL,
)
ENUMERATION = re.compile(
    r"^\s*(?:[(（]?\d{1,2}[)）]|\d{1,2}\s*[.、．](?!\d)|[①-⑳]|[(（][一二三四五六七八九十]+[)）]|[a-z][)）])\s*"
)
FOOTNOTE = re.compile(r"[①-⑳*＊†‡ᵃᵇᶜ]+$")
BRACKET_TAIL = re.compile(r"(.*?)\s*[(（\[]([^()（）\[\]]+(?:\([^()]*\))?)[)）\]]\s*$", re.DOTALL)
UNIT_AFTER_COMMA = re.compile(r"(.*[(（][^()（）]*?)\s*[,，、]\s*([^()（）,，、]+)[)）]\s*")
SEPARATED_TAIL = re.compile(r"(.*?)\s*[/／,，、]\s*(\S{1,12})$", re.DOTALL)
SAID_TWICE = re.compile(r"[≤≥<>＜＞=＝±～~]|不大于|不小于|不超过|不低于|不高于")
INSIDE_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
CUT_BEFORE = re.compile(
    rf"[:：]|\s+|(?={COMPARATOR})|(?<=[^\d.,，\-−~～≤≥<>＜＞=±×^/])(?=[-−]?\d)", re.IGNORECASE
)


def reads_as_requirement(text: str) -> bool:
    """Could this cell state a limit?"""
    return bool(REQUIREMENT.fullmatch(text)) and not STANDARD_NUMBER.fullmatch(text.strip())


def reads_as_unit(text: str, known: frozenset[str]) -> bool:
    """A unit of the scheme, or something that looks like one."""
    plain = text.strip()
    return unit_key(plain) in known or bool(UNIT.fullmatch(plain))


def unit_key(text: str) -> str:
    """The same unit in different clothes: m³ and m3, blanks and capitals of l."""
    narrow = text.replace("³", "3").replace("²", "2").replace("µ", "μ").replace("／", "/")
    return re.sub(r"\s+", "", narrow).replace("l", "L")


def states_no_unit(text: str) -> bool:
    """— or / or 无量纲."""
    return bool(NO_UNIT.fullmatch(text.strip()))


def reads_as_method(text: str) -> bool:
    """Does it begin with a standard's number?"""
    return bool(STANDARD_NUMBER.fullmatch(text.strip()))


def is_remark(text: str) -> bool:
    """A notes, signature or address row."""
    return bool(REMARK_ROW.fullmatch(text))


def bare_name(text: str) -> str:
    """The name without its enumeration before and footnote marks behind, on one line."""
    joined = re.sub(r"\s*\n\s*", "", text.strip())
    return FOOTNOTE.sub("", ENUMERATION.sub("", joined, count=1)).strip().rstrip(":：").strip()


def without_unit(name: str, known: frozenset[str]) -> tuple[str, str | None]:
    """甲醛含量（mg/kg） → 甲醛含量 and mg/kg; brackets that hold no unit stay."""
    for pattern in (BRACKET_TAIL, SEPARATED_TAIL):
        found = pattern.fullmatch(name)
        if found and found.group(1) and reads_as_unit(found.group(2), known):
            return found.group(1).strip(), found.group(2).strip()
    inside = UNIT_AFTER_COMMA.fullmatch(name)  # 硝酸盐（以N计，mg/L）
    if inside and reads_as_unit(inside.group(2), known):
        return f"{inside.group(1)}）", inside.group(2).strip()
    return name, None


def cuts(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut one cell into a name and a requirement, longest name first."""
    flat = re.sub(r"\s*\n\s*", " ", text.strip())
    for found in reversed(list(CUT_BEFORE.finditer(flat))):
        name = flat[: found.start()].strip().rstrip(":：").strip()
        rest = flat[found.end() :].strip().lstrip(":：").strip()
        if name and rest and _could_name(name) and reads_as_requirement(rest):
            yield name, rest


def _could_name(text: str) -> bool:
    """Brackets closed, and no limit outside them."""
    outside = INSIDE_BRACKETS.sub("", text)
    return not re.search(r"[()（）]", outside) and not SAID_TWICE.search(outside)


def states_limit(text: str) -> bool:
    """Does it hold a comparator, a range or a plain 无, anywhere?"""
    return bool(SAID_TWICE.search(text) or re.search(r"[\s:：](无|不得|不应)", text))


def is_plain_limit(text: str) -> bool:
    """Begins like a limit, so it is no name: ≤20, 3-4级, —; but 1、甲醛 is enumerated."""
    if ENUMERATION.match(text):
        return False
    return bool(re.match(r"\s*([≤≥<>＜＞±=]|不|[-−+]?\d|[—–]|无)", text)) and len(text) < 40
