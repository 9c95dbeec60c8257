"""Pasting from office programs: what the format can keep comes along, what can't be had is named in its place."""

import base64
import re
from html import unescape

import pytest
from playwright.sync_api import expect

from tests.browser import clipboards
from tests.browser.clipboards import png, rtf
from tests.browser.conftest import until
from tests.browser.writing import DESK, PAGE, made, source
from tests.coursetext.rendering import block

pytestmark = pytest.mark.browser

TEXT = "---\ntitle: Sapa\n---\n\nPertama.\n"

READ = """async (html) => {
    const { fromHtml } = await import('/static/js/studio/from_html.js');
    const { textOf } = await import('/static/js/studio/layout.js');
    return textOf(fromHtml(html).lines);
}"""

IS_RICH = "async (html) => (await import('/static/js/studio/from_html.js')).isRich(html)"

RTF_SIZES = """async (rtf) => {
    const { rtfPictures } = await import('/static/js/studio/rtf_pictures.js');
    return rtfPictures(rtf).map((picture) => picture && [picture.type, picture.bytes.length]);
}"""

PASTE = """(area, [html, bare, rtf, files]) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', bare);
    if (rtf) data.setData('text/rtf', rtf);
    for (const text of files ?? []) {
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    }
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}"""

SOURCES = """async ([pictures, rtf]) => {
    const { sourcesOf } = await import('/static/js/studio/picture_sources.js');
    return (await sourcesOf(pictures, rtf, [])).map((file) => file && [file.name, file.type, file.size]);
}"""

PROGRAMS = [
    pytest.param(clipboards.WORD, clipboards.WORD_AS_MARKDOWN, id="Word"),
    pytest.param(clipboards.DOCS, clipboards.DOCS_AS_MARKDOWN, id="Google Docs"),
    pytest.param(clipboards.LIBRE_OFFICE, clipboards.LIBRE_OFFICE_AS_MARKDOWN, id="LibreOffice"),
]
PLAIN = [
    "1945. Indonesia merdeka.",
    "17) Agustus",
    "# bukan judul, #tagar",
    "#tagar",
    "- bukan butir",
    "+ tambah",
    "> lebih dari",
    "---",
    "===",
    "* * *",
    "___",
    ": titik dua",
    "!!! catatan",
    "??? lipatan",
    "a *b* c_d _e_ __init__ **f** 2*3*4",
    "3 * 4 * 5",
    "Nama: ____ Umur: ______",
    "`kode` dan ``kode``",
    "$a$ dan $b$, Rp$5",
    "hanya $5",
    "[a](b) [c][d] [e]: f [^1] ![g](h) [[i]] [j]",
    "<b>bukan</b> x < y <https://a.id> </p> <!-- a -->",
    "&amp; &lt; &copy; A & B; C&D",
    "~~coret~~ ~ satu",
    "{#id} {.kelas} {: a} {kosong}",
    r"C:\Users\budi \* \\ \[ \_ akhir\ ".strip(),
    "| a | b |",
    "*[ASN]: singkatan",
    "[x] bukan tugas",
    "~~~",
    "```",
    "https://a.id/b_c_d?e=f&g=h",
    "\x0bada \u2028tanda\u202e aneh\x07",
]


@pytest.fixture
def draft(trainer):
    return made(trainer, TEXT)


@pytest.fixture
def scripts(device):
    """A page from which the editor's modules can be run."""
    with device() as page:
        page.goto("/sign-in")
        yield page


def written(page):
    return source(page).input_value()


def paste(page, html, bare="bare", rich_text="", files=()):
    source(page).press("Control+End")
    source(page).evaluate(PASTE, [html, bare, rich_text, [base64.b64encode(each).decode() for each in files]])


