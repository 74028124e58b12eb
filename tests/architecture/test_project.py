"""What the project's own files promise."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT, checked_tests

LOCKS = ("requirements.lock", "requirements-run.lock")
PIN = re.compile(r"^([A-Za-z0-9._-]+(?:\[[^\]]*\])?)==(\S+)", re.MULTILINE)


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_locks_name_hashes_and_no_address(name: str) -> None:
    """Every package is pinned with hashes; where it comes from is the machine's business."""
    text = _read(name)
    blocks = re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?://|--index-url|--find-links", text)


def test_the_site_runs_what_is_tested() -> None:
    """The packages to run the site are those of the tests, in the same versions."""
    tested = dict(PIN.findall(_read("requirements.lock")))
    serving = dict(PIN.findall(_read("requirements-run.lock")))
    assert {name: v for name, v in serving.items() if tested.get(name) != v} == {}


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_is_one_page(name: str) -> None:
    """Under 80 lines, with a picture and the two commands."""
    text = _read(name)
    assert text.count("\n") < 80
    assert "](docs/images/" in text
    assert "make run" in text
    assert "make test" in text


def test_links_between_documents_lead_somewhere() -> None:
    """A relative link in a document names a file that exists."""
    broken = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists() and not link.startswith("docs/images/")
    ]
    assert broken == []


def test_rules_say_what_they_state() -> None:
    """Each test in tests/rules has a docstring: docs/method is made of them."""
    found = [
        f"{source.name}:{node.lineno}"
        for source in checked_tests()
        if source.name.startswith("tests/rules/test_")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert found == []


def test_the_method_is_current() -> None:
    """docs/method says what tests/rules says now; `make docs` writes it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
