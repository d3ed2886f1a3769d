"""Files that do harm to who reads them, made in the test: bombs, traps and what takes for ever."""

import zlib

PROSE = "The mayor of Orlec said on Monday that the harbour would open again after the storm had passed the coast."


def an_endless_page(blocks: int = 800_000) -> bytes:
    """Blocks that are never closed: what looks for the article climbs each of them, for minutes."""
    return f"<html><body>{'<p>a<br>b' * blocks}<p>{PROSE}</p></body></html>".encode()


def a_deep_page(depth: int = 200_000) -> bytes:
    return f"<html><body>{'<div>' * depth}{PROSE}{'</div>' * depth}</body></html>".encode()


def a_bomb(*, size: int, streams: int) -> bytes:
    """A PDF of one page whose content is `streams` times the same `size` bytes, all packed into a thousandth."""
    packed = zlib.compress(b" " * size, 9)
    contents = b" ".join([b"4 0 R"] * streams)
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [%b] "
        b"/Resources << /Font << /F1 3 0 R >> >> >>" % contents,
    )


def _pdf(*objects: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(out),
    )


TRAPS = {
    "a menu of many items": "News | Sport | Weather | Business | " * 8 + "x" * 40,
    "a trail of blanks": "home" + (" »" + " " * 60) * 6 + "»",
    "two ways to share": "copy link " * 60 + "!",
    "news of one kind": "share" + " google news" * 60 + "?",
    "a credit without end": "photo /ap" + " / ab" * 60 + "!",
    "a link that does not come": "source" + " " * 1700 + "!",
}
"""Lines over which a regular expression once tried two ways at each word, and so for years."""
