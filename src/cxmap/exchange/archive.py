"""What an archive holds once it is unpacked, found out before anything unpacks it."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from cxmap.exchange.errors import ForeignError

MAX_UNPACKED: Final = 1 << 30
"""1 GiB; a sheet with a million rows and twenty columns takes about half of that."""
MAX_PARTS: Final = 10_000

_LOCAL_HEADER: Final = 30  # bytes before the name; at 26 and 28 stand the lengths of the name and the extra field
_CHUNK: Final = 1 << 20


def check_archive(data: bytes, *, limit: int = MAX_UNPACKED) -> None:
    """Refuse an archive that unpacks to more than a limit, whatever its directory says.

    Each part is unpacked into nothing, a chunk at a time, and counted: parts may overlap, and the sizes that the
    directory states may be wrong.

    Args:
        data: The archive.
        limit: Bytes that all parts may have together.

    Raises:
        ForeignError: It unpacks to too much, or is no archive that a workbook could be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ForeignError("not a workbook: it is no archive, or a damaged one; save it again as .xlsx") from None
    if len(parts) > MAX_PARTS:
        raise ForeignError(f"not a workbook: {len(parts):,} parts; a workbook has a hundred at most")
    left = limit
    for part in parts:
        name_length = int.from_bytes(data[part.header_offset + 26 : part.header_offset + 28], "little")
        extra_length = int.from_bytes(data[part.header_offset + 28 : part.header_offset + 30], "little")
        start = part.header_offset + _LOCAL_HEADER + name_length + extra_length
        left -= _unpacked_size(data[start : start + part.compress_size], part.compress_type, left)
        if left < 0:
            raise ForeignError(f"a workbook that unpacks to more than {limit >> 20:,} MiB is not opened")


def _unpacked_size(packed: bytes, method: int, enough: int) -> int:
    """The size of a part once unpacked; at least ``enough`` + 1 where it is larger than that."""
    if method == zipfile.ZIP_STORED:
        return len(packed)
    if method != zipfile.ZIP_DEFLATED:
        raise ForeignError("not a workbook: packed in a way that workbooks are not; save it again as .xlsx")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    size = 0
    try:
        while packed and size <= enough and not unpacker.eof:
            size += len(unpacker.decompress(packed, _CHUNK))
            packed = unpacker.unconsumed_tail
    except zlib.error:
        raise ForeignError("not a workbook: a damaged archive; save it again as .xlsx") from None
    return size
