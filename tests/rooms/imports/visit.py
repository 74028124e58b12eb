"""A clerk at the pages of an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from xlsxwriter import Workbook

from duibiao.accounts.models import User
from duibiao.imports.models import ImportSession
from tests.people import client_of


def workbook_of(head: Sequence[str], *rows: Sequence[object]) -> bytes:
    """A clerk's workbook: headings and rows."""
    target = BytesIO()
    made = Workbook(target, {"in_memory": True})
    sheet = made.add_worksheet("名单")
    for number, values in enumerate((head, *rows)):
        sheet.write_row(number, 0, values)
    made.close()
    return target.getvalue()


class Visit:
    """One list, one person; `query` is what the list belongs to (?sheet=12)."""

    def __init__(self, user: User, key: str, query: Mapping[str, object] | None = None) -> None:
        self.client = client_of(user)
        self.address = reverse("imports:choose", args=[key])
        if query:
            self.address += "?" + "&".join(f"{name}={value}" for name, value in query.items())

    def begin(self, content: bytes, name: str = "名单.xlsx") -> ImportSession:
        """Choose the file."""
        upload = SimpleUploadedFile(name, content)
        answer = self.client.post(self.address, {"file": upload})
        assert answer.status_code == 302, answer.content.decode()
        return ImportSession.everything.latest("pk")

    def look(self, session: ImportSession, step: str) -> str:
        """The page of a step."""
        answer = self.client.get(reverse("imports:session", args=[session.pk]), {"step": step})
        assert answer.status_code == 200, answer.headers.get("Location")
        return answer.content.decode()

    def mend(self, session: ImportSession, **cells: str) -> None:
        """Write cells in place: _3_name="…" for row 3."""
        named = {"cell-" + key[1:].replace("_", "-", 1): value for key, value in cells.items()}
        self.client.post(reverse("imports:rows", args=[session.pk]), named)

    def write(self, session: ImportSession, new: int, changed: int = 0) -> str:
        """Confirm the preview; the receipt's address."""
        session.refresh_from_db()
        given = {"version": session.version, "new": new, "changed": changed}
        answer = self.client.post(reverse("imports:write", args=[session.pk]), given)
        session.refresh_from_db()
        batch = session.batches.order_by("-id").first()
        assert batch is not None, (session.failure, answer.headers.get("Location"))
        return reverse("imports:receipt", args=[batch.number])

    def undo(self, receipt: str, reason: str = "选错了文件") -> int:
        """Take the batch back; the status of the answer."""
        return int(self.client.post(receipt, {"reason": reason}).status_code)
