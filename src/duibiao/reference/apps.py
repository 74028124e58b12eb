"""The room's name for Django."""

from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    """duibiao.reference."""

    name = "duibiao.reference"
    default_auto_field = "django.db.models.BigAutoField"
