"""The editor of a draft over HTTP: who may write, cells, operations, files in and out."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duibiao.accounts.models import User
from duibiao.catalogue import actions
from duibiao.catalogue.editor_cells import Shown
from duibiao.catalogue.editor_keys import KeyUnknown, key_of, place_of
from duibiao.catalogue.models import SchemeDraft
from duibiao.catalogue.scheme_workbook import scheme_workbook
from duibiao.core.canonical import canonical, digest, load
from duibiao.core.compare.scheme_editing_cells import Part, Place
from duibiao.journal.models import Entry
from duibiao.organisations.queries import organisation
from tests.people import client_of, load_city, person
from tests.rooms.catalogue.test_scheme_workbook import KNITWEAR, SCHEMES

pytestmark = pytest.mark.django_db
QUERIES = 16
COMMISSION, INSTITUTE, BUREAU = "tj-market", "tj-institute", "120101-market"
NAME = Place(part=Part.INDICATOR, indicator="01-infant-knitwear-01", field="name")
JSON: dict[str, Any] = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def writer() -> User:
    """The commission's handler."""
    load_city()
    return person(COMMISSION)


@pytest.fixture
def client(writer: User) -> Client:
    """Her browser."""
    return client_of(writer)


@pytest.fixture
def draft(writer: User) -> SchemeDraft:
    """A draft with an example scheme in it."""
    return actions.start_draft(
        owner=organisation(COMMISSION), code="a-1", title="某方案", by=writer, document=KNITWEAR
    )


def at(draft: SchemeDraft, rest: str = "") -> str:
    return f"/catalogue/edit/{draft.pk}/{rest}"


def document_of(draft: SchemeDraft) -> dict[str, Any]:
    document: dict[str, Any] = load(SchemeDraft.everything.get(pk=draft.pk).document)
    return document


def typed(place: Place, value: str, before: str) -> dict[str, str]:
    return {key_of(place): value, f"was:{key_of(place)}": before}


def test_only_its_writers_open_a_draft(draft: SchemeDraft, client: Client) -> None:
    """起草单位的经办人能打开；区局打不开，也改不了。"""
    page = client.get(at(draft))
    assert page.status_code == 200
    assert "甲醛含量" in page.content.decode()
    other = client_of(person(BUREAU))
    for path in ("", "scheme.json", "scheme.xlsx"):
        assert other.get(at(draft, path)).status_code == 404
    answer = other.post(at(draft, "cells/"), typed(NAME, "改", "甲醛含量"))
    assert answer.status_code == 404
    assert digest(document_of(draft)["indicators"]) == digest(KNITWEAR["indicators"])
    assert Client().get(at(draft)).status_code == 302


