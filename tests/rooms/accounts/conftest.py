"""The site as these tests need it."""

from __future__ import annotations

import pytest
from pytest_django import Settings


@pytest.fixture(params=["mlps3", "asvs"])
def profile(request: pytest.FixtureRequest, settings: Settings) -> str:
    """Both password profiles pass the same tests."""
    settings.PASSWORD_PROFILE = request.param
    return str(request.param)
