"""One notice as people have it: a page, a mail, a Word file, a PDF, plain text. Made up, as is its ministry."""

import html
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

from attrs import frozen


@frozen
class Part:
    """A part of a notice: ``h1``, ``h2``, ``p``, ``li`` or ``tr`` with its text, or its cells."""

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()


TITLE = "Foreign Minister Mina Park to visit Lisbon"
PARTS = (
    Part("h1", TITLE),
    Part("p", "SEOUL, 1 April 2025 – Foreign Minister Mina Park will visit Lisbon from Wednesday to Friday this week."),
    Part(
        "p", "She will hold talks with Foreign Minister Rui Costa on Thursday at 10:30. A press conference will follow."
    ),
    Part("h2", "Programme"),
    Part("h2", "Wednesday, 2 April 2025"),
    Part("tr", cells=("15:00", "Arrival at the military airport")),
    Part("tr", cells=("19:30", "Dinner with business leaders")),
    Part("h2", "Friday, 4 April 2025"),
    Part("li", "09:00 Visit to the naval museum"),
    Part("li", "12:15 Departure for Seoul"),
)
PUBLISHER = "Ministry of Foreign Affairs of Ruritania"


def as_text(parts: Sequence[Part] = PARTS) -> bytes:
    """Write plain text."""
    return ("\n\n".join(_joined(parts)) + "\n").encode()


def _joined(parts: Sequence[Part]) -> list[str]:
    found: list[str] = []
    before = ""
    for part in parts:
        line = " | ".join(part.cells) if part.kind == "tr" else f"- {part.text}" if part.kind == "li" else part.text
        if part.kind == before and part.kind in {"tr", "li"}:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
        before = part.kind
    return found


def as_page(parts: Sequence[Part] = PARTS, head: str = "", lang: str = "en") -> bytes:
    """Write a web page with what stands around a text."""
    inner, before = "", ""
    around = {"tr": ("<table>", "</table>"), "li": ("<ul>", "</ul>")}
    for part in (*parts, Part("end")):
        if before != part.kind:
            inner += around.get(before, ("", ""))[1] + around.get(part.kind, ("", ""))[0]
        if part.kind == "tr":
            inner += f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in part.cells)}</tr>"
        elif part.kind != "end":
            inner += f"<{part.kind}>{html.escape(part.text)}</{part.kind}>\n"
        before = part.kind
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{TITLE} | Ministry</title>'
        f"{head}</head>"
        '<body><nav><ul><li><a href="/">Home</a></li><li>Last update 7 May 2024, 10:00</li></ul></nav>'
        f"<main>{inner}</main><footer>Open 09:00-17:00</footer></body></html>"
    ).encode()


PUBLISHED = (
    '<meta property="article:published_time" content="2025-04-01T09:30:00+09:00">'
    f'<meta property="og:site_name" content="{PUBLISHER}">'
    '<link rel="canonical" href="https://ministry.example/notices/lisbon">'
)


def as_mail(parts: Sequence[Part] = PARTS) -> bytes:
    """Write a mail, its text quoted-printable."""
    message = EmailMessage()
    message["From"] = f"{PUBLISHER} <press@ministry.example>"
    message["To"] = "list@ministry.example"
    message["Subject"] = TITLE
    message["Date"] = "Tue, 01 Apr 2025 09:30:00 +0900"
    message.set_content(as_text(parts).decode(), cte="quoted-printable")
    return message.as_bytes()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def as_word(parts: Sequence[Part] = PARTS, made: str = "2025-03-31T08:00:00Z") -> bytes:
    """Write a Word file."""
    inner, before = "", ""
    for part in (*parts, Part("end")):
        if before == "tr" != part.kind:
            inner += "</w:tbl>"
        if part.kind == "tr" != before:
            inner += "<w:tbl>"
        if part.kind == "tr":
            inner += f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in part.cells)}</w:tr>"
        elif part.kind != "end":
            inner += _paragraph(part.text, part.kind)
        before = part.kind
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("berschrift1", "heading 1"), ("berschrift2", "heading 2"))
    )
    return packed(
        {
            "word/document.xml": f"<w:document {_W}><w:body>{inner}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "docProps/core.xml": (
                '<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="urn:t">'
                f"<dc:title>{TITLE}</dc:title><t:created>{made}</t:created></c:coreProperties>"
            ),
        }
    )


def _paragraph(text: str, kind: str = "p") -> str:
    styles = {"h1": '<w:pStyle w:val="berschrift1"/>', "h2": '<w:pStyle w:val="berschrift2"/>'}
    styles["li"] = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    first, _, rest = html.escape(text).partition(" ")  # Word splits what was edited into runs
    runs = f'<w:r><w:t xml:space="preserve">{first} </w:t></w:r><w:r><w:t>{rest}</w:t></w:r>'
    return f"<w:p><w:pPr>{styles.get(kind, '')}</w:pPr>{runs}</w:p>"


def packed(files: dict[str, str]) -> bytes:
    """Write a zip archive."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def as_pdf(parts: Sequence[Part] = PARTS, made: str = "D:20250401080000+09'00'") -> bytes:
    """Write a PDF of one page in Helvetica, as a printer driver would: each line is put in its place."""
    drawn, top = [], 780
    before = ""
    for part in parts:
        top -= 0 if before == part.kind and part.kind in {"tr", "li"} else 14
        if part.kind == "tr":
            drawn += [_put(72 + 90 * column, top, cell) for column, cell in enumerate(part.cells)]
            top -= 14
        else:
            for line in _wrapped(f"- {part.text}" if part.kind == "li" else part.text):
                drawn.append(_put(72, top, line))
                top -= 14
        before = part.kind
    content = "BT /F 11 Tf\n" + "\n".join(drawn) + "\nET"
    return pdf_of(content, made)


def pdf_of(content: str, made: str = "D:20250401080000+09'00'") -> bytes:
    """Write a PDF whose only page has this content."""
    stream = content.encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /CreationDate ({made}) /Producer (a test) >>".encode(),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + end


def _put(left: int, top: int, text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"1 0 0 1 {left} {top} Tm ({escaped}) Tj"


def _wrapped(text: str, width: int = 80) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
