"""The judge page over HTTP, on both databases: fill, paste, upload, download, keep, verify."""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from duibiao.catalogue.models import SchemeVersion
from duibiao.core.compare.proof import replay
from duibiao.declarations.models import Trial
from duibiao.demo.actions import load_demo
from duibiao.ui.wording.verdict import against_sentence

pytestmark = pytest.mark.django_db
KNITWEAR = "/judge/01-infant-knitwear/"
WATER = "/judge/05-drinking-water/"


@pytest.fixture(autouse=True)
def demo(db: None) -> None:
    load_demo()


def workbook(name: str) -> SimpleUploadedFile:
    content = (files("duibiao.demo") / "declarations" / f"{name}.xlsx").read_bytes()
    return SimpleUploadedFile(f"{name}.xlsx", content)


def test_loading_the_demonstration_twice_changes_nothing(db: None) -> None:
    load_demo()
    assert SchemeVersion.objects.count() == 10


def test_every_scheme_can_be_chosen_and_opened(client: Client) -> None:
    page = client.get("/judge/").content.decode()
    for version in SchemeVersion.objects.all():
        assert f"/judge/{version.code}/" in page
        assert client.get(f"/judge/{version.code}/").status_code == 200


def test_an_empty_sheet_has_no_conclusion_yet(client: Client) -> None:
    page = client.get(KNITWEAR).content.decode()
    assert "还没有填" in page
    assert "没法达标" not in page


@pytest.mark.clause("三(五)-2")
def test_what_is_typed_is_judged_and_nothing_is_stored(client: Client) -> None:
    response = client.post(KNITWEAR, {"text-1": "≤20", "unit-1": "mg/kg"})
    page = response.content.decode()
    assert "宽于" in page
    assert "差 25 %" in page
    assert not Trial.objects.exists()


def test_a_limit_in_another_unit_never_stands_without_it(client: Client) -> None:
    page = client.get(WATER).content.decode()
    assert "≤10 μg/l" in page  # arsenic: the indicator is in mg/L, the EU's limit is not
    assert "≤0.01 mg/L" not in page


def test_a_fragment_holds_only_what_changes(client: Client) -> None:
    response = client.post(f"{KNITWEAR}verdicts/", {"text-1": "≤10"}, HTTP_HX_REQUEST="true")
    page = response.content.decode()
    assert 'id="verdict-1"' in page
    assert "hx-swap-oob" in page
    assert "<html" not in page
    assert "<input" not in page


def test_an_unreadable_text_says_where_and_what_to_write(client: Client) -> None:
    page = client.post(KNITWEAR, {"text-1": "1×105"}).content.decode()
    assert "1×10^5" in page
    assert 'value="1×105"' in page  # nothing typed is lost


def test_a_block_from_a_spreadsheet_fills_the_sheet(client: Client) -> None:
    block = "检验项目\t单位\t企业标准\n镉\tmg/L\t≤0.003\n铅\tμg/L\t≤5\n总硬度\tmg/L\t≤450\n"
    page = client.post(f"{WATER}fill/", {"block": block}).content.decode()
    assert "已填入 2 项" in page
    assert "总硬度" in page  # the extra indicator is named, not lost
    assert 'value="≤0.003"' in page


def test_a_paste_keeps_what_was_typed_elsewhere(client: Client) -> None:
    posted = {"block": "镉\t≤0.003 mg/L", "text-3": "≤0.005"}
    page = client.post(f"{WATER}fill/", posted).content.decode()
    assert 'value="≤0.005"' in page


@pytest.mark.parametrize("name", ["01-infant-knitwear", "05-drinking-water", "10-wood-based-panel"])
def test_three_clerks_workbooks_are_read(client: Client, name: str) -> None:
    posted = {"workbook": workbook(name)}
    page = client.post(f"/judge/{name}/fill/", posted).content.decode()
    assert "已填入" in page
    assert "已填入 0 项" not in page


@pytest.mark.parametrize(
    "content", [b"", b"not a workbook \x00\x01", b"PK\x03\x04broken", b"%PDF-1.4"]
)
def test_a_file_that_is_no_workbook_is_refused_in_words(client: Client, content: bytes) -> None:
    posted = {"workbook": SimpleUploadedFile("x.xlsx", content), "text-1": "≤20"}
    response = client.post(f"{KNITWEAR}fill/", posted)
    assert response.status_code == 200
    page = response.content.decode()
    assert "problem-error" in page
    assert 'value="≤20"' in page


