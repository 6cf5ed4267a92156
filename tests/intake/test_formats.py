"""One notice in every format people have it in: the same text, and what each says of itself."""

import datetime as dt
import email
from email import policy
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from diplocal.errors import DocumentError
from diplocal.intake import pdf, read
from tests.intake import saved

SEOUL = dt.timezone(dt.timedelta(hours=9))
MOMENT = dt.datetime(2025, 4, 1, 9, 30, tzinfo=SEOUL)
DAY = dt.date(2025, 4, 1)

FORMATS = [  # kind, bytes, day of publication, where it was found, publisher
    ("text", saved.as_text(), DAY, "the dateline in line 3", None),
    ("a web page", saved.as_page(head=saved.PUBLISHED), MOMENT, "<meta article:published_time>", saved.PUBLISHER),
    ("a web page", saved.as_page(), DAY, "the dateline in line 3", None),
    ("a mail", saved.as_mail(), MOMENT, "the mail's Date header", saved.PUBLISHER),
    ("a Word file", saved.as_word(), DAY, "the dateline in line 3", None),
    ("a PDF", saved.as_pdf(), DAY, "the dateline in line 3", None),
]


@pytest.mark.parametrize(("kind", "data", "published", "where", "publisher"), FORMATS)
def test_one_notice_in_every_format(kind, data, published, where, publisher):
    (document,) = read(data)
    assert document.kind == kind
    assert document.published is not None
    assert (document.published.value, document.published.where) == (published, where)
    assert (document.publisher and document.publisher.value) == publisher
    unwrapped = document.text.replace("from\nWednesday", "from Wednesday").replace("A\npress", "A press")
    assert unwrapped.replace("\t", " | ").strip() == saved.as_text().decode().strip()


def test_plain_text_is_kept_as_it_is():
    for written in ("  Talks\r\n\r\n\tat 10:00  \rin Oslo", "", "\0"):
        assert read(written.encode())[0].text == written
    for encoding in ("utf-8-sig", "utf-16"):
        assert read("Gespräche am Freitag".encode(encoding))[0].text == "Gespräche am Freitag"


def test_markdown_is_plain_text():
    assert read(b"# Talks\n\n- 10:00 Oslo\n")[0].text == "# Talks\n\n- 10:00 Oslo\n"


def test_tables_of_a_page_stay_tables():
    page = """<html><body><h2>MONDAY 12 MAY</h2><table><caption>Times are local</caption>
        <tr><th>Time<th>What<th>Where
        <tr><td>09:30<td>Arrivals<br>Press: open<td>
        <tr><td colspan=3>TUESDAY 13 MAY
        <tr><td>+/- 13.15<td>Press conference<td><p>Europa building<p>Room 20</table>
        <dl><dt>20:30<dd>Departure</dl></body></html>"""
    assert read(page.encode())[0].text.split("\n") == [
        "MONDAY 12 MAY",
        "",
        "Times are local",
        "",
        "Time | What | Where",
        "09:30 | Arrivals",
        "    Press: open",
        "",
        "TUESDAY 13 MAY",
        "+/- 13.15 | Press conference | Europa building",
        "    Room 20",
        "20:30 | Departure",
        "",
    ]


def test_a_table_that_only_places_blocks_is_none():
    page = """<table><tr><td><ul><li><a href=/>Home</a></ul></td><td><table><tr><td>09:30<td>Talks</tr>
        <tr><td>11:00<td>Lunch</tr></table></td></tr></table>"""
    assert read(f"<html><body>{page}</body></html>".encode())[0].text == "- Home\n\n09:30 | Talks\n11:00 | Lunch\n"


def test_lists_keep_their_depth():
    page = "<html><body><ul><li>Oslo<ul><li>10:00 Talks<li>12:00 Lunch</ul><li>Bergen</ul></body></html>"
    assert read(page.encode())[0].text == "- Oslo\n  - 10:00 Talks\n  - 12:00 Lunch\n- Bergen\n"


