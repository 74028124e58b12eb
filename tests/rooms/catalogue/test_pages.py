"""The catalogue's pages: the list, a version, a draft with its consultation, what changed."""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao import clock
from duibiao.catalogue import actions
from duibiao.catalogue.models import Disposition, SchemeDraft, SchemeVersion
from duibiao.catalogue.queries import document_of
from duibiao.clock import at
from duibiao.demo.actions import scheme_documents
from tests.people import client_of, person, reviewer
from tests.rooms.catalogue.test_drafts import _city, consulted, published, start, take
from tests.rules.example_schemes import complete_document

pytestmark = pytest.mark.django_db
__all__ = ["_city"]  # the fixture


def shown(client: Client, path: str, status: int = 200) -> str:
    """The page's text."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


@pytest.mark.clause("五(三)2-1")
def test_the_list_shows_published_schemes_to_everybody_and_drafts_by_right() -> None:
    """Anybody sees what is published and may narrow it; a draft only those who write it; in
    consultation everybody who signs in."""
    for document in scheme_documents()[:3]:
        actions.load_scheme(document=document)
    draft = start()
    assert "婴幼儿针织服装" in shown(Client(), "/catalogue/")
    assert "婴幼儿针织服装" not in shown(Client(), "/catalogue/?industry=37")
    assert "婴幼儿针织服装" in shown(Client(), "/catalogue/?industry=18&state=published")
    clerk, writer = client_of(person("120116-market")), client_of(person("gb"))
    assert draft.get_absolute_url() not in shown(clerk, "/catalogue/")
    assert draft.get_absolute_url() in shown(writer, "/catalogue/?state=draft")
    shown(clerk, draft.get_absolute_url(), 404)
    consulted(draft)
    assert draft.get_absolute_url() in shown(clerk, "/catalogue/?state=consultation")
    assert "2018-05-10" in shown(clerk, draft.get_absolute_url())


@pytest.mark.parametrize("schemes", [1, 10])
def test_the_list_asks_a_constant_number_of_times(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, schemes: int
) -> None:
    """One scheme or ten: whether this is a rehearsal, the versions, the industries' names."""
    for document in scheme_documents()[:schemes]:
        actions.load_scheme(document=document)
    with django_assert_num_queries(3):
        shown(client, "/catalogue/")


@pytest.mark.clause("五(三)3-2", "五(三)3-2a", "五(三)3-2c", "附.22-1")
def test_a_version_shows_all_six_elements_and_three_sections() -> None:
    """Product, standards with category and origin, tree, requirements, reasons, weights, sections,
    digest; and its document, byte for byte."""
    version = published().published
    assert version is not None
    page = shown(Client(), version.get_absolute_url())
    for words in (
        *(
            "示例产品",
            "国外先进标准",
            "德国 · DIN",
            "全部指标不低于 ISO 1",
            "力学与成分",
            "屈服强度",
        ),
        *(
            "≥355",
            "≥400",
            "ISO 6892-1",
            "影响使用安全",
            "60%",
            "100%",
            "先查标准",
            "市场监管委牵头",
        ),
        *("收集标准", "2018-05-31", version.digest, "国家专项行动办公室"),
    ):
        assert words in page, words
    got = client_of(person("gb")).get(f"{version.get_absolute_url()}scheme.json")
    assert got.content.decode() == version.document


@pytest.mark.parametrize("number", range(10))
def test_every_example_scheme_has_its_page(number: int) -> None:
    """Ten real schemes, none of them complete: each page can be read, and says so in English."""
    version = actions.load_scheme(document=scheme_documents()[number])
    client = Client()
    assert version.title in shown(client, version.get_absolute_url())
    client.cookies["language"] = "en"
    shown(client, version.get_absolute_url())


