"""The room's name for Django."""

from django.apps import AppConfig


class EnterprisesConfig(AppConfig):
    """duibiao.enterprises."""

    name = "duibiao.enterprises"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions, steps and lists known."""
        from duibiao.enterprises import actions, concerned, guards, register_list  # noqa: F401, PLC0415 (models exist only now)
