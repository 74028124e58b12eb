"""The catalogue room."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Benchmark schemes, frozen by their digest."""

    name = "duibiao.catalogue"
    default_auto_field = "django.db.models.BigAutoField"