def test_what_stands_around_a_text_is_left_out():
    page = """<html><body><header><nav>Menu</nav></header><div class="cookie-banner">We use cookies</div>
        <ul><li><a>Home page</a><li><a>All the news</a><li><a>Past visits</a><li><a>Contact us</a></ul>
        <div hidden>Draft</div><div style="display: none">Secret</div><script>var x = "09:00";</script>
        <p>Talks begin at 10:00.</p><aside>Read also</aside><footer>Imprint</footer></body></html>"""
    assert read(page.encode())[0].text == "Talks begin at 10:00.\n"


def test_a_page_may_be_written_as_one_file_by_a_browser():
    page = b"""From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ministry.example/a\r\nSubject: Talks\r
Date: Fri, 4 Apr 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;boundary="b"\r\n\r
--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r
<html><h1>Talks</h1><p>Talks on 3=E2=80=936 June</p></html>\r\n--b--\r\n"""
    (document,) = read(page)
    assert document.kind == "a web page"
    assert document.text == "Talks\n\nTalks on 3–6 June\n"
    assert document.url is not None
    assert document.url.value == "https://ministry.example/a"
    assert document.published is None


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Ministry</title><language>en-gb</language>
<item><title>Talks &amp; lunch</title><link>https://ministry.example/1</link>
<pubDate>Tue, 01 Apr 2025 09:30:00 +0900</pubDate>
<description>&lt;p&gt;Talks on Friday&lt;/p&gt;&lt;ul&gt;&lt;li&gt;10:00 Oslo&lt;/li&gt;&lt;/ul&gt;</description></item>
<item><title>Visit</title><description>A visit</description></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Ministry</title><entry><title>Talks</title>
<link rel="self" href="https://ministry.example/x"/><link href="https://ministry.example/1"/>
<updated>2025-04-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>On Friday</p>
</div></content></entry></feed>"""


def test_each_item_of_a_feed_is_a_document():
    talks, visit = read(RSS)
    assert talks.text == "Talks & lunch\n\nTalks on Friday\n\n- 10:00 Oslo\n"
    said = (talks.title, talks.publisher, talks.published, talks.language, talks.url)
    assert [one and one.value for one in said] == [
        "Talks & lunch", "Ministry", MOMENT, "en-gb", "https://ministry.example/1",
    ]  # fmt: skip
    assert (visit.text, visit.published) == ("Visit\n\nA visit\n", None)


def test_a_change_of_an_item_is_not_its_publication():
    (talks,) = read(ATOM)
    assert talks.text == "Talks\n\nOn Friday\n"
    assert talks.published is None
    assert [one.where for one in talks.shown] == ["the item's updated"]
    assert talks.url is not None
    assert talks.url.value == "https://ministry.example/1"


def test_a_mail_without_plain_text_is_read_from_its_page():
    mail = b"From: A <a@b.example>\nDate: Tue, 1 Apr 2025 09:30:00 +0900\nSubject: =?utf-8?q?Visit_=C3=A0_Oslo?=\n"
    mail += (
        b"MIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\n\n<table><tr><td>9:00<td>Caf\xe9</table>\n"
    )
    (document,) = read(mail)
    assert document.text == "Visit à Oslo\n\n9:00 | Café\n"
    assert document.title is not None
    assert document.title.value == "Visit à Oslo"


def test_flowed_text_is_joined():
    mail = b"From: a@b.example\nDate: Tue, 1 Apr 2025 09:30:00 +0900\nSubject: A\n"
    mail += b"Content-Type: text/plain; format=flowed\n\nTalks will be \nheld on Friday.\n"
    assert read(mail)[0].text == "A\n\nTalks will be held on Friday.\n"


FORWARDED = """From: Desk <desk@office.example>
Date: Thu, 03 Apr 2025 18:00:00 +0200
Subject: Fwd: Talks

---------- Forwarded message ---------
From: The ministry <press@ministry.example>
Date: {date}
Subject: Talks in Oslo

