"""The room's name for Django."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """duibiao.standards."""

    name = "duibiao.standards"
    label = "standards"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's lists known."""
        from duibiao.standards import lists  # noqa: F401, PLC0415 (models exist only now)
