"""What kind of file these bytes are, told by content, and whether its zip is harmless."""

from __future__ import annotations

import zipfile
from io import BytesIO

from duibiao.files.facts import (
    Counted,
    FileBroken,
    FileCompressedTooFar,
    FileEmpty,
    FileEncrypted,
    FileKind,
    FileKindUnreadable,
    FileTooLarge,
    FileTooMany,
    Weighed,
)
from duibiao.files.limits import (
    MEGABYTE,
    UNPACKED_MB,
    ZIP_PARTS,
    ZIP_RATIO,
    ZIP_RATIO_FROM_MB,
)

READABLE = {FileKind.XLSX, FileKind.XLS, FileKind.TEXT}
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IMAGE_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
ZIP_PART_KINDS = (
    ("xl/workbook.xml", FileKind.XLSX),
    ("xl/workbook.bin", FileKind.XLSB),
    ("word/document.xml", FileKind.DOCX),
    ("ppt/presentation.xml", FileKind.PPTX),
)


def recognise_kind(content: bytes, filename: str) -> FileKind:
    """The readable kind of a file; raises FileProblem for every other."""
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise FileEmpty(filename)
    kind = _kind(content, filename)
    if kind not in READABLE:
        raise FileKindUnreadable(filename, kind)
    return kind


def _kind(content: bytes, filename: str) -> FileKind:
    if content.startswith(b"PK"):
        return _zip_kind(content, filename)
    if content.startswith(OLE_MAGIC):
        return _ole_kind(content, filename)
    if content.startswith(b"%PDF"):
        return FileKind.PDF
    if content.startswith(IMAGE_MAGIC):
        return FileKind.IMAGE
    return _text_kind(content)


def _text_kind(content: bytes) -> FileKind:
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith(b"<?xml"):
        return FileKind.XML_2003
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<head", b"<meta", b"<?xml")):
        return FileKind.HTML
    if b"\0" in content and not content.startswith(UTF16_MARKS):
        return FileKind.BINARY
    return FileKind.TEXT


def _ole_kind(content: bytes, filename: str) -> FileKind:
    """The old compound file: its directory names the streams in UTF-16."""
    if _names(content, "EncryptedPackage"):
        raise FileEncrypted(filename)
    if _names(content, "Workbook") or _names(content, "Book"):
        return FileKind.XLS
    return FileKind.DOC if _names(content, "WordDocument") else FileKind.BINARY


def _names(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content


def _zip_kind(content: bytes, filename: str) -> FileKind:
    parts = {info.filename for info in open_zip(content, filename).infolist()}
    for part, kind in ZIP_PART_KINDS:
        if part in parts:
            return kind
    if "content.xml" in parts and "mimetype" in parts:
        return FileKind.ODS
    return FileKind.ZIP


def open_zip(content: bytes, filename: str) -> zipfile.ZipFile:
    """The archive, after a look at its directory only: parts, sizes and ratios in bounds."""
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise FileBroken(filename, "zip") from None
    infos = archive.infolist()
    if len(infos) > ZIP_PARTS:
        raise FileTooMany(filename, Counted.PARTS, "", len(infos), ZIP_PARTS)
    for info in infos:
        _check_part(info, filename)
    total = sum(info.file_size for info in infos)
    if total > UNPACKED_MB * MEGABYTE:
        raise FileTooLarge(filename, Weighed.UNPACKED, round(total / MEGABYTE, 1), UNPACKED_MB)
    return archive


def _check_part(info: zipfile.ZipInfo, filename: str) -> None:
    if info.flag_bits & 0x1:
        raise FileEncrypted(filename)
    ratio = info.file_size // max(info.compress_size, 1)
    if ratio > ZIP_RATIO and info.file_size > ZIP_RATIO_FROM_MB * MEGABYTE:
        raise FileCompressedTooFar(filename, info.filename, ratio, ZIP_RATIO)
