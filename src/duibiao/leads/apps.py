"""The room's name for Django."""

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    """duibiao.leads."""

    name = "duibiao.leads"
    label = "leads"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions, steps and lists known."""
        from duibiao.leads import actions, guards, lead_lists  # noqa: F401, PLC0415 (models exist only now)
