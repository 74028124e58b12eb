"""Named reads of the rehearsal."""

from __future__ import annotations

from duibiao.demo.models import Rehearsal


def rehearsal() -> Rehearsal | None:
    """The rehearsal this site is, if it is one."""
    return Rehearsal.objects.first()
