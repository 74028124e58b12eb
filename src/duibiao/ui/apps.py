"""The ui room."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Components, design tokens, words."""

    name = "duibiao.ui"
