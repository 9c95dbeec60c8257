"""What a text becomes."""

from dataclasses import replace

import pytest

from elearn.coursetext.render.text import Heading, Place, render
from tests.coursetext.rendering import CONTEXT, FILM, PICTURE, block, codes, line, said


def test_a_plain_sentence_is_a_paragraph() -> None:
    rendered = block("Sapalah *setiap* warga dengan **ramah**.")

    assert rendered.html == "<p>Sapalah <em>setiap</em> warga dengan <strong>ramah</strong>.</p>"
    assert rendered.findings == ()


def test_a_line_has_no_paragraph_around_it() -> None:
    assert line("Sapalah **warga**").html == "Sapalah <strong>warga</strong>"


@pytest.mark.parametrize("text", ["17. Agustus", "- 5 derajat", "# tagar", "> lebih besar", "1945", "= 5"])
def test_a_line_is_never_read_as_a_list_or_heading(text: str) -> None:
    assert line(text).html == text.replace(">", "&gt;")


def test_a_line_without_signs_is_rendered_the_same_as_with_all_of_markdown() -> None:
    plain = line("Warga (3 orang) bertanya: 'berapa?'")

    assert plain.html == line("Warga (3 orang) bertanya: 'berapa?' ~").html.removesuffix(" ~")


def test_a_list_may_follow_its_paragraph_without_a_blank_line() -> None:
    assert "<p>Bawa:</p>\n<ul>\n<li>KTP</li>" in block("Bawa:\n- KTP\n- KK").html


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_items_inside_items_may_be_indented_as_other_editors_do(indent: int) -> None:
    rendered = block(f"- Berkas\n{' ' * indent}- KTP\n{' ' * indent}- KK\n- Biaya")

    assert "<li>Berkas<ul>\n<li>KTP</li>\n<li>KK</li>\n</ul>\n</li>\n<li>Biaya</li>" in rendered.html


def test_a_year_at_the_beginning_of_a_line_opens_no_list() -> None:
    assert "<ol" not in block("Undang-undang itu terbit pada\n2009. Sejak itu berlaku.").html


def test_a_to_do_list_shows_its_state_to_everybody() -> None:
    html = block("- [ ] Siapkan loket\n- [x] Cetak nomor").html

    assert 'aria-label="belum dikerjakan"' in html
    assert "sudah dikerjakan" in html
    assert "<input" not in html


def test_a_word_behind_a_hash_is_no_heading() -> None:
    assert block("#LayananPrima hari ini").html == "<p>#LayananPrima hari ini</p>"


def test_headings_have_unique_ids_that_begin_with_the_prefix() -> None:
    rendered = block("## Enam komponen\n\nSatu.\n\n## Enam komponen\n")

    assert '<h2 id="isi-enam-komponen">' in rendered.html
    assert '<h2 id="isi-enam-komponen-2">' in rendered.html


def test_headings_are_told_with_level_text_and_line() -> None:
    rendered = block("Pembuka.\n\n## Asas *umum*\n\n### Rinci")

    assert rendered.headings == (Heading(2, "Asas umum", 12), Heading(3, "Rinci", 14))


def test_a_heading_may_have_an_id_of_its_own() -> None:
    assert block("## Enam komponen {#komponen}").html == '<h2 id="isi-komponen">Enam komponen</h2>'


def test_no_text_holds_a_second_page_title() -> None:
    rendered = block("# Judul kedua")

    assert rendered.html.startswith("<h2 ")
    assert codes(rendered) == {"heading-top"}


def test_a_heading_level_that_is_left_out_is_noticed() -> None:
    rendered = block("## Satu\n\n#### Tiga")

    assert said(rendered) == [("heading-jump", 3, 1)]
    assert rendered.findings[0].values == {"before": 2, "level": 4, "expected": 3}


@pytest.mark.parametrize(
    ("kind", "css"),
    [("catatan", "note"), ("penting", "important"), ("peringatan", "warning"), ("contoh", "example"), ("note", "note")],
)
def test_a_box_of_a_known_kind_is_a_note_with_a_title(kind: str, css: str) -> None:
    html = block(f"!!! {kind}\n    Bawalah KTP.").html

    assert f'<div class="admonition {css}" role="note">' in html
    assert f'<p class="admonition-title">{kind.capitalize()}</p>' in html


