"""XML parts of a workbook, streamed: no document types, no entities, counted bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from duibiao.files.facts import FileBroken, FileForbiddenPart, FileTooLarge, Weighed
from duibiao.files.limits import MEGABYTE, UNPACKED_MB

CHUNK = 256 * 1024


class _Forbidden(Exception):
    """A document type was declared."""


class Part:
    """Handlers for one part; names come without namespace prefix, text as collected."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """Characters inside the current element."""


class PackageReader:
    """Streams parts of one archive into handlers; the bytes of all parts together are limited."""

    def __init__(self, archive: zipfile.ZipFile, filename: str) -> None:
        self.archive = archive
        self.filename = filename
        self.names = set(archive.namelist())
        self.read_bytes = 0

    def has(self, part: str) -> bool:
        """Is there such a part?"""
        return part in self.names

    def stream(self, part: str, handler: Part) -> None:
        """Feed one part to its handler; raises FileProblem when it is damaged or forbidden."""
        parser = _parser(handler)
        try:
            with self.archive.open(part) as source:
                while chunk := source.read(CHUNK):
                    self._count(len(chunk))
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except _Forbidden:
            raise FileForbiddenPart(self.filename, part) from None
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError):
            raise FileBroken(self.filename, part) from None
        except NotImplementedError:
            raise FileBroken(self.filename, part) from None

    def _count(self, size: int) -> None:
        self.read_bytes += size
        if self.read_bytes > UNPACKED_MB * MEGABYTE:
            found = round(self.read_bytes / MEGABYTE, 1)
            raise FileTooLarge(self.filename, Weighed.UNPACKED, found, UNPACKED_MB)


def _parser(handler: Part) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        handler.start(_local(name), attributes)

    def end(name: str) -> None:
        handler.end(_local(name))

    def forbid(*_: object) -> None:
        raise _Forbidden

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = forbid
    parser.EntityDeclHandler = forbid
    return parser


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """An attribute by its local name, whatever its prefix."""
    if name in attributes:
        return attributes[name]
    return next((v for key, v in attributes.items() if _local(key) == name), None)
