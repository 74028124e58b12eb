"""Every fact and every word is said in Chinese and in English."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Iterator
from enum import StrEnum
from string import Formatter

from duibiao.core.errors import Fact
from duibiao.ui.wording import WORDS, modules
from tests.architecture.sources import PACKAGE, Source, package

SAY = re.compile(r"""\{%\s*say\s+(?:"([^"]+)"|'([^']+)')([^%]*)%\}""")
PASSED = re.compile(r"(\w+)=")


def _load_all() -> None:
    for source in package():
        if not source.module.startswith(("duibiao.config.bench", "duibiao.config.wsgi")):
            importlib.import_module(source.module)


def _below(kind: type[Fact]) -> set[type[Fact]]:
    return {kind, *(deeper for sub in kind.__subclasses__() for deeper in _below(sub))}


def _facts() -> set[type[Fact]]:
    """Every kind of fact of the package that can be raised: those with a code of their own."""
    _load_all()
    found = _below(Fact)
    return {f for f in found if "code" in vars(f) and f.__module__.startswith("duibiao.")} - {Fact}


def _derived(fact: type[Fact]) -> set[str]:
    """Values a kind of fact adds to its fields: the constant keys of its `values()`."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(fact.values)))
    keys = [node.keys for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    return {str(key.value) for row in keys for key in row if isinstance(key, ast.Constant)}


def _placeholders(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_every_fact_has_a_sentence() -> None:
    """A fact without a sentence would reach a person as a code."""
    assert sorted(f.code for f in _facts() if f"fact.{f.code}" not in WORDS) == []


def test_codes_of_facts_are_unique() -> None:
    """Two kinds of fact never share a code: it is the error code of the interface."""
    codes = [f.code for f in _facts()]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_a_sentence_uses_only_values_its_fact_has() -> None:
    """Each {placeholder} is a field of the fact."""
    found = []
    for fact in _facts():
        fields = set(getattr(fact, "__dataclass_fields__", {})) | _derived(fact)
        for text in WORDS.get(f"fact.{fact.code}", ()):
            found += [f"{fact.code}: {{{name}}}" for name in sorted(_placeholders(text) - fields)]
    assert found == []


def test_both_languages_say_the_same() -> None:
    """Both texts are there, and carry the same values."""
    empty = [key for key, texts in WORDS.items() if not all(t.strip() for t in texts)]
    uneven = [k for k, (zh, en) in WORDS.items() if _placeholders(zh) != _placeholders(en)]
    assert (empty, uneven) == ([], [])


def test_every_member_of_a_worded_enumeration_has_a_word() -> None:
    """An enumeration that has one word has all of them."""
    _load_all()
    prefixes = {key.split(".")[0] for key in WORDS}
    missing = [
        f"{kind.__name__.lower()}.{member.value}"
        for kind in StrEnum.__subclasses__()
        if kind.__module__.startswith("duibiao.") and kind.__name__.lower() in prefixes
        for member in kind
        if f"{kind.__name__.lower()}.{member.value}" not in WORDS
    ]
    assert missing == []


def test_templates_say_what_exists_and_fill_it_in() -> None:
    """Each `{% say "key" %}` has words, and passes every value they need."""
    found = []
    for path in sorted(PACKAGE.rglob("*.html")):
        for double, single, rest in SAY.findall(path.read_text(encoding="utf-8")):
            key = double or single
            if key not in WORDS:
                found.append(f"{path.name}: {key}")
                continue
            missing = _placeholders(WORDS[key][0]) - set(PASSED.findall(rest))
            found += [f"{path.name}: {key} {{{name}}}" for name in sorted(missing)]
    assert found == []


def _keys_said(source: Source) -> Iterator[tuple[int, str, bool]]:
    """Line, key and whether it is whole, of each `text("key", …)` and `text(f"begin.{…}", …)`."""
    for call in ast.walk(source.tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        if getattr(call.func, "attr", getattr(call.func, "id", "")) != "text":
            continue
        key = call.args[0]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield call.lineno, key.value, True
        if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
            yield call.lineno, str(key.values[0].value), False


def test_code_says_what_exists() -> None:
    """Each key the code says has words; of a key put together, the beginning is known."""
    found = [
        f"{source.name}:{line} {key}"
        for source in package()
        for line, key, whole in _keys_said(source)
        if key not in WORDS and (whole or not any(known.startswith(key) for known in WORDS))
    ]
    assert found == []


def test_no_key_is_said_twice() -> None:
    """A key has one home: two modules with the same key would silently shadow each other."""
    keys = [key for words in modules().values() for key in words]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
