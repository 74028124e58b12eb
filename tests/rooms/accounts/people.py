"""People for the tests of accounts."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct

from django.test import Client

from duibiao import clock
from duibiao.accounts import actions, second_factor
from duibiao.accounts.models import User

PASSWORD = "Rzq7-uLm2-vKx9"
OTHER = "Wne4_tGb8_yHs3"


def person(username: str = "zhang", *, password: str = PASSWORD, name: str = "张三") -> User:
    """A person with an activated account."""
    user, code = actions.create_user(username=username, name=name, by=None)
    return actions.activate(username=user.username, code=code, password=password)


def signed_in(user: User, *, password: str = PASSWORD, client: Client | None = None) -> Client:
    """A browser in which the person has signed in by the page."""
    browser = client or Client()
    answer = browser.post("/sign-in/", {"username": user.username, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def digits(secret: str, *, periods: int = 0) -> str:
    """What an authenticator shows: RFC 6238, written out here a second time."""
    counter = int(clock.machine_now().timestamp()) // 30 + periods
    key = base64.b32decode(secret)
    mac = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    place = mac[-1] & 15
    value = int.from_bytes(mac[place : place + 4]) & 0x7FFFFFFF
    return f"{value % 1_000_000:06d}"


def with_second_factor(user: User) -> str:
    """Give the person a second factor by the page; returns the secret."""
    browser = signed_in(user)
    browser.get("/account/second-factor/")
    secret = str(browser.session["totp_secret"])
    # The code of the period before, so that the present one is still unused.
    answer = browser.post("/account/second-factor/", {"code": digits(secret, periods=-1)})
    assert answer.status_code == 200
    assert second_factor.has(user)
    return secret
