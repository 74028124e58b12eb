"""The declarations room."""

from django.apps import AppConfig


class DeclarationsConfig(AppConfig):
    """Declared indicators and their self-service trial."""

    name = "duibiao.declarations"
    default_auto_field = "django.db.models.BigAutoField"
