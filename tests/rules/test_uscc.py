"""Unified social credit codes: GB 32100-2015, with GB 11714-1997 for characters 9 to 17."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duibiao.core.identify.uscc import (
    ALPHABET,
    CodeFlaw,
    check,
    check_digit,
    organisation_check_digit,
)

# Codes companies publish in their annual reports and on their sites; the last is the example
# that circulates with GB 32100-2015.
PUBLISHED = [
    "914403001922038216",
    "9144030071526726XG",
    "91440300708461136T",
    "91330100799655058B",
    "91110108551385082Q",
    "91100000100003962T",
    "91440606722473344C",
    "91440400192548256N",
    "91440300192317458F",
    "91310000132260250X",
    "911200001034137808",
    "91120116722950227Y",
    "91350100M000100Y43",
]


@pytest.mark.parametrize("code", PUBLISHED)
def test_公开的真实代码都通过(code: str) -> None:
    """Real codes pass without any remark."""
    finding = check(code)
    assert (finding.valid, finding.reason) == (True, None)


@pytest.mark.parametrize(
    ("code", "flaw", "expected"),
    [
        ("914403001922038217", CodeFlaw.CHECK_DIGIT, "6"),  # last character changed
        ("911200001034173808", CodeFlaw.CHECK_DIGIT, "E"),  # two neighbours swapped
        ("91440300192203821Y", CodeFlaw.CHECK_DIGIT, "6"),
        ("91520000714304481T", CodeFlaw.CHECK_DIGIT, "E"),
        ("911100001000039625", CodeFlaw.CHECK_DIGIT, "Y"),  # another region written
    ],
)
def test_校验码不符时说出应为几(code: str, flaw: CodeFlaw, expected: str) -> None:
    """A wrong check character is named together with the one that fits (clause 4.6)."""
    finding = check(code)
    assert (finding.valid, finding.reason, finding.expected) == (False, flaw, expected)


@pytest.mark.parametrize(
    ("code", "flaw"),
    [
        ("", CodeFlaw.LENGTH),
        ("91440300192203821", CodeFlaw.LENGTH),
        ("9144030019220382160", CodeFlaw.LENGTH),
        ("91440300I922038216", CodeFlaw.CHARSET),  # I
        ("9144060672247334OC", CodeFlaw.CHARSET),  # the letter O
        ("91120OOO1034137808", CodeFlaw.CHARSET),  # zeros typed as O
        ("91440300192203821x", CodeFlaw.CHARSET),  # small letter
        ("９１４４０３００１９２２０３８２１６", CodeFlaw.CHARSET),  # full width: normalise first
        ("000000000000000000", CodeFlaw.CATEGORY),  # its check character fits
        ("96440300192203821N", CodeFlaw.CATEGORY),  # 9 has no kind 6
        ("91990000192203821W", CodeFlaw.REGION),
        ("12010319000101001X", CodeFlaw.REGION),  # an identity card number (invented)
    ],
)
def test_不合规则的代码说出第一个原因(code: str, flaw: CodeFlaw) -> None:
    """Length, characters, category, region, check character: the first that fails is told."""
    finding = check(code)
    assert (finding.valid, finding.reason) == (False, flaw)


def test_组织机构代码自身校验不符只提示() -> None:
    """Character 17 fails GB 11714 while character 18 fits: valid, with a remark."""
    finding = check("91120000103413781B")
    assert (finding.valid, finding.reason, finding.expected) == (True, CodeFlaw.ORG_CODE, "0")


@pytest.mark.parametrize("body", ["D2143569"])
def test_组织机构代码校验码的标准算例(body: str) -> None:
    """The worked example of GB 11714-1997: D2143569 → X."""
    assert organisation_check_digit(body) == "X"


@given(st.sampled_from(PUBLISHED), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_改动任何一位都会被发现(code: str, place: int, character: str) -> None:
    """31 is prime and no weight is 0: every single-character change is caught."""
    changed = code[:place] + character + code[place + 1 :]
    assert check(changed).valid == (changed == code)


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 15))
def test_相邻两位互换会被发现(first: str, place: int) -> None:
    """Neighbouring weights differ mod 31, so swapping unlike neighbours changes the check."""
    a, b = first[place], first[place + 1]
    swapped = first[:place] + b + a + first[place + 2 :]
    assert (check_digit(swapped) == check_digit(first)) == (a == b)


@given(st.text())
def test_任何文本都有答复(text: str) -> None:
    """No input raises; a reason always stands beside an invalid code."""
    finding = check(text)
    assert finding.valid or finding.reason is not None
