"""Files kept for good: named by the SHA-256 of their content, on the disk before anyone is told.

Django's default storage never calls fsync: after a power cut every database row stands and none of
the files (reliability F1, measured). Here a file is written beside its place, forced to the disk,
renamed, and its folder forced too; only then `keep` returns, before the transaction that names
the file commits. A name that exists is whole, so that keeping twice costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from django.conf import settings

from duibiao.core.errors import Fact

DIGEST = re.compile(r"[0-9a-f]{64}")
INCOMING = "incoming"


@dataclass(eq=False)
class KeptFileMissing(Fact):
    """A file that the database names is not in the store."""

    digest: str
    code: ClassVar[str] = "kept_file_missing"


@dataclass(eq=False)
class KeptFileAltered(Fact):
    """A file in the store no longer has the content its name promises."""

    digest: str
    code: ClassVar[str] = "kept_file_altered"


@dataclass(frozen=True, slots=True)
class Store:
    """One folder of files by content."""

    root: Path

    def keep(self, content: bytes) -> str:
        """Store for good; returns the digest, the file's name from now on."""
        digest = hashlib.sha256(content).hexdigest()
        place = self.place(digest)
        if not place.exists():
            self._folder(place.parent)
            written = self._written(content)
            written.replace(place)
            _force(place.parent)
        return digest

    def fetch(self, digest: str) -> bytes:
        """The content; raises KeptFileMissing, KeptFileAltered."""
        try:
            content = self.place(digest).read_bytes()
        except FileNotFoundError:
            raise KeptFileMissing(digest) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise KeptFileAltered(digest)
        return content

    def place(self, digest: str) -> Path:
        """Where the file of that digest is, or would be; ValueError when it is no digest."""
        if not DIGEST.fullmatch(digest):
            raise ValueError(digest)
        return self.root / digest[:2] / digest[2:]

    def _written(self, content: bytes) -> Path:
        """A new file beside the store's folders, forced to the disk."""
        incoming = self.root / INCOMING
        self._folder(incoming)
        handle, name = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(content)
                target.flush()
                os.fsync(target.fileno())
        except BaseException:  # whatever stopped it, no half file stays
            Path(name).unlink(missing_ok=True)
            raise
        return Path(name)

    def _folder(self, folder: Path) -> None:
        """Make a folder, and force the entry of each new one in the folder above."""
        if folder.exists():
            return
        self._folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        _force(folder.parent)


def store() -> Store:
    """The store of this site: the folder `files` in DUIBIAO_HOME."""
    return Store(Path(settings.HOME) / "files")


def _force(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
