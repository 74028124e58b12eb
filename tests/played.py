"""The scenario's city, played once per module: each test stands at its step and leaves no trace.

Tests of a module come in the order of their steps; what a test changes is rolled back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from duibiao import clock
from duibiao.demo.moments import MOMENTS
from duibiao.demo.people import Cast
from duibiao.demo.story import Story

PASSPHRASE = "Yanlian-2018-kouling"


class City:
    """The city, and how far its story has been played."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.step = 0

    def play_to(self, step: int) -> None:
        """Go on to a step; there is no way back."""
        assert step >= self.step, "tests of the story stand in the order of its steps"
        for number in (one for one in sorted(MOMENTS) if self.step < one <= step):
            with clock.turned_to(MOMENTS[number]):
                getattr(self.story, f"step_{number}")()
        self.step = step


@pytest.fixture(scope="module")
def make_story() -> Callable[[], Story]:
    """How the story is played; a module may play it otherwise."""
    return lambda: Story(Cast(PASSPHRASE))


@pytest.fixture(scope="module")
def played_city(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, make_story: Callable[[], Story]
) -> Iterator[City]:
    """A city in one transaction that is never kept."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield City(make_story())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def stage(played_city: City, request: pytest.FixtureRequest) -> int:
    """The city, played on to a step before the test's own transaction begins."""
    step = int(request.param)
    played_city.play_to(step)
    return step


@pytest.fixture
def played(stage: int, played_city: City, db: None) -> Iterator[Story]:
    """The story at a step, at its moment."""
    cast = played_city.story.cast
    known = {name: copy(value) for name, value in vars(cast).items()}  # people, their browsers
    with clock.turned_to(MOMENTS[stage]):
        yield played_city.story
    vars(cast).update(known)


def upto(step: int) -> pytest.MarkDecorator:
    """Let `played` be played up to this step."""
    return pytest.mark.parametrize("stage", [step], indirect=True, scope="module")