def data_url(picture):
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def shown(html):
    """What a reader sees of HTML, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


@pytest.mark.parametrize(("html", "markdown"), PROGRAMS)
def test_what_office_programs_copy_becomes_markdown_without_a_finding(scripts, html, markdown):
    text = scripts.evaluate(READ, html)

    assert text == markdown
    assert [each.code for each in block(text.replace("![Denah](0)", "")).findings] == []


def test_nested_lists_are_nested_for_learners(scripts):
    html = block(scripts.evaluate(READ, clipboards.WORD)).html

    listed = re.sub(r"\s*\n\s*", "", html[html.index("<ol>") : html.index("</ul>")])
    assert listed.startswith("<ol><li>Terima<ol><li>berkas asli</li><li>salinan</li></ol></li><li>Catat</li></ol><ul>")


def test_plain_text_of_an_office_program_is_shown_as_it_was_typed(scripts):
    pieces = [
        "<p>{}</p>",
        "<p>Awal<br>{}</p>",
        "<ul><li>{}</li></ul>",
        "<table><tr><td>a</td></tr><tr><td>{}</td></tr></table>",
    ]

    wrong = []
    for piece in pieces:
        for text in PLAIN:
            markdown = scripts.evaluate(READ, piece.format(escaped(text)))
            seen = block(markdown)
            words = " ".join(re.sub("[\x07\u202e]", "", text).replace("\u2028", " ").split())
            wanted = {"<p>{}</p>": words, "<p>Awal<br>{}</p>": f"Awal {words}", "<ul><li>{}</li></ul>": words}.get(
                piece, f"a {words}"
            )
            if shown(seen.html) != wanted or seen.findings:
                wrong.append((text, markdown, shown(seen.html), [each.code for each in seen.findings]))

    assert wrong == []


def test_signs_that_mean_nothing_stay_as_they_are(scripts):
    texts = ["snake_case 3 * 4 A & B x < y $5 [a] C:\\Users (b) c! #1 50% ~1", "dari 1945. Lalu", "Nama: ______"]

    assert [scripts.evaluate(READ, f"<p>{escaped(text)}</p>") for text in texts] == texts


def test_letters_below_numbers_become_numbers_below_numbers(scripts):
    html = "<ol><li>Satu</li></ol><ol><li style='list-style-type:upper-alpha'>Opsi</li><li>Lain</li></ol>"

    assert scripts.evaluate(READ, html) == "1. Satu\n    1. Opsi\n    2. Lain"


@pytest.mark.parametrize(
    ("font", "signs", "marks"),
    [
        ("Courier New", ["o", "o"], ["-", "-"]),
        ("", ["o", "o"], ["-", "-"]),
        ("Wingdings", ["v", "§"], ["-", "-"]),
        ("", ["a.", "b."], ["1.", "2."]),
        ("Courier New", ["n.", "o."], ["14.", "15."]),
    ],
)
def test_a_letter_that_word_draws_as_a_bullet_counts_nothing(scripts, font, signs, marks):
    style = f'font-family:"{font}";mso-fareast-font-family:"{font}"' if font else ""
    pad = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    html = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Atas</p>"
    for sign in signs:
        shown = f"<span style='{style}'><span style='mso-list:Ignore'>{sign}{pad}</span></span>"
        html += (
            f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>{shown}<![endif]>Isi</p>"
        )

    assert scripts.evaluate(READ, html) == "\n".join(["1. Atas", *(f"    {mark} Isi" for mark in marks)])


def test_paragraphs_numbered_by_hand_are_a_list_and_a_lone_number_is_none(scripts):
    html = "<p>1. Terima</p><p>2. Catat</p><p>Lalu</p><p>3. Selesai</p>"

    assert scripts.evaluate(READ, html) == "1. Terima\n2. Catat\n\nLalu\n\n3\\. Selesai"


def test_paragraphs_of_an_item_stay_in_their_item(scripts):
    text = scripts.evaluate(READ, "<ol><li><p>a</p><p>b</p></li><li>c</li></ol>")

    assert text == "1. a\n\n    b\n\n2. c"
    assert block(text).html.count("<li>") == 2
    assert block(text).html.count("<ol>") == 1


def test_paragraphs_with_a_picture_are_more_than_plain_text(scripts):
    assert scripts.evaluate(IS_RICH, "<p>Alur:</p><img src=x>")


def test_what_an_editor_of_programs_colours_stays_plain(scripts):
    html = '<meta charset="utf-8"><div style="color: #000;white-space: pre;"><span style="font-weight: bold"># A</span>'

    assert not scripts.evaluate(IS_RICH, html)


def test_pictures_of_rich_text_come_in_their_order_and_only_once(scripts):
    one, two = png(3, 2), png(5, 4)

    sizes = scripts.evaluate(RTF_SIZES, rtf(one, None, two))

    assert sizes == [["image/png", len(one)], None, ["image/png", len(two)]]


@pytest.mark.parametrize(
    ("sources", "held", "wanted"),
    [
        (["file:///a.png", "blob:https://a.id/b"], [2, 3], [2, 3]),
        (["file:///a.png", "data:", "file:///c.png"], [2, None, 3], [2, 4, 3]),
        (["file:///a.png", "data:", "file:///c.png"], [2, 3], [2, 4, 3]),
        (["file:///a.png", "file:///b.png", "file:///a.png"], [2, 3], [2, 3, 2]),
        (["file:///a.png", "file:///b.png"], [2, None], [2, None]),
        (["file:///a.png", "file:///b.png"], [2, 3, 5], [None, None]),
        (["https://docs.example/a", "data:image/png;base64,%%%"], [], [None, None]),
    ],
)
def test_each_picture_gets_what_belongs_to_it_or_nothing(scripts, sources, held, wanted):
    sizes = {number: len(png(number, number)) for number in (2, 3, 4, 5)}
    named = [{"src": data_url(png(4, 4)) if each == "data:" else each, "alt": ""} for each in sources]

    found = scripts.evaluate(SOURCES, [named, rtf(*(each and png(each, each) for each in held)) if held else ""])

    assert [each and each[2] for each in found] == [each and sizes[each] for each in wanted]


def test_pictures_of_a_paste_are_described_and_stand_in_their_places(device, trainer, draft):
    first = f'<img src="{data_url(png(30, 20))}" alt="Alur | [baru]">'
    second = '<img src="file:///C:/clip_image002.png" alt="Denah">'
    html = f"<p>Lihat {first} ini.</p><p>Lalu</p><p>{second}</p>"
    wanted = (
        r"Lihat !\[Alur \| \\\[baru\\\]\]\(\.\./media/[^)]+\.webp\) ini\.\n\n"
        r"Lalu\n\n!\[Denah kantor\]\(\.\./media/[^)]+\.webp\)\n$"
    )
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        paste(page, html, rich_text=rtf(png(40, 10)))
        dialog = page.get_by_role("dialog", name="Gambar")
        expect(dialog).to_contain_text("Gambar 1 dari 2")
        expect(dialog.get_by_label("Teks alternatif")).to_have_value("Alur | [baru]")
        until(page, "document.querySelector('[data-shown]').width === 30")
        dialog.get_by_role("button", name="Sisipkan gambar").click()
        expect(dialog).to_contain_text("Gambar 2 dari 2")
        dialog.get_by_label("Teks alternatif").fill("Denah kantor")
        dialog.get_by_role("button", name="Sisipkan gambar").click()

        expect(source(page)).to_have_value(re.compile(wanted))
        until(page, "document.querySelector('[data-preview-pane] img[alt=\"Denah kantor\"]')?.naturalWidth === 40")


def test_a_picture_that_cannot_be_had_is_named_in_its_place_and_stops_publishing(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        paste(page, '<p>Lihat</p><p><img src="https://lh7.googleusercontent.com/x" alt="Alur"></p>')

        expect(source(page)).to_have_value(
            f"{TEXT}\nLihat\n\n![Gambar ini tak ikut, tempel sendiri: Alur](gambar-belum-ikut-1.png)\n"
        )
        expect(page.locator("[data-pasted]")).to_contain_text("1 gambar tak ikut")
        expect(page.locator("[data-findings]")).to_contain_text("gambar-belum-ikut-1.png")


def test_a_picture_that_is_passed_over_leaves_its_note(device, trainer, draft):
    note = r"!\[Gambar ini tak ikut, tempel sendiri: Satu\]\(gambar-belum-ikut-1\.png\)"
    html = "".join(f'<p>{name} <img src="{data_url(png(3, 2))}" alt="{name}"></p>' for name in ("Satu", "Dua"))
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        paste(page, html)
        dialog = page.get_by_role("dialog", name="Gambar")
        dialog.get_by_role("button", name="Lewati gambar ini").click()
        expect(dialog).to_contain_text("Gambar 2 dari 2")
        dialog.get_by_role("button", name="Sisipkan gambar").click()

        expect(source(page)).to_have_value(re.compile(rf"Satu {note}\n\nDua !\[Dua\]\(\.\./media/"))


def test_a_picture_beside_html_is_that_of_the_html(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        paste(page, '<img src="https://example.id/a.png" alt="Loket">', "", files=[png(7, 5)])
        dialog = page.get_by_role("dialog", name="Gambar")
        expect(dialog.get_by_label("Teks alternatif")).to_have_value("Loket")
        dialog.get_by_role("button", name="Sisipkan gambar").click()

        expect(source(page)).to_have_value(re.compile(r"!\[Loket\]\(\.\./media/[^)]+\)\s*$"))


def test_a_paste_says_how_many_questions_it_knew_and_which_it_did_not(device, trainer, draft):
    exam = "1. Siapa?\nA. Warga\nB. Rekan\nJawaban: A\n\n2. Di mana kita?\nA. Loket\nB. Meja\nJawaban: D"
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        paste(page, "", exam)

        told = page.locator("[data-pasted]")
        expect(told).to_contain_text("1 soal dikenali")
        expect(told).to_contain_text("1 lagi mirip soal")
        expect(told).to_contain_text("“2. Di mana kita?”")
        assert "## ? Siapa? {#siapa}" in written(page)
        assert "2. Di mana kita?\nA. Loket\nB. Meja\nJawaban: D" in written(page)
