"""The room's name for Django."""

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    """duibiao.leads."""

    name = "duibiao.leads"
    label = "leads"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known to the workflow."""
        from duibiao.leads import actions, guards  # noqa: F401, PLC0415 (models exist only now)
