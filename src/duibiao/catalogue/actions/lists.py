"""Writes of benchmark lists: begun or revised, filled, published, the one before superseded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max

from duibiao import clock
from duibiao.access import Permission, Refused, acting, require
from duibiao.accounts.models import User
from duibiao.catalogue.concerned import everybody
from duibiao.catalogue.facts import ItemTwice, ListClosed, ListCodeTaken, NotAStandardNumber
from duibiao.catalogue.models import BenchmarkItem, BenchmarkList, ListSuggestion
from duibiao.core.identify.standard_number import parse, spelling
from duibiao.core.report.machines.catalogue import BENCHMARK_LIST, SUGGESTION
from duibiao.journal import actions as journal
from duibiao.messages.actions import send
from duibiao.messages.models import Kind as MessageKind
from duibiao.organisations.models import Organisation
from duibiao.ui.wording import text
from duibiao.workflow.actions import advance, follow
from duibiao.workflow.performing import performs

ITEM_FIELDS = (
    *("number", "title", "country", "body", "level", "category", "year", "status"),
    *("applies_to", "obtain"),
)


@transaction.atomic
def start_list(
    *,
    owner: Organisation,
    code: str,
    title: str,
    by: User,
    industries: str = "",
    products: str = "",
) -> BenchmarkList:
    """Begin a list, or, for a code the owner has published, its next edition with the items it
    had. ListCodeTaken when one is under way, or the code is somebody else's."""
    office = acting(by, Permission.SCHEME_DRAFT)
    if office != owner:
        raise Refused(Permission.SCHEME_DRAFT, owner)
    known = BenchmarkList.everything.filter(code=code)
    if (
        known.exclude(owner=owner).exists()
        or known.filter(state__in=["draft", "submitted"]).exists()
    ):
        raise ListCodeTaken(code)
    last = known.aggregate(edition=Max("edition"))["edition"] or 0
    made = BenchmarkList.everything.create(
        owner=owner,
        code=code,
        title=title,
        edition=last + 1,
        industries=industries,
        products=products,
    )
    before = known.filter(edition=last).first()
    if before is not None:
        rows = before.items.values(*ITEM_FIELDS, "place")
        BenchmarkItem.objects.bulk_create(BenchmarkItem(list=made, **row) for row in rows)
    after = {"code": code, "edition": made.edition}
    journal.record("list.started", chain=made.chain_code(), by=by, on=made, after=after)
    return made


@transaction.atomic
def write_list(
    *, record: BenchmarkList, items: Iterable[Mapping[str, str]], by: User
) -> BenchmarkList:
    """Let these be the items of a draft list, in this order. ListClosed once handed in;
    NotAStandardNumber, ItemTwice (the same number and year)."""
    kept = BenchmarkList.everything.select_for_update().get(pk=record.pk)
    require(by, Permission.SCHEME_DRAFT, on=kept)
    if kept.state != "draft":
        raise ListClosed
    before = kept.items.count()
    made = [_item(kept, place, item) for place, item in enumerate(items, 1)]
    seen: set[str] = set()
    for one in made:
        if one.number in seen:
            raise ItemTwice(one.number)
        seen.add(one.number)
    kept.items.all().delete()
    BenchmarkItem.objects.bulk_create(made)
    journal.record(
        "list.written",
        chain=kept.chain_code(),
        by=by,
        on=kept,
        before={"items": before},
        after={"items": len(made)},
    )
    return kept


@performs(BENCHMARK_LIST, "publish")
@transaction.atomic
def publish_list(
    record: BenchmarkList, *, by: User, expected_version: int, reason: str = ""
) -> BenchmarkList:
    """Publish: the edition before is superseded and stays readable; everybody is told."""
    changes = {"published_on": clock.today()}
    done = advance(
        record,
        "publish",
        by=by,
        expected_version=expected_version,
        reason=reason,
        changes=changes,
    )
    for older in BenchmarkList.everything.filter(code=done.code, state="published"):
        if older.pk != done.pk:
            follow(older, "supersede", by=by)
    send(
        kind=MessageKind.DISTRIBUTE,
        sender=done.owner,
        by=by,
        recipients=[one for one in everybody() if one != done.owner],
        subject=text("lists.told_subject", title=done.title),
        body=text("lists.told", title=done.title, edition=done.edition, count=done.items.count()),
        about=done,
    )
    return done


def _item(record: BenchmarkList, place: int, item: Mapping[str, str]) -> BenchmarkItem:
    read = parse(item.get("number", ""))
    if not read.valid:
        raise NotAStandardNumber(place, item.get("number", ""), read.suggestion or "")
    values = {name: item.get(name, "") for name in ITEM_FIELDS}
    values |= {"number": spelling(read), "year": read.year or values["year"]}
    return BenchmarkItem(list=record, place=place, **values)


@transaction.atomic
def suggest(*, number: str, title: str, products: str, ground: str, by: User) -> ListSuggestion:
    """A district bureau begins a suggestion. NotAStandardNumber."""
    office = acting(by, Permission.SUGGESTION_WRITE)
    read = parse(number)
    if not read.valid:
        raise NotAStandardNumber(1, number, read.suggestion or "")
    made = ListSuggestion.everything.create(
        district_office=office,
        number=spelling(read),
        title=title,
        products=products,
        ground=ground,
    )
    after = {"number": made.number, "products": products}
    journal.record("suggestion.begun", chain=office.code, by=by, on=made, after=after)
    return made


@performs(SUGGESTION, "adopt")
@transaction.atomic
def adopt_suggestion(
    record: ListSuggestion, *, by: User, expected_version: int, reason: str = ""
) -> ListSuggestion:
    """The district is told that its standard stands in a list."""
    done = advance(record, "adopt", by=by, expected_version=expected_version, reason=reason)
    _tell_district(done, by, "adopted")
    return done


@performs(SUGGESTION, "decline")
@transaction.atomic
def decline_suggestion(
    record: ListSuggestion, *, by: User, expected_version: int, reason: str = ""
) -> ListSuggestion:
    """The district is told why not."""
    done = advance(record, "decline", by=by, expected_version=expected_version, reason=reason)
    _tell_district(done, by, "declined", reason)
    return done


def _tell_district(record: ListSuggestion, by: User, what: str, reason: str = "") -> None:
    send(
        kind=MessageKind.CC,
        sender=acting(by, Permission.SUGGESTION_DECIDE),
        by=by,
        recipients=[record.district_office],
        subject=text(f"suggestion.told_{what}", number=record.number),
        body=reason,
        about=record,
    )
