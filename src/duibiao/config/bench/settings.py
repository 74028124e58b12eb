"""The site's settings and the benchmark's app."""

from duibiao.config.settings import *  # noqa: F403 (settings are module names)
from duibiao.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "duibiao.config.bench"]