def test_the_page_costs_the_same_for_any_scheme(
    draft: SchemeDraft, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """指标再多，查询次数不变。"""
    with django_assert_max_num_queries(QUERIES):
        client.get(at(draft))


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_every_example_scheme_is_shown_whole(name: str, writer: User, client: Client) -> None:
    """十个示例方案都能打开编辑，每条要求原文都在格中。"""
    made = actions.start_draft(
        owner=organisation(COMMISSION), code="x", title="示例", by=writer, document=SCHEMES[name]
    )
    assert client.get(at(made)).status_code == 200
    shown = Shown(document_of(made), "zh")
    texts = {c.value for row in shown.grid for col in row.columns for r in col for c in r}
    for entry in SCHEMES[name]["indicators"]:
        for row in (*entry["benchmark_requirements"], *entry["domestic_baseline"]):
            assert row["text"] in texts


def test_a_cell_is_saved_and_read_aloud(draft: SchemeDraft, client: Client) -> None:
    """写一格存一格：回告怎么读、权重合计、还缺什么；留下日志。"""
    place = Place(
        part=Part.REQUIREMENT,
        indicator="01-infant-knitwear-01",
        standard="GB 31701-2015",
        field="text",
    )
    weight = Place(part=Part.INDICATOR, indicator="01-infant-knitwear-01", field="weight")
    answer = client.post(
        at(draft, "cells/"), {**typed(place, "≤30", ""), **typed(weight, "14", "15")}, **JSON
    )
    said = answer.json()
    assert said["cells"][key_of(place)]["state"] == "saved"
    assert "30" in said["cells"][key_of(place)]["read"]
    assert said["sum"] == "99"
    assert "99" in said["missing"] or "0.99" in said["missing"]
    assert document_of(draft)["indicators"][0]["weight"] == Decimal("0.14")
    assert Entry.objects.filter(event="scheme.written").count() == 1
    read = client.post(at(draft, "read/"), {"key": key_of(place), "value": "约三十"}, **JSON)
    assert read.json()["unread"] is True


def test_two_engineers_in_one_cell_lose_nothing(draft: SchemeDraft, client: Client) -> None:
    """同一格别人先改：不覆盖，两个值都给；没有脚本时，写的仍在格中。"""
    client.post(at(draft, "cells/"), typed(NAME, "游离甲醛", "甲醛含量"), **JSON)
    answer = client.post(at(draft, "cells/"), typed(NAME, "水解甲醛", "甲醛含量"), **JSON).json()
    cell = answer["cells"][key_of(NAME)]
    assert (cell["state"], cell["present"]) == ("changed", "游离甲醛")
    assert "水解甲醛" in cell["said"]
    plain = client.post(at(draft, "cells/"), typed(NAME, "水解甲醛", "甲醛含量"))
    assert plain.status_code == 409
    page = plain.content.decode()
    assert 'value="水解甲醛"' in page
    assert f'name="was:{key_of(NAME)}" value="游离甲醛"' in page
    assert document_of(draft)["indicators"][0]["name"] == "游离甲醛"
    done = client.post(at(draft, "cells/"), typed(NAME, "水解甲醛", "游离甲醛"))
    assert done.status_code == 302
    assert document_of(draft)["indicators"][0]["name"] == "水解甲醛"


def test_a_save_in_between_is_not_written_over(
    draft: SchemeDraft, client: Client, monkeypatch: pytest.MonkeyPatch, writer: User
) -> None:
    """读与存之间别人存了别的格：重来一次，两人的都在。"""
    kept = actions.save_document
    waiting = [True]

    def slow(**given: Any) -> SchemeDraft:
        if waiting.pop() if waiting else False:
            other = {**document_of(draft), "scope": "别人写的"}
            kept(draft=draft, document=other, expected_version=1, by=writer)
        return kept(**given)

    monkeypatch.setattr(actions, "save_document", slow)
    client.post(at(draft, "cells/"), typed(NAME, "游离甲醛", "甲醛含量"), **JSON)
    assert document_of(draft)["scope"] == "别人写的"
    assert document_of(draft)["indicators"][0]["name"] == "游离甲醛"


def test_rows_are_added_moved_and_removed(draft: SchemeDraft, client: Client) -> None:
    """加、移、删一行，平分权重：按钮与键盘同一地址；没有脚本时回到页面。"""

    def does(op: str, **more: str) -> Any:
        return client.post(at(draft, "do/"), {"op": op, "version": "1", **more}, **JSON).json()

    assert does("indicator.add/01-infant-knitwear-01")["focus"] == "i1"
    assert does("indicator.move/01-infant-knitwear-01/1")["focus"] == "i1"
    assert does("indicator.remove/01-infant-knitwear-02")["focus"] == "i1"
    assert does("standard.add", number="ISO 9", role="benchmark")["focus"]
    assert "已列有" in does("standard.add", number="ISO 9")["said"][0]
    assert "还有" in does("standard.remove/GB%2018401-2010")["said"][0]
    assert does("weights.spread")["sum"] == "100"
    answer = client.post(at(draft, "do/"), {"op": "standard.remove/ISO%209"})
    assert answer.status_code == 302
    assert "said" in does("fly.away")
    assert "said" in does("indicator.move/01-infant-knitwear-01")
    seen = str(SchemeDraft.everything.get(pk=draft.pk).version)
    assert does("task.add", version=seen)["focus"] == "t0"
    assert "said" in does("task.remove/0", version=seen)  # 别人已改过


def test_a_block_is_pasted(draft: SchemeDraft, client: Client) -> None:
    """整块粘贴：写进去的写进去，读不懂的指出来；版本不符则不动。"""
    sent = {"at": key_of(NAME), "block": "甲\t\t安全\n乙\t\t\t\t\t很高", "version": "1"}
    answer = client.post(at(draft, "block/"), sent, **JSON).json()
    assert [e["name"] for e in document_of(draft)["indicators"][:2]] == ["甲", "乙"]
    assert "很高" in answer["said"][0]
    again = client.post(at(draft, "block/"), sent, **JSON)
    assert again.status_code == 409
    nowhere = client.post(at(draft, "block/"), {**sent, "at": "x", "version": "2"}, **JSON)
    assert nowhere.status_code == 409


@pytest.mark.parametrize("kind", ["xlsx", "json"])
def test_out_and_in_again_exactly(draft: SchemeDraft, client: Client, kind: str) -> None:
    """下载再上传，方案一个字节不变。"""
    before = canonical(document_of(draft))
    content = client.get(at(draft, f"scheme.{kind}")).content
    again = {"file": SimpleUploadedFile(f"a.{kind}", content), "version": "1"}
    assert client.post(at(draft, "upload/"), again).status_code == 302
    assert canonical(document_of(draft)) == before
    changed = content
    if kind == "json":
        changed = content.replace("婴幼儿针织服装".encode(), "婴儿服装".encode())
        sent = {"file": SimpleUploadedFile("a.json", changed), "version": "1"}
        client.post(at(draft, "upload/"), sent)
        assert document_of(draft)["product_or_service"]["name"] == "婴儿服装"


@pytest.mark.clause("五(三)3-2")
@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_ten_schemes_edited_out_and_in_again(name: str, writer: User, client: Client) -> None:
    """十个方案逐个编辑、导出、再导入，不丢一个字节；改回去与原文逐字节相同。"""
    document = SCHEMES[name]
    made = actions.start_draft(
        owner=organisation(COMMISSION),
        code=document["scheme_id"],
        title=document["title"],
        by=writer,
        document=document,
    )
    entry = document["indicators"][0]
    place = Place(part=Part.INDICATOR, indicator=entry["id"], field="name")
    client.post(at(made, "cells/"), typed(place, "改了名", entry["name"]), **JSON)
    for kind in ("xlsx", "json"):
        content = client.get(at(made, f"scheme.{kind}")).content
        before = document_of(made)
        client.post(at(made, "cells/"), typed(place, "又改了", "改了名"), **JSON)
        seen = str(SchemeDraft.everything.get(pk=made.pk).version)
        sent = {"file": SimpleUploadedFile(f"a.{kind}", content), "version": seen}
        client.post(at(made, "upload/"), sent)
        assert canonical(document_of(made)) == canonical(before)
    client.post(at(made, "cells/"), typed(place, entry["name"], "改了名"), **JSON)
    assert canonical(document_of(made)) == canonical(document)


@pytest.mark.clause("五(三)3-2")
def test_a_draft_begins_four_ways(writer: User, client: Client) -> None:
    """四种起草：空白、已发布的版本、工作簿、JSON；文件坏了说明哪里坏。"""
    del writer
    version = actions.load_scheme(document=KNITWEAR)

    def begins(by: Client = client, **sent: Any) -> SchemeDraft:
        answer = by.post("/catalogue/edit/new/", sent)
        assert answer.status_code == 302, answer.content.decode()
        return SchemeDraft.everything.latest("pk")

    empty = begins(code="e-1", title="空白方案")
    assert client.get(at(empty)).status_code == 200
    national = client_of(person("gb"))
    assert version.title in national.get("/catalogue/edit/new/").content.decode()
    assert version.title not in client.get("/catalogue/edit/new/").content.decode()
    revision = begins(by=national, revises=str(version.pk))
    assert digest(document_of(revision)) == version.digest
    book = scheme_workbook(SCHEMES["05-drinking-water"])
    from_book = begins(file=SimpleUploadedFile("方案.xlsx", book))
    assert canonical(document_of(from_book)) == canonical(SCHEMES["05-drinking-water"])
    content = client.get(f"/catalogue/edit/versions/{version.pk}/scheme.json").content
    from_json = begins(code="j-1", file=SimpleUploadedFile("a.json", content))
    assert document_of(from_json)["indicators"] == KNITWEAR["indicators"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.json", b"{", "不是方案文件"),
        ("a.json", b"[" * 100_000, "不是方案文件"),
        ("a.json", b'{"title":1e999999999}', "不是方案文件"),
        ("a.json", b'{"a":' + b"[" * 50 + b"]" * 50 + b"}", "不是方案文件"),
        ("a.json", b'{"indicators":[1]}', "indicators[0]"),
        ("a.json", b'{"indicators":[{"test_methods":[]}]}', "编号和名称"),
        ("a.xlsx", b"PK\x03\x04", "a.xlsx"),
        ("a.pdf", b"%PDF-1.4", "a.pdf"),
        ("", b"", ""),
    ],
)
def test_a_file_that_is_none(client: Client, name: str, content: bytes, says: str) -> None:
    """不是方案的文件：说明原因，什么也不留下。"""
    sent = {"file": SimpleUploadedFile(name, content)} if name else {}
    answer = client.post("/catalogue/edit/new/", sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not SchemeDraft.everything.exists()


def test_a_broken_workbook_tells_every_cell(client: Client, draft: SchemeDraft) -> None:
    """工作簿有错：每处都列出；草稿不变。"""
    book: Any = openpyxl.load_workbook(BytesIO(scheme_workbook(KNITWEAR)))
    book["指标体系"]["G2"], book["指标体系"]["F3"] = "很高", "向上"
    target = BytesIO()
    book.save(target)
    before = document_of(draft)
    sent = {"file": SimpleUploadedFile("a.xlsx", target.getvalue()), "version": "1"}
    page = client.post(at(draft, "upload/"), sent, follow=False)
    assert page.status_code == 302
    shown = client.get(at(draft)).content.decode()
    assert "G2" in shown
    assert "F3" in shown
    assert document_of(draft) == before


def test_what_is_no_cell_is_refused_not_broken(draft: SchemeDraft, client: Client) -> None:
    """乱写的地址、删去的指标：说明，不出系统错误。"""
    for key in ("x", "indicator/a/b/c/d", "method///0/x", "task///9/task", "whole///0/indicators"):
        headers: dict[str, Any]
        for headers in (JSON, {}):
            answer = client.post(at(draft, "cells/"), {key: "1", f"was:{key}": ""}, **headers)
            assert answer.status_code in {200, 302, 409}, key
    with pytest.raises(KeyUnknown):
        place_of("indicator/a")
    assert place_of(key_of(NAME)) == NAME
    assert client.get(at(draft)).status_code == 200


def test_nobody_else_begins_a_scheme(writer: User) -> None:
    """区局、部门不起草方案：打不开起草页，提交也被拒。"""
    del writer
    for code in (BUREAU, "120101-industry"):
        client = client_of(person(code))
        assert client.get("/catalogue/edit/new/").status_code == 403
        sent = {"code": "x-1", "title": "方案"}
        assert client.post("/catalogue/edit/new/", sent).status_code == 403
    assert not SchemeDraft.everything.exists()


def test_what_is_in_consultation_rests(draft: SchemeDraft, client: Client) -> None:
    """征求意见期间：页面只读，写入、加行、上传都被拒，说明原因。"""
    SchemeDraft.everything.filter(pk=draft.pk).update(state="consultation")
    page = client.get(at(draft)).content.decode()
    assert '<fieldset class="bare" disabled>' in page
    before = document_of(draft)
    answer = client.post(at(draft, "cells/"), typed(NAME, "改", "甲醛含量"), **JSON)
    assert answer.status_code == 409
    assert answer.json()["said"]
    assert client.post(at(draft, "do/"), {"op": "indicator.add"}).status_code == 302
    content = client.get(at(draft, "scheme.json")).content.replace(b"0.15", b"0.14")
    sent = {"file": SimpleUploadedFile("a.json", content), "version": "1"}
    client.post(at(draft, "upload/"), sent)
    assert document_of(draft) == before


def test_who_may_read_may_take_it_along(draft: SchemeDraft, client: Client) -> None:
    """征求意见时，能看的人都能下载工作簿和 JSON；已发布的版本不登录也能下载。"""
    assert (
        f'href="{at(draft, "scheme.xlsx")}"'
        in client.get(draft.get_absolute_url()).content.decode()
    )
    SchemeDraft.everything.filter(pk=draft.pk).update(state="consultation")
    reader = client_of(person(BUREAU))
    assert digest(load(reader.get(at(draft, "scheme.json")).content)) == digest(document_of(draft))
    version = actions.load_scheme(document=KNITWEAR)
    book = Client().get(f"/catalogue/edit/versions/{version.pk}/scheme.xlsx")
    assert book.status_code == 200
    assert Client().get("/catalogue/edit/versions/99/scheme.xlsx").status_code == 404


def test_a_stale_upload_is_refused(draft: SchemeDraft, client: Client) -> None:
    """上传前别人改过：不替换；没有选文件：不清空。"""
    client.post(at(draft, "cells/"), typed(NAME, "游离甲醛", "甲醛含量"), **JSON)
    content = client.get(at(draft, "scheme.json")).content
    sent = {"file": SimpleUploadedFile("a.json", content), "version": "1"}
    before = document_of(draft)
    client.post(at(draft, "upload/"), sent)
    client.post(at(draft, "upload/"), {"version": "2"})
    assert document_of(draft) == before


def test_the_institute_writes_for_the_commission(writer: User) -> None:
    """标准化研究院代市市场监管委起草。"""
    del writer
    client = client_of(person(INSTITUTE))
    assert client.post("/catalogue/edit/new/", {"code": "i-1", "title": "方案"}).status_code == 302
    made = SchemeDraft.everything.get()
    assert (made.owner.code, made.prepared_by.code) == (COMMISSION, INSTITUTE)
