"""What the tests of imports share."""

from __future__ import annotations

import pytest

from duibiao.accounts.models import User
from tests.people import load_city, person
from tests.rooms.imports.sample import works_table

__all__ = ["works_table"]


@pytest.fixture
def clerk(db: None, works_table: None) -> User:
    """Somebody who registers enterprises of 滨海新区."""
    load_city()
    return person("120116-market")
