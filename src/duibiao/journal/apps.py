"""The room's name for Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """duibiao.journal."""

    name = "duibiao.journal"
    default_auto_field = "django.db.models.BigAutoField"