Talks will be held tomorrow.
"""


def test_who_sends_a_mail_on_is_not_its_publisher():
    (document,) = read(FORWARDED.format(date="Tue, 1 Apr 2025 09:30:00 +0900").encode())
    assert document.published is not None
    assert (document.published.value, document.published.where) == (MOMENT, "the header of the mail that was forwarded")
    assert document.publisher is not None
    assert document.publisher.value == "The ministry"


def test_a_day_that_a_forwarded_mail_writes_as_it_likes_is_asked_for():
    (document,) = read(FORWARDED.format(date="mardi 1er avril 2025").encode())
    assert document.published is None
    assert [one.value.isoformat() for one in document.shown] == ["2025-04-03T18:00:00+02:00"]


def test_attachments_are_named():
    mail = email.message_from_bytes(saved.as_mail(), policy=policy.default)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="programme.pdf")
    assert read(mail.as_bytes())[0].left_out == ("the attachment 'programme.pdf'",)


BAD = [  # bytes, words of the answer
    (b"Talks\nGespr\xe4che am Freitag", "is not UTF-8: byte 0xe4 in line 2 ('Talks Gespr?che am Freitag')"),
    (b"Gespr\xc3\xa4che, Gespr\xe4che", "is not UTF-8"),
    (b"<html>" + b"x" * 50_000_000, "has 50,000,006 bytes"),
    (b"PK\x03\x04 and no more", "a Word file or another zip archive is broken"),
    (saved.packed({"a.txt": "a"}), "a zip archive is not one document; unpack it"),
    (saved.packed({"content.xml": "<a/>"}), "an OpenDocument file"),
    (saved.packed({"word/document.xml": "<a>"}), "a Word file is broken"),
    (saved.packed({"word/document.xml": "<a/>"}), "a Word file has no text"),
    (saved.packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares entities"),
    (saved.as_word()[:-40], "is broken"),
    (saved.packed({"word/document.xml": "<a>" * 500 + "</a>" * 500}), "is nested too deep"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (rb"{\rtf1 Talks}", "a rich text file"),
    (b"\x1f\x8b\x08", "a packed file"),
    (b"\x89PNG\r\n", "a picture has no text"),
    (b"%PDF-1.4\nnothing", "a PDF is broken"),
    (saved.pdf_of("0 0 m 100 100 l S"), "a PDF has no text, only pictures of it; have its text recognised (OCR)"),
    (b"<!DOCTYPE html><html><head><title>Talks</title></head></html>", "a web page holds no text"),
    (b"<html><body><script>talks()</script></body></html>", "a web page holds no text"),
    (b"<html><meta charset=klingon><body>Talks</body></html>", "names an encoding that nobody knows, 'klingon'"),
    (b"<html><meta charset=utf-8><body>" + b"\xe4" * 100 + b"</body></html>", "is not UTF-8"),
    (b"<?xml version='1.0'?><rss><channel></channel></rss>", "a feed has no item with a text"),
    (b"<?xml version='1.0'?><rss><channel>", "a feed is broken"),
    (b"From: a@b\nDate: x\nSubject: y\nMIME-Version: 1.0\nContent-Type: application/pdf\n\nx", "has no text"),
    (b"From: a@b\nDate: x\nSubject: y\nContent-Type: text/plain; charset=klingon\n\nx", "nobody knows, 'klingon'"),
]


@pytest.mark.parametrize(("data", "words"), BAD, ids=[words[:40] for _, words in BAD])
def test_what_cannot_be_read_is_said(data, words):
    with pytest.raises(DocumentError) as raised:
        read(data)
    assert words in str(raised.value)


def test_a_mail_with_attachments_only_names_them():
    mail = b"""From: a@b.example\nDate: Tue, 1 Apr 2025 09:30:00 +0900\nSubject: Talks\nMIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf
