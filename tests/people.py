"""The city's offices and people, as tests need them."""

from __future__ import annotations

from django.test import Client

from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.organisations.actions import add_person, load_organisations
from duibiao.organisations.kinds import Post
from duibiao.organisations.queries import organisation
from duibiao.reference.actions import load_reference

PASSWORD = "Ceshi-2018-kouling"


def load_city() -> None:
    """Regions, industries and offices."""
    load_reference()
    load_organisations()


def person(code: str, post: Post = Post.HANDLER) -> User:
    """Somebody with a post in an office, activated; the same somebody when asked again."""
    username = f"{code}-{post.value}"
    known = User.objects.filter(username=username).first()
    if known:
        return known
    office = organisation(code)
    name = f"{office.short_name or office.name}·{post.value}"
    user, activation = add_person(
        organisation=office, post=post, username=username, name=name[:60], by=None
    )
    return accounts.activate(username=user.username, code=activation, password=PASSWORD)


def reviewer(code: str) -> User:
    """The reviewer of an office."""
    return person(code, Post.REVIEWER)


def client_of(user: User) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
