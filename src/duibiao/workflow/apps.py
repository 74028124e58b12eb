"""The room's name for Django."""

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    """duibiao.workflow."""

    name = "duibiao.workflow"
    default_auto_field = "django.db.models.BigAutoField"
