"""The room's name for Django."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """duibiao.reporting."""

    name = "duibiao.reporting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known to the workflow."""
        from duibiao.reporting import actions, guards  # noqa: F401, PLC0415 (models exist only now)
