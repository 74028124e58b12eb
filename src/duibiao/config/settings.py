"""Settings of the site. Everything a city changes comes from the environment:

DUIBIAO_HOME          folder of the database, secret and files (default: ./var)
DUIBIAO_DATABASE_URL  or DATABASE_URL: postgres://…; default an embedded SQLite
DUIBIAO_SECRET_KEY    default: made once and kept in DUIBIAO_HOME
DUIBIAO_HOSTS         names the site answers to, comma-separated
DUIBIAO_DEBUG         1 for development only
DUIBIAO_HTTPS         1 when the site is reached by https only: cookies are then sent no other way
DUIBIAO_PROXIES       addresses of proxies in front of it, comma-separated
DUIBIAO_PASSWORD_PROFILE  mlps3 (default) or asvs (accounts/password_policy.py)
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
    "django.contrib.messages",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
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
    "duibiao.bases",
    "duibiao.reporting",
    "duibiao.insights",
    "duibiao.demo",
    "duibiao.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "duibiao.ui.headers.SecurityHeaders",
    "duibiao.accounts.middleware.RequestInfoMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "duibiao.ui.language.LanguageChoice",
    "allauth.account.middleware.AccountMiddleware",
    "duibiao.accounts.keeping.KeepForms",
    "duibiao.accounts.middleware.SessionRules",
    "duibiao.accounts.middleware.FirstThings",
    "duibiao.access.middleware.Refusals",
    "duibiao.campaigns.choice.CampaignChoice",
    "duibiao.demo.middleware.RehearsalClock",
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
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # nobody keeps a name locked by knocking
AXES_RESET_ON_SUCCESS = False  # accounts.actions does so, after the second factor
AXES_SENSITIVE_PARAMETERS = ["username", "password", "again", "old", "code", "kept"]
AXES_CLIENT_IP_CALLABLE = "duibiao.accounts.address.address_for_axes"
AXES_DISABLE_ACCESS_LOG = True  # the journal has it
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
# Our own page says that a name is locked, so axes' middleware has nothing to do.
SILENCED_SYSTEM_CHECKS = ["axes.W002"]
# Addresses of our own proxies, whose X-Forwarded-For is believed.
TRUSTED_PROXIES = frozenset(filter(None, os.environ.get("DUIBIAO_PROXIES", "").split(",")))
ACTIVATION_CODE_DAYS = 30
IDLE_ACCOUNT_DAYS = 90
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "/"

# Sessions end 30 minutes after their last use, and 12 hours after their beginning.
SESSION_ENGINE = "duibiao.accounts.sessions"
SESSION_COOKIE_AGE = 30 * 60
SESSION_LONGEST_HOURS = 12
SESSIONS_PER_PERSON = 3
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("DUIBIAO_HTTPS") == "1"

# The second factor: django-allauth's table and codes, on our own pages.
SECOND_FACTOR_DEMANDED_BY = "duibiao.config.second_factor.demanded"
SECOND_FACTOR_ISSUER = "对标达标信息平台"
MFA_ADAPTER = "duibiao.accounts.second_factor.Adapter"
MFA_RECOVERY_CODE_COUNT = 10
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"

ROOT_URLCONF = "duibiao.config.urls"
WSGI_APPLICATION = "duibiao.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # `access` is imported by every room before tables exist, so it is no app of Django's.
        "DIRS": [Path(__file__).parent.parent / "access" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "duibiao.ui.language.page_language",
                "duibiao.messages.context.inbox_badge",
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
