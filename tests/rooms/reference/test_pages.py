"""Reference pages: terms, industries, sizes, regions; open to everybody."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.reference.actions import load_reference
from duibiao.reference.terms import found, terms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _loaded() -> None:
    load_reference()


@pytest.mark.clause("附-0")
def test_there_are_29_terms_numbered_without_a_gap() -> None:
    """恰29条，编号1–29连续，两种语言齐全，可搜索“业态”."""
    assert [term.number for term in terms()] == list(range(1, 30))
    for term in terms():
        assert all((term.chinese, term.english, term.meaning_chinese, term.meaning_english))
    assert [term.number for term in found("业态")] == [8, 9]


@pytest.mark.clause("附-0")
def test_terms_are_searched_and_exported(client: Client) -> None:
    """The page has each; the file has a line for each."""
    page = client.get("/terms/").content.decode()
    assert page.count('<div id="t') == 29
    assert client.get("/terms/", {"words": "unicorn"}).content.decode().count('<div id="t') == 1
    lines = client.get("/terms/terms.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 30


@pytest.mark.clause("附.5-2")
def test_区域特色经济_finds_块状经济() -> None:
    """The synonym leads to the term."""
    assert [term.number for term in found("区域特色经济")] == [5]


@pytest.mark.clause("五(二)2(3)-2")
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, "制造业"),
        ({"under": "C"}, "汽车制造业"),
        ({"under": "367"}, "C3670"),
        ({"words": "汽车零部件"}, "C3670"),
        ({"words": "C3670"}, "汽车零部件及配件制造"),
        ({"words": "没有这个"}, "没有找到"),
    ],
)
def test_a_class_is_found_level_by_level_or_by_name(
    client: Client, asked: dict[str, str], shown: str
) -> None:
    """Tree and search."""
    assert shown in client.get("/reference/industries/", asked).content.decode()


def test_a_chosen_code_goes_back_to_the_form_and_nowhere_else(client: Client) -> None:
    """Only addresses of ours are led back to."""
    asked = {"words": "3670", "next": "/do/enterprise/"}
    page = client.get("/reference/industries/", asked).content.decode()
    assert 'href="/do/enterprise/?industry=C3670"' in page
    elsewhere = {"words": "3670", "next": "https://example.org/"}
    assert "industry=C3670" not in client.get("/reference/industries/", elsewhere).content.decode()
    assert (
        "//evil"
        not in client.get(
            "/reference/industries/", {"words": "3670", "next": "//evil"}
        ).content.decode()
    )


@pytest.mark.parametrize(
    ("figures", "size"),
    [
        ({"industry": "C3670", "employees": "300", "revenue": "2000"}, "中型"),
        ({"industry": "C3670", "employees": "1000", "revenue": "40000"}, "大型"),
        ({"industry": "C3670", "employees": "19", "revenue": "99999"}, "微型"),
    ],
)
def test_the_calculator_says_the_size(client: Client, figures: dict[str, str], size: str) -> None:
    """Limits are inclusive; the lowest figure decides (国统字〔2017〕213号)."""
    page = client.get("/reference/sizes/", figures).content.decode()
    assert f"<strong>{size}</strong>" in page


def test_the_calculator_says_what_is_missing_or_wrong(client: Client) -> None:
    """A missing figure is asked for; an unknown code is named."""
    page = client.get("/reference/sizes/", {"industry": "C3670", "employees": "300"})
    assert "还需要" in page.content.decode()
    unknown = client.get("/reference/sizes/", {"industry": "C9999", "employees": "3"})
    assert "C9999" in unknown.content.decode()


def test_the_16_districts_are_listed_with_their_codes(client: Client) -> None:
    """GB/T 2260."""
    page = client.get("/reference/regions/").content.decode()
    assert page.count(">区</td>") == 16
    assert "120116" in page


@pytest.mark.parametrize(
    "path", ["/reference/", "/reference/regions/", "/reference/industries/?words=制造", "/terms/"]
)
def test_the_pages_ask_little(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Three questions at most, whatever the number of rows."""
    with django_assert_max_num_queries(3):
        assert client.get(path).status_code == 200
