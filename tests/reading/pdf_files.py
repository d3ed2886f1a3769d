"""PDF files made in the test: `a_pdf(pages=[["a line", "another"]])` is the bytes of a real one."""

from collections.abc import Sequence


def a_pdf(pages: Sequence[Sequence[str]], *, title: str | None = None, large: int = 0) -> bytes:
    """A page is its lines, set in Helvetica 14 points apart, the first `large` of them in larger letters."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[str] = []
    for lines in pages:
        sizes = [
            f"/F1 {22 if number < large else 11} Tf {28 if number < large else 14} TL" for number in range(len(lines))
        ]
        shown = " T* ".join(f"{size} ({_escaped(line)}) Tj" for size, line in zip(sizes, lines, strict=True))
        stream = f"BT /F1 11 Tf 14 TL 72 760 Td {shown} ET" if lines else ""
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({_escaped(title)}) >>" if title else "<< >>")
    return _written(objects)


def _written(objects: Sequence[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