@pytest.mark.parametrize("written", ['!!! catatan "Ingat: KTP!"', "!!! catatan Ingat: KTP!"])
def test_the_title_of_a_box_needs_no_quotation_marks(written: str) -> None:
    assert '<p class="admonition-title">Ingat: KTP!</p>' in block(f"{written}\n    Isi.").html


def test_an_unknown_box_is_a_finding_with_its_kind() -> None:
    rendered = block("Teks.\n\n!!! info\n    Isi.")

    assert said(rendered) == [("unknown-box", 3, 1)]
    assert rendered.findings[0].values == {"kind": "info"}


@pytest.mark.parametrize("written", ["??? pembahasan", '??? "Pembahasan"'])
def test_a_collapsible_block_opens_without_script(written: str) -> None:
    html = block(f"{written}\n    Karena **begitu**.").html

    assert "<details>\n<summary>Pembahasan</summary>\n<p>Karena <strong>begitu</strong>.</p>\n</details>" in html


def test_the_whole_question_is_the_title_of_a_collapsible_block() -> None:
    assert "<summary>Mengapa begitu?</summary>" in block("??? mengapa begitu?\n    Karena.").html


def test_a_table_can_be_scrolled_by_keyboard_and_is_named_by_its_columns() -> None:
    html = block("Daftar:\n| Asas | Arti |\n|------|:----:|\n| Adil | Sama |\n").html

    assert '<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel: Asas, Arti">' in html
    assert '<th class="center" scope="col">Arti</th>' in html
    assert "style" not in html


def test_two_tables_with_the_same_columns_have_different_names() -> None:
    table = "| Asas | Arti |\n|---|---|\n| a | b |\n"
    html = block(f"{table}\nDan lagi:\n\n{table}").html

    assert 'aria-label="Tabel: Asas, Arti"' in html
    assert 'aria-label="Tabel: Asas, Arti (2)"' in html


def test_footnotes_of_two_texts_on_a_page_dont_clash() -> None:
    html = block("Teks[^1].\n\n[^1]: Sumbernya.").html

    assert 'id="isi-fn-1"' in html
    assert 'href="#isi-fn-1"' in html
    assert 'aria-label="Kembali ke tempat catatan kaki 1"' in html


def test_definitions_and_abbreviations_are_known() -> None:
    html = block("ASN\n:   Aparatur.\n\n*[ASN]: Aparatur Sipil Negara").html

    assert "<dd>Aparatur.</dd>" in html
    assert '<abbr title="Aparatur Sipil Negara">ASN</abbr>' in html


def test_code_is_coloured_by_classes_and_shown_as_typed() -> None:
    html = block('```python\nif a < b:  # <b> [x](y)\n    print("<script>")\n```').html

    assert '<pre class="code" tabindex="0"><code><span class="k">if</span>' in html
    assert '<span class="n">a</span> <span class="o">&lt;</span> <span class="n">b</span>' in html
    assert "# &lt;b&gt; [x](y)" in html
    assert block("```python\nif a < b:  # <b> [x](y)\n```").findings == ()


@pytest.mark.parametrize(
    "text", ["`<script>` dan `[x](y)`", "Contoh:\n\n    <script>\n    [x](y)", "~~~\n<script>\n~~~"]
)
def test_nothing_in_code_is_forbidden(text: str) -> None:
    rendered = block(text)

    assert "&lt;script&gt;" in rendered.html
    assert rendered.findings == ()


def test_every_class_of_coloured_code_is_known() -> None:
    program = (
        "```html\n<p onclick='a(1)'>x</p><script>let f = (a) => `${a}`;</script>\n```\n\n```yaml\na: [1, b]\n```\n"
    )

    assert block(program).findings == ()


def test_signs_that_mean_less_or_more_need_no_care() -> None:
    rendered = block("Jika a < b & c > d, tulis a<b.")

    assert rendered.html == "<p>Jika a &lt; b &amp; c &gt; d, tulis a&lt;b.</p>"
    assert rendered.findings == ()


