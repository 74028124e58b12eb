"""The room's name for Django."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """duibiao.messages."""

    name = "duibiao.messages"
    label = "dispatches"  # django.contrib.messages has the plain name
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known to the workflow."""
        from duibiao.messages import actions, guards  # noqa: F401, PLC0415 (models exist only now)
