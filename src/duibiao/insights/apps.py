"""The insights room."""

from django.apps import AppConfig


class InsightsConfig(AppConfig):
    """Boards; no tables of its own."""

    name = "duibiao.insights"
