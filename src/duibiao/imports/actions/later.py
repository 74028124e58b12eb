"""Long work behind the request, until the site has a worker of its own.

A thread of this process: it survives the page being left, not the process being ended. What it
does is one transaction, so that an end leaves nothing half-done; the session then says that it
was interrupted and lets the person take the step again.
"""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import connection, transaction

from duibiao import clock
from duibiao.imports.models import ImportSession

GIVEN_UP_AFTER = timedelta(minutes=5)


def later(work: Callable[[int], None], pk: int, *, behind: bool) -> None:
    """Do the work now, or behind the request once its transaction is committed."""
    if not behind:
        work(pk)
        return
    # The thread inherits who acts from where, and the turned clock.
    inherited = contextvars.copy_context()
    transaction.on_commit(
        lambda: threading.Thread(
            target=inherited.run, args=(_alone, work, pk), name=f"import-{pk}", daemon=True
        ).start()
    )


def _alone(work: Callable[[int], None], pk: int) -> None:
    """In the thread: with a database connection of its own, closed at the end."""
    try:
        work(pk)
    finally:
        connection.close()


def interrupted(session: ImportSession) -> bool:
    """Has the work behind this session stopped without a word?"""
    since = session.busy_since
    return since is not None and clock.now() - since > GIVEN_UP_AFTER
