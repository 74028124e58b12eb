"""The room's name for Django."""

from django.apps import AppConfig


class SelectionConfig(AppConfig):
    """duibiao.selection."""

    name = "duibiao.selection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions, steps and lists known."""
        from duibiao.selection import actions, guards, slot_list  # noqa: F401, PLC0415 (models exist only now)
