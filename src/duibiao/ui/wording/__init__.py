"""Facts → sentences: the one home of words, in Chinese and English.

Each module beside this file holds `WORDS`, key → (中文, English), and is found by itself. Keys
of facts are `fact.<code>`, of enumerations `<enum>.<value>`, of page texts `<page>.<what>`.
Values of a fact are filled in by name. `tests/architecture/test_wording.py` fails on a fact
without a sentence.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from duibiao.core.errors import Fact

Language = Literal["zh", "en"]


def text(key: str, language: Language = "zh", **values: object) -> str:
    """The words behind a key, with its values filled in."""
    chinese, english = WORDS[key]
    return (english if language == "en" else chinese).format(**values)


def sentence(fact: Fact, language: Language = "zh") -> str:
    """One sentence for a person: what is wrong, where, what was expected, what to do."""
    values = {name: _said(value, language) for name, value in fact.values().items()}
    return text(f"fact.{fact.code}", language, **values)


def word(term: StrEnum, language: Language = "zh") -> str:
    """The word for one member of an enumeration."""
    return text(f"{type(term).__name__.lower()}.{term.value}", language)


def _said(value: object, language: Language) -> object:
    """A value inside a sentence: facts and enumerations in words, several joined."""
    if isinstance(value, Fact):
        return sentence(value, language)
    if isinstance(value, StrEnum) and f"{type(value).__name__.lower()}.{value.value}" in WORDS:
        return word(value, language)
    if isinstance(value, tuple):
        return ("、" if language == "zh" else ", ").join(str(_said(v, language)) for v in value)
    return value


def modules() -> dict[str, dict[str, tuple[str, str]]]:
    """The WORDS of every module beside this one, by the module's name."""
    names = sorted(info.name for info in iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module.WORDS for name, module in found.items() if hasattr(module, "WORDS")}


# Last: some modules speak of others' facts, with the functions above.
WORDS: dict[str, tuple[str, str]] = {
    key: said for words in modules().values() for key, said in words.items()
}
