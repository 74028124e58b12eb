"""Colours can be told apart: by contrast on the page, by lightness in print."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from tests.architecture.sources import PACKAGE

TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});")
TEXT = 4.5  # WCAG 2.2, 1.4.3
SHAPE = 3.0  # WCAG 2.2, 1.4.11: borders of fields, bars, focus rings
STEP = 6.0  # of CIE lightness: told apart in a black-and-white print
OUTCOMES = ("tone-leading", "tone-attained", "tone-attainable", "tone-unattainable")
WORDS = (*OUTCOMES, "ink", "ink-quiet", "action", "tone-pending", "tone-error", "tone-warning")


def _tokens() -> dict[str, str]:
    path = PACKAGE / "ui" / "static" / "ui" / "tokens.css"
    return dict(TOKEN.findall(path.read_text(encoding="utf-8")))


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _lightness(colour: str) -> float:
    return float(116 * _luminance(colour) ** (1 / 3) - 16)


@pytest.mark.parametrize("surface", ["page", "surface", "surface-2", "tone-changed"])
@pytest.mark.parametrize("ink", WORDS)
def test_words_can_be_read_on_every_surface(ink: str, surface: str) -> None:
    """AA for text, wherever a word may stand."""
    tokens = _tokens()
    assert _contrast(tokens[ink], tokens[surface]) >= TEXT


@pytest.mark.parametrize("shape", ["line-strong", "focus", "lane-declared", "lane-demanded"])
@pytest.mark.parametrize("surface", ["page", "surface"])
def test_shapes_can_be_seen(shape: str, surface: str) -> None:
    """Borders of fields, focus rings and bars stand out from what is behind them."""
    tokens = _tokens()
    assert _contrast(tokens[shape], tokens[surface]) >= SHAPE


def test_words_on_the_action_colour_can_be_read() -> None:
    """The header and the primary button."""
    tokens = _tokens()
    assert _contrast(tokens["on-action"], tokens["action"]) >= TEXT
    assert _contrast(tokens["focus-on-action"], tokens["action"]) >= SHAPE


def test_outcomes_differ_in_lightness() -> None:
    """The better the darker, each by a step, so that a print without colour says the same."""
    tones = [_lightness(_tokens()[name]) for name in OUTCOMES]
    assert tones == sorted(tones)
    assert min(b - a for a, b in combinations(tones, 2)) >= STEP


def test_colours_are_tokens() -> None:
    """A stylesheet names no colour of its own, but black and white for print."""
    found = [
        f"{path.name}: {colour}"
        for path in sorted(PACKAGE.rglob("static/**/*.css"))
        if path.name != "tokens.css"
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text(encoding="utf-8"))
        if colour.lower() not in {"#fff", "#000", "#999"}
    ]
    assert found == []
