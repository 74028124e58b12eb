"""The session engine (SESSION_ENGINE): Django's own in the database, with whose session it is.

A session ends 30 minutes after its last use (SESSION_COOKIE_AGE; SessionRules renews it at most
once a minute) and 12 hours after its beginning, whichever comes first (GB/T 22239 8.1.4.1 b).
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from duibiao import clock
from duibiao.accounts.models import Session

ADDRESS, AGENT = "address", "agent"
RENEWED_EVERY = timedelta(seconds=60)


class SessionStore(DatabaseStore):
    """Keeps `Session` rows."""

    _row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create(self) -> None:
        """A new key, and with it a new beginning."""
        self._row = None
        super().create()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to save: the session's person, address and beginning stand in columns."""
        row = cast(Session, super().create_model_instance(data))
        person = data.get(SESSION_KEY)
        row.user_id = int(person) if person else None
        row.handle = hashlib.sha256(str(row.session_key).encode()).hexdigest()[:16]
        row.started_at = self._row.started_at if self._row else clock.machine_now()
        row.address = str(data.get(ADDRESS, ""))[:64]
        row.agent = str(data.get(AGENT, ""))[:200]
        return row

    def is_over(self) -> bool:
        """Older than a session may become, however busy."""
        longest = timedelta(hours=settings.SESSION_LONGEST_HOURS)
        return self._row is not None and clock.machine_now() - self._row.started_at > longest

    def renew(self) -> None:
        """Count the idle time from now; written at most once a minute."""
        if self._row is None:
            return
        left = self._row.expire_date - clock.machine_now()
        if left < timedelta(seconds=settings.SESSION_COOKIE_AGE) - RENEWED_EVERY:
            self.modified = True

    def _get_session_from_db(self) -> Session | None:
        # Django reads the row here, and keeps nothing of it but the data.
        row: Session | None = super()._get_session_from_db()  # type: ignore[misc]  # not in the stubs
        self._row = row
        return row
