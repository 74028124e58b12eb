"""Bring Django up, and the database to the shape this version needs."""

from __future__ import annotations

import os

import django
from django.core.management import call_command


def start() -> None:
    """Set Django up in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "duibiao.config.settings")
    django.setup()


def prepare() -> None:
    """Set Django up and migrate the database if it is behind."""
    start()
    call_command("migrate", verbosity=0, interactive=False)


def collect_static() -> None:
    """Put the static files where the server reads them, compressed, with their hash names."""
    call_command("collectstatic", verbosity=0, interactive=False)
