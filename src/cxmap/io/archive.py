"""Zip archives: foreign ones unpacked a chunk at a time, whatever they claim; our own without dates."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL_HEADER: Final = 30  # bytes before the name; at 26 and 28 stand the lengths of the name and the extra field
_CHUNK: Final = 1 << 20


class DamagedError(Exception):
    """Not an archive, a damaged one, or one packed in a way that office files are not."""


def parts(data: bytes) -> list[zipfile.ZipInfo]:
    """What the directory of an archive lists.

    Raises:
        DamagedError: It has none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise DamagedError from None


def unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part of an archive, unpacked a chunk of a MiB at a time, whatever size the directory states.

    Raises:
        DamagedError: It cannot be unpacked.
    """
    name_length = int.from_bytes(data[part.header_offset + 26 : part.header_offset + 28], "little")
    extra_length = int.from_bytes(data[part.header_offset + 28 : part.header_offset + 30], "little")
    start = part.header_offset + _LOCAL_HEADER + name_length + extra_length
    packed = data[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        for offset in range(0, len(packed), _CHUNK):
            yield packed[offset : offset + _CHUNK]
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise DamagedError
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, _CHUNK)
            packed = unpacker.unconsumed_tail
    except zlib.error:
        raise DamagedError from None


def undated(data: bytes) -> bytes:
    """An archive of our own with the same parts and no dates, so that the same parts are the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as undated_one:
        for part in archive.infolist():
            copy = zipfile.ZipInfo(part.filename)  # of 1 January 1980, the first day that an archive can hold
            copy.compress_type = zipfile.ZIP_DEFLATED
            undated_one.writestr(copy, archive.read(part))
    return out.getvalue()
