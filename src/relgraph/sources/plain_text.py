"""Whether a file is plain text: what else it is, as far as its first bytes tell, and what to do about it."""

from __future__ import annotations

import re

from relgraph.errors import InputError

_SIGNATURES = (
    (b"%PDF-", "a PDF", "take its text out, with pdftotext or by copying it"),
    (
        b"PK\x03\x04",
        "a zip file, as documents of Word and LibreOffice are",
        "save the document as plain text, in UTF-8",
    ),
    (b"\xd0\xcf\x11\xe0", "a document of Word", "save it as plain text, in UTF-8"),
    (b"{\\rtf", "rich text (RTF)", "save it as plain text, in UTF-8"),
    (b"\x1f\x8b", "compressed", "unpack it first"),
    (b"\x89PNG", "a picture", "write its text into a file of its own"),
    (b"\xff\xd8\xff", "a picture", "write its text into a file of its own"),
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096  # bytes that are looked at for UTF-16 and HTML

_BLOCKS = b"html|head|body|div|article|section|main|table|p|h[1-6]"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|%b)\b|</(?:%b)\s*>" % (_BLOCKS, _BLOCKS),
    re.IGNORECASE | re.DOTALL,
)


def refuse_other_forms(data: bytes, name: str) -> None:
    """Raise InputError for a file that is no plain text in UTF-8 but one of the usual other forms."""
    if found := _form(data):
        what, advice = found
        raise InputError(f"{name}: is {what}, not plain text; {advice}")


def _form(data: bytes) -> tuple[str, str] | None:
    """What a file is, and what to do about it; None for what may be plain text."""
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, what, advice in _SIGNATURES:
        if bare.startswith(signature):
            return what, advice
    if data.startswith(_UTF_16_MARKS) or _is_utf_16(data[:_HEAD]):
        return "UTF-16", "save it as UTF-8, as with iconv -f UTF-16 -t UTF-8"
    if b"\0" in data:
        return "binary", "name a file of plain text in UTF-8"
    if _HTML.match(bare) or (b"</" in data[:_HEAD] and _HTML.search(data[:_HEAD])):
        return "HTML, a page of the web", "save what it says as plain text, as by copying it from the browser"
    return None


def _is_utf_16(head: bytes) -> bool:
    """Whether it reads as UTF-16 without a mark: with line ends or blanks of two bytes, and hardly a control in it."""
    if b"\0" not in head:
        return False
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
        odd = sum(not (one.isprintable() or one.isspace()) or one == "\ufffd" for one in text)
        if odd <= len(text) // 50:
            return True
    return False
