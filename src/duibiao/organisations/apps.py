"""The room's name for Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """duibiao.organisations."""

    name = "duibiao.organisations"
    default_auto_field = "django.db.models.BigAutoField"