def test_the_form_to_fill_can_be_downloaded_and_sent_back(client: Client) -> None:
    response = client.get(f"{KNITWEAR}template.xlsx")
    book = load_workbook(BytesIO(response.content))
    assert len(book.worksheets) >= 2
    back = SimpleUploadedFile("back.xlsx", response.content)
    page = client.post(f"{KNITWEAR}fill/", {"workbook": back}).content.decode()
    assert "已填入 0 项" in page


def test_the_proof_can_be_downloaded_and_verified(client: Client) -> None:
    proof = client.post(f"{KNITWEAR}proof.json", {"text-1": "≤20"}).content
    assert replay(proof, against_sentence).outcome.value == "pending"
    sent = {"proof": SimpleUploadedFile("proof.json", proof)}
    assert "证明成立" in client.post("/judge/verify/", sent).content.decode()
    changed = {"proof": SimpleUploadedFile("proof.json", proof.replace(b"20", b"10", 1))}
    assert "证明不成立" in client.post("/judge/verify/", changed).content.decode()


def test_the_persons_own_workbook_comes_back_with_comments(client: Client) -> None:
    name = "10-wood-based-panel"
    posted = {"workbook": workbook(name), "text-1": "≤0.050"}
    response = client.post(f"/judge/{name}/annotated.xlsx", posted)
    book = load_workbook(BytesIO(response.content))
    assert "对标结论" in book.sheetnames
    comments = [c for sheet in book for row in sheet.iter_rows() for c in row if c.comment]
    assert comments


def test_without_a_workbook_the_form_comes_filled_and_annotated(client: Client) -> None:
    response = client.post(f"{KNITWEAR}annotated.xlsx", {"text-1": "≤20"})
    book = load_workbook(BytesIO(response.content))
    texts = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}
    assert "≤20" in texts


@pytest.mark.clause("三(五)-2")
def test_a_trial_is_kept_only_on_request_and_opens_by_its_secret_address(client: Client) -> None:
    response = client.post(f"{KNITWEAR}keep/", {"text-1": "≤20"})
    trial = Trial.objects.get()
    assert response["Location"] == f"/judge/kept/{trial.key}/"
    assert 'value="≤20"' in client.get(response["Location"]).content.decode()
    assert client.get(f"/judge/kept/{'x' * 43}/").status_code == 404
    client.post(f"/judge/kept/{trial.key}/discard/")
    assert not Trial.objects.exists()


def test_a_kept_trial_ends_with_its_last_day(client: Client) -> None:
    """到期那天还能打开，过了就打不开，下次有人保存时删除。"""
    client.post(f"{KNITWEAR}keep/", {"text-1": "≤20"})
    trial = Trial.objects.get()
    for days, status in ((0, 200), (-1, 404)):
        last_day = timezone.localdate() + timedelta(days=days)
        Trial.objects.filter(pk=trial.pk).update(expires_on=last_day)
        assert client.get(f"/judge/kept/{trial.key}/").status_code == status
    client.post(f"{KNITWEAR}keep/", {"text-1": "≤20"})
    assert not Trial.objects.filter(pk=trial.pk).exists()


def test_an_unknown_scheme_is_a_404_in_words(client: Client) -> None:
    response = client.get("/judge/no-such-scheme/")
    assert response.status_code == 404
    assert "没有这个页面" in response.content.decode()


@pytest.mark.parametrize("months", ["", "abc", "-3", "0", "٣", "9999999999", "24 "])
def test_a_strange_plan_is_no_error(client: Client, months: str) -> None:
    posted = {"text-1": "≤20", "plan_months": months}
    assert client.post(KNITWEAR, posted).status_code == 200


@pytest.mark.parametrize(
    "text",
    ["\x00", "\ud7ff", "＝1+1", "=1+1", "<script>alert(1)</script>", "≤" * 5000, "😀", "1e9999"],
)
def test_hostile_texts_are_shown_escaped_and_never_fail(client: Client, text: str) -> None:
    response = client.post(KNITWEAR, {"text-1": text})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_pages_speak_english_behind_the_switch(client: Client) -> None:
    response = client.get("/language/en/?next=/judge/")
    assert response["Location"] == "/judge/"
    assert "Choose a benchmark scheme" in client.get("/judge/").content.decode()
    assert client.get("/language/en/?next=https://elsewhere.example/")["Location"] == "/"


@pytest.mark.parametrize(
    "path", ["/", "/judge/", KNITWEAR, "/judge/verify/", "/nowhere", "/healthz"]
)
def test_every_answer_carries_its_headers(client: Client, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["Cache-Control"] == "no-store"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