def test_what_is_missing_leads_to_its_place() -> None:
    """An incomplete draft lists each lack with a link to an anchor that is on the page."""
    document = complete_document()
    del document["sections"]["timetable"]
    document["indicators"][0]["selection_reason"] = ""
    draft = start(document)
    page = shown(client_of(person("gb")), draft.get_absolute_url())
    for anchor in ("sections", "indicators-0"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
    assert "发布前还缺 2 处" in page


@pytest.mark.clause("三(六)-1")
def test_a_consultation_over_http() -> None:
    """The day is set and the scheme put out by buttons; an association comments on an indicator;
    the drafter declines with a reason, without one she is told; the author reads it."""
    draft = start()
    page = draft.get_absolute_url()
    writer, expert = client_of(person("gb")), client_of(person("tj-association"))
    assert writer.post(f"{page}day/", {"until": "昨天"}).status_code == 422
    assert writer.post(f"{page}day/", {"until": "2018-05-10"}).status_code == 302
    seen = SchemeDraft.everything.get(pk=draft.pk)
    writer.post(f"/steps/scheme/{draft.pk}/consult/", {"expected_version": seen.version})
    assert "提交意见" in shown(expert, page)
    empty = expert.post(f"{page}comments/", {"words": " ", "indicator": "I1"})
    assert "请写出意见内容" in empty.content.decode()
    expert.post(f"{page}comments/", {"words": "领跑值偏低", "indicator": "I1"})
    row = draft.comments.get()
    bare = writer.post(f"{page}comments/{row.pk}/", {"disposition": "declined", "reason": ""})
    assert bare.status_code == 422
    assert expert.post(f"{page}comments/{row.pk}/", {"disposition": "adopted"}).status_code == 403
    writer.post(f"{page}comments/{row.pk}/", {"disposition": "declined", "reason": "数据不足"})
    read = shown(expert, page)
    for words in ("领跑值偏低", "不采纳", "数据不足", "分析研究意见"):
        assert words in read
    assert "提交意见" not in shown(client_of(person("gb")), page)


def test_changes_between_versions_and_since_the_consultation() -> None:
    """A revision's page of changes names the field, before and after; so does the new version's;
    the old version says that it is superseded and by which."""
    first = published().published
    assert first is not None
    writer = client_of(person("gb"))
    page = shown(writer, first.get_absolute_url())
    assert "修订，另起新稿" in page
    answer = writer.post(f"{first.get_absolute_url()}revise/")
    draft = SchemeDraft.everything.get(revises=first)
    assert answer["Location"] == draft.get_absolute_url()
    assert "没有改动" in shown(writer, f"{draft.get_absolute_url()}changes/")
    draft = consulted(draft)
    with clock.turned_to(at(2018, 5, 11)):
        draft = take(draft, "conclude")
    text = deepcopy(document_of(first))
    text["indicators"][0]["leading"]["text"] = "≥420"
    draft = actions.save_document(
        draft=draft, document=text, expected_version=draft.version, by=person("gb")
    )
    for query in ("", "?since=consultation"):
        changes = shown(writer, f"{draft.get_absolute_url()}changes/{query}")
        assert "领跑值" in changes
        assert "≥420" in changes
    second = take(take(draft, "submit"), "publish", reviewer("gb")).published
    assert second is not None
    assert "≥420" in shown(Client(), f"{second.get_absolute_url()}changes/")
    shown(Client(), f"{first.get_absolute_url()}changes/", 404)
    old = shown(Client(), first.get_absolute_url())
    assert "已替代" in old
    assert second.get_absolute_url() in old


@pytest.mark.parametrize("count", [1, 12])
def test_a_draft_asks_a_constant_number_of_times(
    django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    """However many comments."""
    draft = consulted(start())
    for number in range(count):
        made = actions.comment(draft=draft, words=f"意见{number}", by=person("tj-association"))
        actions.dispose(comment=made, disposition=Disposition.ADOPTED, by=person("gb"))
    client = client_of(person("gb"))
    shown(client, draft.get_absolute_url())
    with django_assert_max_num_queries(22):
        shown(client, draft.get_absolute_url())


def test_a_foreign_office_does_not_revise() -> None:
    """The commission may draft, yet not the national office's scheme: it is told why."""
    version = published().published
    assert version is not None
    client = client_of(person("tj-market"))
    answer = client.post(f"{version.get_absolute_url()}revise/", follow=True)
    assert "example" in answer.content.decode()
    assert SchemeDraft.everything.count() == 1
    assert SchemeVersion.objects.count() == 1
