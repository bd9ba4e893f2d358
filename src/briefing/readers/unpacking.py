"""A source that is packed with gzip to the source that it holds."""

import zlib
from dataclasses import replace

from briefing.errors import SourceError
from briefing.readers import limits
from briefing.source import Source

_GZIP = b"\x1f\x8b\x08"


def unpacked(source: Source) -> Source:
    """Return what a source packed with gzip holds, called as it without '.gz'; any other source as it is.

    Raises:
        SourceError: it is broken, or unpacks to more than text does.
    """
    if not source.data.startswith(_GZIP):
        return source
    most = max(limits.SMALL_TEXT, limits.MAX_TEXT_RATIO * len(source.data))
    packed = zlib.decompressobj(wbits=31)
    try:
        data = packed.decompress(source.data, most)
    except zlib.error as error:
        raise SourceError(f"{source.name}: a broken gzip file; get it again") from error
    if packed.unconsumed_tail:
        raise SourceError(
            f"{source.name}: unpacks to more than {limits.MAX_TEXT_RATIO} times its size; unpack it first"
        )
    if not packed.eof:
        raise SourceError(f"{source.name}: a gzip file that breaks off; get it again")
    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    return replace(source, name=name, data=data, media_type=None)
