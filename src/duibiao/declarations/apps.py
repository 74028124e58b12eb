"""The declarations room."""

from django.apps import AppConfig


class DeclarationsConfig(AppConfig):
    """Declared indicators and their self-service trial."""

    name = "duibiao.declarations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known to the workflow."""
        from duibiao.declarations import actions, guards  # noqa: F401, PLC0415 (models exist only now)
