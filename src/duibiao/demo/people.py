"""The people of the rehearsal: made by the rooms' own actions, each with a role to try."""

from __future__ import annotations

from dataclasses import dataclass, field

from duibiao.access.actions import open_account
from duibiao.accounts import actions as accounts
from duibiao.accounts.models import User
from duibiao.organisations.actions import add_person
from duibiao.organisations.kinds import Post
from duibiao.organisations.queries import organisation


@dataclass
class Cast:
    """Everybody of the story, by user name; all sign in with one passphrase made for this
    installation."""

    passphrase: str
    known: dict[str, User] = field(default_factory=dict)

    def person(self, code: str, post: Post = Post.HANDLER) -> User:
        """Somebody with a post in an office."""
        username = f"{code}-{post.value}"
        if username not in self.known:
            self.known[username] = self._make(code, post, username)
        return self.known[username]

    def reviewer(self, code: str) -> User:
        """The reviewer of an office."""
        return self.person(code, Post.REVIEWER)

    def enterprise(self, username: str) -> User:
        """The clerk of an enterprise, once she has activated her account."""
        if username not in self.known:
            self.known[username] = User.objects.get(username=username)
        return self.known[username]

    def _make(self, code: str, post: Post, username: str) -> User:
        known = User.objects.filter(username=username).first()
        if known is not None:
            return known
        office = organisation(code)
        name = f"{office.short_name or office.name}"[:50]
        if code == "tj-market":  # the first people: nobody is there yet to open their accounts
            user, activation = add_person(
                organisation=office, post=post, username=username, name=name, by=None
            )
        else:
            user, activation = open_account(
                organisation=office,
                post=post,
                username=username,
                name=name,
                by=self.person("tj-market"),
            )
        return accounts.activate(username=user.username, code=activation, password=self.passphrase)
