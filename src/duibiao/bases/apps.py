"""The bases room."""

from django.apps import AppConfig


class BasesConfig(AppConfig):
    """Bases, their study with institutions, what each product inherits."""

    name = "duibiao.bases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known."""
        from duibiao.bases import actions, guards  # noqa: F401, PLC0415 (models exist only now)
