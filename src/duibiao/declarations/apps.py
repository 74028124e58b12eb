"""The declarations room."""

from django.apps import AppConfig


class DeclarationsConfig(AppConfig):
    """Declared indicators and their self-service trial."""

    name = "duibiao.declarations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions, steps and lists known."""
        from duibiao.declarations import actions, guards, indicator_list  # noqa: F401, PLC0415 (models exist only now)
