"""The portal room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The first page."""

    name = "duibiao.portal"
