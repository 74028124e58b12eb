"""The benchmark's table as an app, so that django-import-export can copy its rows."""

from django.apps import AppConfig


class BenchConfig(AppConfig):
    """Only in `settings.py` beside this file."""

    name = "duibiao.config.bench"
    label = "bench"
    default_auto_field = "django.db.models.BigAutoField"
