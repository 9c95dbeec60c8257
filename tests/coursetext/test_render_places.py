"""What is wrong in a text is said at the line and column that must change."""

import pytest

from elearn.coursetext.findings import as_line
from tests.coursetext.rendering import block, codes, line, said


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Satu.\n\nLihat [itu](tidak-ada.md).", ("broken-link", 3, 13)),
        ("Satu.\n\nLihat [itu][x].\n\n[x]: tidak-ada.md", ("broken-link", 5, 6)),
        ("| a | b |\n|---|---|\n| c | [d](e.md) |", ("broken-link", 3, 11)),
        ("- a\n- b\n    - [c](d.md)", ("broken-link", 3, 11)),
        ("> a\n> [b](c.md)", ("broken-link", 2, 7)),
        ("!!! catatan\n    Lihat [b](c.md)", ("broken-link", 2, 15)),
        ("Teks[^1].\n\n[^1]: [b](c.md)", ("broken-link", 3, 11)),
        ("![Alur](../media/tidak-ada.png)", ("broken-image", 1, 9)),
        ("a\nb ![](../media/alur.webp)", ("missing-alt", 2, 7)),
        ("Satu\n<b>dua <font>tiga</b>", ("forbidden-html", 2, 8)),
        ('a\n\n<p onclick="x()">b', ("forbidden-html", 3, 1)),
        ("a\n\n<!-- catatan -->", ("forbidden-html", 3, 1)),
        ("a\n\n## Judul {#x onclick=y}", ("forbidden-html", 3, 11)),
        ("a\n[b](javascript:c)", ("forbidden-address", 2, 5)),
        ("a\n<javascript:c>", ("forbidden-address", 2, 1)),
        ('a\n\n<a href="javascript:c">d</a>', ("forbidden-address", 3, 10)),
        ("a\n![b](data:image/png;base64,AAAA)", ("forbidden-address", 2, 6)),
        ("Satu.\n\nMaka $\\left( x$ jadi.", ("bad-formula", 3, 7)),
        ("Satu.\n\n$$\n\\tidakada\n$$", ("bad-formula", 4, 1)),
        ("[ke](#tidak-ada)", ("broken-anchor", 1, 6)),
        ("a\n\n<div>b", ("unbalanced-html", 3, 1)),
        ("a\n\nb</div>", ("unbalanced-html", 3, 2)),
        ("a\n\n<td>b</td>", ("misplaced-html", 3, 1)),
    ],
)
def test_a_mistake_is_said_where_it_stands(text: str, finding: tuple[str, int, int]) -> None:
    assert said(block(text)) == [finding]


def test_the_same_mistake_twice_is_said_at_both_places() -> None:
    rendered = block("[a](x.md) dan\n\n```\n[a](x.md)\n```\n\n[a](x.md)")

    assert said(rendered) == [("broken-link", 1, 5), ("broken-link", 7, 5)]


def test_code_above_a_mistake_doesnt_move_it() -> None:
    rendered = block("```python\na = 1\n\nb = 2\n```\n\n$$\nx\n$$\n\n<font>a")

    assert said(rendered) == [("forbidden-html", 11, 1)]


def test_a_mistake_in_a_line_is_said_too() -> None:
    assert said(line("lihat [b](c.md)")) == [("broken-link", 1, 11)]


def test_a_block_in_a_line_is_forbidden() -> None:
    assert codes(line("<div>Satu</div>")) == {"forbidden-html"}


def test_a_picture_whose_file_is_no_picture_has_its_finding_elsewhere() -> None:
    rendered = block("![Rusak](../media/rusak.webp)")

    assert rendered.html == "<p>Rusak</p>"
    assert rendered.findings == ()


@pytest.mark.parametrize(
    "address",
    ["//contoh.id/x", "/keluar", "../../lain/01-a/02-b.md", "https://", "https://a b.id", "https:x", "x.md?y", "C:\\x"],
)
def test_an_address_that_leads_nowhere_good_is_refused(address: str) -> None:
    rendered = block(f"[klik](<{address}>)")

    assert "href" not in rendered.html
    assert codes(rendered) <= {"broken-link", "forbidden-address"}


@pytest.mark.parametrize("address", ["//contoh.id/x", "\\\\contoh.id", "/\\contoh.id", "javascript:x", "https:x"])
def test_an_address_that_pretends_is_forbidden_rather_than_broken(address: str) -> None:
    assert codes(block(f'<a href="{address}">klik</a>')) == {"forbidden-address"}


@pytest.mark.parametrize("address", ["https://a.id", "http://a.id:80/x#y", "mailto:a@b.go.id", "tel:+6221123", "#asas"])
def test_an_address_that_leads_somewhere_is_kept(address: str) -> None:
    assert f'href="{address.replace("#asas", "#isi-asas")}"' in block(f"## Asas\n\n[klik]({address})").html


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_finding_reads_as_one_line_in_both_languages(language: str) -> None:
    rendered = block("<font> [a](b.md) ![](c.png) $\\x$")
    lines = [as_line(finding, language) for finding in rendered.findings]

    assert len(lines) == 5
    assert not any("…" in text or "{target}" in text or "\n" in text for text in lines)