def test_html_from_the_list_is_kept() -> None:
    rendered = block('Tekan <kbd>Ctrl</kbd>, H<sub>2</sub>O, <span lang="en">queue</span>.')

    assert rendered.html == '<p>Tekan <kbd>Ctrl</kbd>, H<sub>2</sub>O, <span lang="en">queue</span>.</p>'
    assert rendered.findings == ()


def test_a_link_to_a_unit_becomes_its_address() -> None:
    rendered = block("Lihat [antrean](01-antre.md) dan [asas](../01-loket/01-antre.md#Asas umum).")

    assert 'href="/courses/pelayanan/loket/antre/"' in rendered.html
    assert 'href="/courses/pelayanan/loket/antre/#isi-asas-umum"' in rendered.html
    assert rendered.linked == ("01-loket/01-antre.md",)


def test_a_link_to_a_file_of_the_course_leads_to_the_file() -> None:
    rendered = block("[Unduh alur](../media/alur.webp)")

    assert f'href="{PICTURE.address}"' in rendered.html
    assert rendered.media_used == ("media/alur.webp",)


def test_a_link_elsewhere_is_marked_and_tells_the_other_site_nothing() -> None:
    html = block("[JDIH](https://jdih.example.go.id/a?b=1&c=2)").html

    assert (
        '<a href="https://jdih.example.go.id/a?b=1&amp;c=2" rel="noopener noreferrer" class="external">JDIH</a>' in html
    )


def test_a_picture_has_its_size_and_loads_when_it_is_near() -> None:
    html = line("![Alur layanan](../media/alur.webp)").html

    for part in (f'src="{PICTURE.address}"', 'alt="Alur layanan"', 'width="640"', 'height="360"', 'loading="lazy"'):
        assert part in html


def test_a_decoration_says_nothing() -> None:
    rendered = block("![](../media/alur.webp){.decorative}")

    assert 'alt=""' in rendered.html
    assert rendered.findings == ()


def test_a_film_loads_nothing_until_it_is_asked_to_and_can_be_taken_along() -> None:
    rendered = block("![Menyapa di loket](../media/loket.mp4)")

    assert f'<video src="{FILM.address}" controls="" preload="none"' in rendered.html
    assert 'aria-label="Menyapa di loket"' in rendered.html
    assert "Unduh video (12,3 MB)" in rendered.html
    assert rendered.seconds == 95


def test_a_sound_has_a_player() -> None:
    assert "<audio " in block("![Salam](../media/salam.mp3)").html


def test_the_plain_text_holds_what_a_reader_hears() -> None:
    rendered = block(
        "## Asas\n\nTeks[^1] dengan ![Alur](../media/alur.webp) dan $x^2$.\n\n- [x] Sudah\n\n[^1]: Sumber."
    )

    assert rendered.text == "Asas Teks dengan Alur dan x^2. Sudah Sumber."
    assert rendered.words == 8


BLANK = "\ue0001\ue001"


@pytest.mark.parametrize(
    "text",
    [
        f"Paling lama {BLANK} hari.",
        f"**{BLANK}** dan *{BLANK}*",
        f"| a | b |\n|---|---|\n| {BLANK} | c |",
        f"- {BLANK}\n- b",
        f"> {BLANK}",
        f"!!! catatan\n    {BLANK}",
        f"`{BLANK}` dan\n\n```python\nx = {BLANK}\n```",
        f"[{BLANK}](01-antre.md)",
        f"## {BLANK}",
    ],
)
def test_the_place_of_a_blank_survives_anywhere(text: str) -> None:
    rendered = block(text)

    assert rendered.html.count(BLANK) == text.count(BLANK)
    assert rendered.findings == ()


@pytest.mark.parametrize("text", [f"$x = {BLANK}$", f"![{BLANK}](../media/alur.webp)"])
def test_a_blank_where_no_field_can_be_is_a_finding(text: str) -> None:
    assert "misplaced-blank" in codes(block(text))


def test_a_text_in_english_has_english_labels() -> None:
    html = render("| Name |\n|---|\n| x |", Place("a.md", 1), replace(CONTEXT, language="en")).html

    assert 'aria-label="Table: Name"' in html
