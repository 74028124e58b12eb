"""The site's settings as the tests need them: nothing kept in ./var, nothing to collect first."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

# Before the site's settings are read: the secret and the database belong to this run only.
os.environ["DUIBIAO_HOME"] = tempfile.mkdtemp(prefix="duibiao-test-")
atexit.register(shutil.rmtree, os.environ["DUIBIAO_HOME"], ignore_errors=True)

from duibiao.config.settings import *  # noqa: E402, F403 (settings are module names)
from duibiao.config.settings import STATIC_ROOT, STORAGES  # noqa: E402 (as above)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick, tests only

# Tests of other rooms sign reviewers in without a phone; those of accounts demand one.
SECOND_FACTOR_DEMANDED_BY = ""

# A test's rows are rolled back, so nothing may be kept from one test to the next.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
STATIC_ROOT.mkdir(exist_ok=True)  # the server looks there, though nothing is collected