Content-Disposition: attachment; filename="programme.pdf"\n\nx\n--b--\n"""
    with pytest.raises(DocumentError, match=r"has no text, only attachments: 'programme\.pdf'; save the attachment"):
        read(mail)


def test_an_encrypted_pdf_is_no_riddle():
    writer, stream = PdfWriter(clone_from=PdfReader(BytesIO(saved.as_pdf()))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream)
    with pytest.raises(DocumentError, match="a PDF is encrypted; open it with its password"):
        read(stream.getvalue())


@pytest.mark.parametrize(
    ("module", "data", "words"), [("pypdf", saved.as_pdf(), "python -m pip install 'diplocal[pdf]'")]
)
def test_what_is_not_installed_is_named(monkeypatch, module, data, words):
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    with pytest.raises(DocumentError, match="needs pypdf") as raised:
        read(data)
    assert words in str(raised.value)


def test_a_few_bytes_in_another_encoding_are_shown_as_such():
    page = b"<html><meta charset=utf-8><body><p>" + b"Talks in Oslo. " * 200 + b"M\xfcller</p></body></html>"
    (document,) = read(page)
    assert "M\ufffdller" in document.text
    assert document.left_out[0].startswith("characters in another encoding, 1 in all")


ARTICLE = "".join(
    f"<p>In the hall the ministers spoke of the harbour at length, for the {n}th time.</p>" for n in range(9)
)
AROUND = f"""<html><body><div><div>Sign up for letters</div><div class="x">{ARTICLE}
    <table><tr><td>09:30<td>Arrivals<tr><td>11:00<td>Lunch</table>{ARTICLE}</div>
    <div class="y"><a href="/1">The king leaves on Friday</a> <a href="/2">A vote at 14:00</a></div></div>
    </body></html>"""


def test_what_stands_above_and_below_can_be_cut(with_trafilatura):
    (document,) = read(AROUND.encode())
    assert document.text.startswith("In the hall")
    assert document.text.rstrip().endswith("time.")
    assert "09:30 | Arrivals\n11:00 | Lunch\n" in document.text
    assert document.left_out == ("2 blocks above and below the page's text",)


def test_what_is_all_text_is_not_cut(with_trafilatura):
    assert read(saved.as_page())[0].text == saved.as_text().decode()


def test_a_plain_text_that_only_points_to_its_page_is_left():
    mail = email.message_from_bytes(saved.as_mail(), policy=policy.default)
    mail.set_content("View this message in your browser")
    mail.add_alternative(saved.as_page().decode(), subtype="html")
    assert read(mail.as_bytes())[0].text == saved.as_text().decode()
    mail = email.message_from_bytes(saved.as_mail(), policy=policy.default)
    mail.add_alternative("<p>See the text</p>", subtype="html")
    assert "Mina Park" in read(mail.as_bytes())[0].text


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_of(body: str, **others: str) -> bytes:
    files = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    return saved.packed(files | {f"word/{name}.xml": f"<w:x {W}>{inner}</w:x>" for name, inner in others.items()})


def paragraph(text: str, more: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t>{more}</w:r></w:p>"


def test_what_a_word_file_has_around_its_text():
    boxes = f"<w:txbxContent>{paragraph('10:00 Talks')}</w:txbxContent>"
    both = f"<Choice>{boxes}</Choice><Fallback>{boxes}</Fallback>"
    (document,) = read(
        word_of(
            paragraph("Programme", both),
            header1=paragraph("Ministry of Harbours") + paragraph("Page 1 of 2"),
            header2=paragraph("Ministry of Harbours"),
            footnotes=paragraph("Times are local"),
            endnotes=paragraph(""),
        )
    )
    assert document.text == "Ministry of Harbours\n\nProgramme\n\n10:00 Talks\n"
    assert document.left_out == ("its footnotes",)


def test_what_was_struck_from_a_word_file_is_not_read():
    body = "<w:p><w:del><w:r><w:delText>9:00 </w:delText></w:r></w:del><w:ins><w:r><w:t>10:00 </w:t></w:r></w:ins>"
    assert read(word_of(f"{body}<w:r><w:t>Talks</w:t></w:r></w:p>"))[0].text == "10:00 Talks\n"


def test_a_tab_parts_columns_and_a_break_lines():
    cells = "<w:p><w:r><w:t>09:00</w:t><w:tab/><w:t>Arrival</w:t><w:br/><w:t>Press: open</w:t></w:r></w:p>"
    assert read(word_of(cells))[0].text == "09:00\tArrival\nPress: open\n"
