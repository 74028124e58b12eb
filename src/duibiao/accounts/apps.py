"""The room's name for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """duibiao.accounts."""

    name = "duibiao.accounts"
    default_auto_field = "django.db.models.BigAutoField"
