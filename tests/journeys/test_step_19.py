"""Scenario step 19 (2018-05-15): the national office publishes a scheme with its three sections,
every step by a form or a button; without the timetable it is refused and the section named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from duibiao import clock
from duibiao.catalogue.actions import load_scheme, save_document
from duibiao.catalogue.models import BenchmarkList, SchemeDraft, SchemeVersion
from duibiao.clock import at
from duibiao.core.canonical import load
from duibiao.demo.people import Cast
from duibiao.demo.schemes_story import SCHEME, SECTIONS, scheme_documents
from duibiao.demo.story import Story
from tests.people import client_of, load_city, person, reviewer
from tests.played import PASSPHRASE

pytestmark = [pytest.mark.django_db, pytest.mark.clause("五(三)2-1", "附.22-1")]


@pytest.fixture(autouse=True)
def _moment() -> Iterator[None]:
    load_city()
    for document in scheme_documents():
        load_scheme(document=document)
    with clock.turned_to(at(2018, 5, 10)):
        yield


def step(client: Client, name: str, reason: str = "") -> str:
    """Press a button of the draft; what the page then says."""
    draft = SchemeDraft.everything.get()
    answer = client.post(
        f"/steps/scheme/{draft.pk}/{name}/",
        {"expected_version": draft.version, "reason": reason},
        follow=True,
    )
    return answer.content.decode()


def write(sections: dict[str, Any]) -> None:
    """The editor is tested where it stands; here its action."""
    draft = SchemeDraft.everything.get()
    document = load(draft.document) | {"sections": sections}
    save_document(draft=draft, document=document, expected_version=draft.version, by=person("gb"))


def test_without_the_timetable_refused_with_it_published_and_told() -> None:
    """Revise, write two sections, consult, hand in: refused for the timetable; write it, hand in,
    the reviewer publishes; bureaus and associations find the message; version 1 stays."""
    first = SchemeVersion.objects.get(code=SCHEME)
    writer, reader = client_of(person("gb")), client_of(person("120116-market"))
    writer.post(f"/catalogue/schemes/{first.pk}/revise/")
    page = SchemeDraft.everything.get().get_absolute_url()
    write({name: text for name, text in SECTIONS.items() if name != "timetable"})
    writer.post(f"{page}day/", {"until": "2018-05-13"})
    step(writer, "consult")
    assert "意见截止 2018-05-13" in reader.get(page).content.decode()
    with clock.turned_to(at(2018, 5, 15)):
        step(writer, "conclude")
        assert "缺少“时间安排”一节" in step(writer, "submit")
        assert SchemeDraft.everything.get().state == "revising"
        write(SECTIONS)
        step(writer, "submit")
        assert SchemeDraft.everything.get().state == "submitted"
        step(writer, "publish")  # the handler has no such button
        assert SchemeVersion.objects.filter(code=SCHEME).count() == 1
        step(client_of(reviewer("gb")), "publish")
        second = SchemeVersion.objects.get(code=SCHEME, version=2)
        for code in ("120116-market", "tj-association", "tj-market"):
            inbox = client_of(person(code)).get("/inbox/").content.decode()
            assert "对标技术方案已发布" in inbox, code
        shown = reader.get(second.get_absolute_url()).content.decode()
        assert "确定对标依据" in shown
        old = reader.get(first.get_absolute_url()).content.decode()
        assert "已替代" in old
        changes = reader.get(f"{second.get_absolute_url()}changes/").content.decode()
        assert "保障措施" in changes


@pytest.mark.clause("附.21-1")
def test_the_story_publishes_the_list_and_the_scheme() -> None:
    """Step 19 as the demonstration plays it."""
    with clock.turned_to(at(2018, 5, 15)):
        story = Story(Cast(PASSPHRASE))
        story.step_19()
    record = BenchmarkList.everything.get()
    assert (record.state, record.items.count()) == ("published", 2)
    draft = SchemeDraft.everything.get()
    assert draft.published is not None
    assert (draft.state, draft.published.version) == ("published", 2)
    assert [c.disposition for c in draft.comments.all()] == ["partly"]
