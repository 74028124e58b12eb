"""How every page of a declaration begins: who asks, what may she see, what may she do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest

from duibiao.access import Permission, load_or_404, may
from duibiao.accounts.models import User
from duibiao.declarations.models import Declaration
from duibiao.ui.language import language_of
from duibiao.ui.wording import Language


@dataclass(frozen=True, slots=True)
class Visit:
    """A person at a declaration."""

    user: User
    declaration: Declaration
    language: Language
    may_write: bool
    may_review: bool

    @property
    def writing(self) -> bool:
        """She may write, and it is open for that."""
        return self.may_write and self.declaration.editable

    @property
    def reviewing(self) -> bool:
        """She may review, and it waits for that."""
        return self.may_review and self.declaration.state == "submitted"


def person(request: HttpRequest) -> User:
    """Whoever is signed in."""
    return cast(User, request.user)


def visit(request: HttpRequest, pk: int) -> Visit:
    """The declaration, if this person may see it (else 404, journaled)."""
    user = person(request)
    declaration = load_or_404(user, Declaration, Permission.DECLARATION_READ, pk=pk)
    return Visit(
        user=user,
        declaration=declaration,
        language=language_of(request),
        may_write=may(user, Permission.DECLARATION_WRITE, on=declaration),
        may_review=may(user, Permission.DECLARATION_REVIEW, on=declaration),
    )
