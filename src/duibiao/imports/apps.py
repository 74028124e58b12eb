"""The room of imports."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Registers the room."""

    name = "duibiao.imports"
