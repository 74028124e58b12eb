"""The catalogue room."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Benchmark schemes, from the draft to the version frozen by its digest."""

    name = "duibiao.catalogue"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make the room's conditions and steps known."""
        from duibiao.catalogue import actions, benchmark_list, guards  # noqa: F401, PLC0415 (models exist only now)
