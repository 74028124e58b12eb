"""The room's name for Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """duibiao.demo."""

    name = "duibiao.demo"
    default_auto_field = "django.db.models.BigAutoField"
