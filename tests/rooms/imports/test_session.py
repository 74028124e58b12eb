"""A workbook on its way into a list, step by step, through the room's actions."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from xlsxwriter import Workbook

from duibiao.accounts.models import User
from duibiao.imports.actions import repairs, sessions, undoing, writing
from duibiao.imports.actions.repairs import CellChange
from duibiao.imports.facts import ChangedSince, ColumnsMissing, NotNow, UndoRefused, UsedSince
from duibiao.imports.models import ImportBatch, ImportSession
from duibiao.imports.steps import ImportStep
from duibiao.imports.work import work
from duibiao.journal.models import Entry
from duibiao.journal.queries import broken_chains
from tests.rooms.imports.sample import WORKS, Visit, Works

pytestmark = [pytest.mark.django_db, pytest.mark.clause("横-6")]
HEAD = ("编号", "厂名", "所在区", "等级", "从业人员", "成立日期")
GOOD = ("0012", "天津一厂", "滨海新区", "甲等", "120", "2001年2月3日")


def book(*rows: Sequence[object], head: Sequence[str] = HEAD) -> bytes:
    target = BytesIO()
    made = Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet("名单")
    for number, row in enumerate((("企业名单",), head, *rows)):
        sheet.write_row(number, 0, row)
    made.close()
    return target.getvalue()


def begun(clerk: User, content: bytes, name: str = "名单.xlsx") -> ImportSession:
    return sessions.start(clerk, WORKS, file_name=name, content=content)


def written(session: ImportSession, clerk: User) -> ImportBatch:
    counts = work(session).outcome().counts
    writing.request_write(
        session, clerk, version=session.version, new=counts["new"], changed=counts["changed"]
    )
    session.refresh_from_db()
    assert session.step == ImportStep.RECEIPT, session.failure
    batch = session.batches.first()
    assert batch is not None
    return batch


def test_a_list_with_known_headings_goes_straight_to_its_rows(clerk: User) -> None:
    """The title above, a synonym, other order: nothing to ask."""
    session = begun(clerk, book(GOOD))
    assert (session.step, session.heading_row) == (ImportStep.VALUES, 2)
    batch = written(session, clerk)
    works = Works.objects.get()
    assert (works.code, works.district, works.grade, works.staff) == ("0012", "120116", "a", 120)
    assert (works.batch, works.uscc) == (batch.number, "")
    assert (batch.new, batch.changed, batch.same, batch.refused) == (1, 0, 0, 0)


def test_good_rows_go_in_while_bad_ones_wait(clerk: User) -> None:
    """Then the bad ones, mended, are the next batch; those before are the same."""
    bad = ("13", "天津二厂", "滨海新去", "甲等", "12人", "2001-02-30")
    session = begun(clerk, book(GOOD, bad))
    first = written(session, clerk)
    assert (first.new, first.refused) == (1, 1)
    found = work(session).problems
    assert found["code"].to_list() == ["near_in_list", "not_a_number", "not_a_date"]
    assert found["suggestion"].to_list() == ["滨海新区", "12", ""]
    assert repairs.fix_alike(session, clerk, "district", {"滨海新去": "滨海新区"}) == 1
    mended = [CellChange(4, "staff", "12"), CellChange(4, "opened", "2001-02-28")]
    assert repairs.fix_cells(session, clerk, mended) == 2
    assert session.step == ImportStep.ROWS
    second = written(session, clerk)
    assert (second.new, second.same, second.refused) == (1, 1, 0)
    assert Works.objects.count() == 2


def test_repairs_can_be_taken_back_and_rows_left_out(clerk: User) -> None:
    session = begun(clerk, book(GOOD, ("合计", "", "", "", "120", "")))
    assert work(session).outcome().counts["refused"] == 1
    assert repairs.leave_out(session, clerk, [4, 99]) == 1
    assert work(session).outcome().counts["refused"] == 0
    assert repairs.take_back(session) == 1
    assert work(session).outcome().counts["refused"] == 1


def test_blank_cells_and_absent_rows_change_nothing(clerk: User) -> None:
    """Only what is written counts; what changed is journaled before and after."""
    written(begun(clerk, book(GOOD, ("14", "天津三厂", "和平区", "乙等", "5", ""))), clerk)
    session = begun(clerk, book(("0012", "天津一厂", "", "二等", "", "")))
    found = work(session).outcome()
    assert found.counts == {"new": 0, "changed": 1, "same": 0, "refused": 0}
    batch = written(session, clerk)
    works = Works.objects.get(code="0012")
    assert (works.grade, works.staff, works.district) == ("b", 120, "120116")
    entry = Entry.objects.get(event="import.changed")
    assert (entry.before, entry.after) == ('{"grade":"a"}', '{"grade":"b"}')
    assert (entry.object_id, entry.reason) == (str(works.pk), batch.number)
    assert list(broken_chains()) == []


def test_unknown_headings_are_asked_once_and_remembered(clerk: User) -> None:
    """A heading with another unit is never taken silently."""
    head = ("编号", "单位全称", "营业收入（元）")
    session = begun(clerk, book(("1", "天津一厂", "5"), head=head))
    assert session.step == ImportStep.COLUMNS
    with pytest.raises(ColumnsMissing) as missing:
        sessions.map_columns(
            session, clerk, sheet="名单", heading_row=2, mapping={"code": 1, "revenue": 3}
        )
    assert missing.value.headings == ("名称",)
    sessions.map_columns(
        session, clerk, sheet="名单", heading_row=2, mapping={"code": 1, "name": 2}
    )
    again = begun(clerk, book(("1", "天津一厂"), head=head[:2]))
    assert (again.step, again.mapping) == (ImportStep.VALUES, {"code": 1, "name": 2})


def test_a_batch_is_undone_as_a_whole(clerk: User) -> None:
    """New rows go, changed rows are as before; twice is refused."""
    written(begun(clerk, book(GOOD)), clerk)
    changed = begun(
        clerk, book(("0012", "天津总厂", "", "", "", ""), ("15", "天津四厂", "", "", "", ""))
    )
    batch = written(changed, clerk)
    undoing.undo(batch, clerk)
    works = Works.objects.get()
    assert (works.code, works.name, works.staff) == ("0012", "天津一厂", 120)
    assert Entry.objects.filter(event="import.taken_back").count() == 1
    with pytest.raises(UndoRefused):
        undoing.undo(batch, clerk)


def test_an_undo_is_refused_when_rows_changed_or_are_used(clerk: User) -> None:
    """With the reason, and nothing half-done."""
    batch = written(begun(clerk, book(GOOD, ("15", "天津四厂", "", "", "", ""))), clerk)
    Works.objects.filter(code="15").update(name="天津五厂")
    with pytest.raises(UndoRefused) as refused:
        undoing.undo(batch, clerk)
    assert isinstance(refused.value.facts[0], ChangedSince)
    Works.objects.filter(code="15").update(name="天津四厂")
    Visit.objects.create(works=Works.objects.get(code="0012"))
    with pytest.raises(UndoRefused) as refused:
        undoing.undo(batch, clerk)
    assert isinstance(refused.value.facts[0], UsedSince)
    assert Works.objects.count() == 2


def test_a_preview_that_others_overtook_writes_nothing(clerk: User) -> None:
    """The counts a person confirmed are the counts that are written, or none."""
    session = begun(clerk, book(GOOD))
    Works.objects.create(code="0012", name="天津一厂")
    writing.request_write(session, clerk, version=session.version, new=1, changed=0)
    session.refresh_from_db()
    assert session.step == ImportStep.PREVIEW
    assert "已被他人改动" in session.failure[0][0]
    assert ImportBatch.everything.count() == 0
    with pytest.raises(NotNow):
        writing.request_write(session, clerk, version=1, new=1, changed=0)


def test_the_same_row_twice_in_a_file(clerk: User) -> None:
    """Equal rows count once; different ones not at all."""
    other = ("16", "甲厂", "", "", "", "")
    session = begun(clerk, book(GOOD, GOOD, other, ("16", "乙厂", "", "", "", "")))
    assert work(session).problems["row_number"].to_list() == [4, 5, 6]


def test_a_text_list_in_gb18030(clerk: User) -> None:
    """Excel in China saves CSV so."""
    content = "编号,厂名,从业人员\r\n0012,天津一厂,１２０\r\n".encode("gb18030")
    written(begun(clerk, content, "名单.csv"), clerk)
    assert Works.objects.get().staff == 120


def test_a_file_that_is_no_list_says_why(clerk: User) -> None:
    """The session stays at its first step, with the reason."""
    session = begun(clerk, b"%PDF-1.4 nothing", "x.pdf")
    assert (session.step, len(session.failure)) == (ImportStep.FILE, 1)
