"""Printed forms of one unit text made one: full width, superscripts, product dots, Chinese words.

Only what cannot change the meaning is folded: µ and μ, ／ and /, m² and m^2. Nothing is dropped.
"""

from __future__ import annotations

import re
import unicodedata

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = str.maketrans(
    {
        "µ": "μ", "\u2126": "Ω", "\u212a": "K", "\u212b": "Å", "\u3000": " ", "\u00a0": " ",
        "\u2009": " ", "\u202f": " ", "\u2002": " ", "⋅": "·", "•": "·", "∙": "·", "・": "·",
        "‧": "·", "×": "·", "∕": "/", "⁄": "/", "÷": "/", "−": "-", "﹣": "-", "【": "(",
        "】": ")", "〔": "(", "〕": ")", "∆": "Δ", "“": '"', "”": '"', "’": "'",
    }
)  # fmt: skip
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"
_LOWERED = str.maketrans(_RAISED, "0123456789-+")
_LENGTHS = "千米|公里|分米|厘米|毫米|微米|纳米|米|英寸|英尺|英里|尺|寸|码"
_MANY = {"万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
_OF = "α-TE|RAE|RE|NE|DFE|TE|O2|CaCO3|SiO2|NaCl|KOH|HCl|NO3|NO2|NH3|N|P|S"


def fold(text: str) -> str:
    """One writing for all printed forms of a unit text. Case is kept: mW is not MW."""
    text = text.translate(_FULL_WIDTH).translate(_SAME).strip()
    text = re.sub(r"[\u3380-\u33df]", lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = re.sub(f"[{_RAISED}]+", lambda m: "^" + m[0].translate(_LOWERED), text)
    text = text.replace("₂", "2").replace("₃", "3").replace("**", "^")
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s*([/·*^()])\s*", r"\1", text)
    return _fold_of(_fold_chinese(text))


def _fold_chinese(text: str) -> str:
    """平方米 → 米^2, 每 → /, 万次 → 10000 次, MPN/mL或CFU/mL → MPN或CFU/mL."""
    text = re.sub(rf"平方({_LENGTHS})", r"\1^2", text)
    text = re.sub(rf"立方({_LENGTHS})", r"\1^3", text)
    text = text.replace("平米", "米^2").replace("每", "/")
    text = re.sub(
        r"(^|[/·(])(十万|百万|千万|万|亿)(?=.)",
        lambda m: f"{m[1]}{_MANY[m[2]]} ",
        text,
    )
    text = re.sub(r"^(万|亿)$", lambda m: str(_MANY[m[1]]), text)
    return re.sub(r"\b(MPN|CFU)(/.+)或(MPN|CFU)\2$", r"MPN或CFU\2", text)


def _fold_of(text: str) -> str:
    """What the mass is counted as becomes an annotation: mg/l O2 → mg/l{O2}, mgKOH/g."""
    text = re.sub(r"(?<=mg)(KOH|O2|CaCO3)(?=/|$)", r"{\1}", text)
    return re.sub(rf"(?<=[glL]) ({_OF})(?=[/)]|$)", r"{\1}", text)
