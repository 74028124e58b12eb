"""Settings of the site. Everything a city changes comes from the environment:

DUIBIAO_HOME          folder of the database, secret and files (default: ./var)
DUIBIAO_DATABASE_URL  or DATABASE_URL: postgres://…; default an embedded SQLite
DUIBIAO_SECRET_KEY    default: made once and kept in DUIBIAO_HOME
DUIBIAO_HOSTS         names the site answers to, comma-separated
DUIBIAO_DEBUG         1 for development only
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url

from duibiao.config.secret import secret_key

HOME = Path(os.environ.get("DUIBIAO_HOME", "var")).resolve()
DEBUG = os.environ.get("DUIBIAO_DEBUG") == "1"
SECRET_KEY = os.environ.get("DUIBIAO_SECRET_KEY") or secret_key(HOME)
ALLOWED_HOSTS = os.environ.get("DUIBIAO_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "axes",
    "django.contrib.staticfiles",
    "django_htmx",
    "duibiao.ui",
    "duibiao.journal",
    "duibiao.accounts",
    "duibiao.reference",
    "duibiao.organisations",
    "duibiao.workflow",
    "duibiao.messages",
    "duibiao.campaigns",
    "duibiao.imports",
    "duibiao.enterprises",
    "duibiao.leads",
    "duibiao.selection",
    "duibiao.catalogue",
    "duibiao.declarations",
    "duibiao.reporting",
    "duibiao.demo",
    "duibiao.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "duibiao.ui.headers.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "duibiao.ui.language.LanguageChoice",
    "duibiao.accounts.middleware.RequestInfoMiddleware",
    "duibiao.access.middleware.Refusals",
    "duibiao.demo.middleware.RehearsalClock",
    "axes.middleware.AxesMiddleware",
]

# Sign-in: Argon2id; five failures lock a name for a quarter of an hour, counted in the database.
PASSWORD_HASHERS = ["duibiao.accounts.hashers.QuickArgon2"]
PASSWORD_PROFILE = os.environ.get("DUIBIAO_PASSWORD_PROFILE", "mlps3")
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", ["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

ROOT_URLCONF = "duibiao.config.urls"
WSGI_APPLICATION = "duibiao.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "duibiao.ui.language.page_language",
                "duibiao.demo.middleware.rehearsal_context",
            ]
        },
    }
]


def _database() -> dict[str, Any]:
    url = os.environ.get("DUIBIAO_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if url:
        return {**dj_database_url.parse(url, conn_max_age=60)}
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "duibiao.sqlite3",
        "OPTIONS": {
            # Writers queue instead of failing half-way, and what was acknowledged is on the disk.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


DATABASES = {"default": _database()}
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# A form of 200 rows by five fields, and nothing a browser would not send.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the page's own script sends the token with each fragment
CSRF_FAILURE_VIEW = "duibiao.ui.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
