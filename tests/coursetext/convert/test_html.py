"""HTML inside imported questions becomes Markdown that shows the same."""

import pytest

from elearn.coursetext.convert.from_html import HtmlReader
from elearn.coursetext.convert.html import read_html
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.pictures import Pictures


def markdown(html):
    outcome = Outcome("soal.xml")
    return HtmlReader(outcome, formulas=True).block(read_html(html)), [finding.code for finding in outcome.findings]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>Satu<p>Dua", "Satu\n\nDua"),
        ("a<br/>b<BR>c", "a<br>b<br>c"),
        ("<b>Tebal</b> dan <i>miring </i>ya", "**Tebal** dan *miring* ya"),
        ("<b>a</b><b>b</b>", "**a**<strong>b</strong>"),
        ("H<sub>2</sub>O m<sup>2</sup>", "H<sub>2</sub>O m<sup>2</sup>"),
        ("5 &lt; 6 &amp; 7 &amp;amp;", "5 \\< 6 & 7 &amp;amp;"),
        ("<ul><li>satu<li>= dua<li>a -> b</ul>", "- satu\n- &#61; dua\n- a -\\> b"),
        ("<ol><li>satu</li> <li><b>dua*</b></li></ol>", "<ol><li>satu</li><li><b>dua&#42;</b></li></ol>"),
        ("<table><tr><th>A<th>B<tr><td>1<td>a|b</table>", "| A | B |\n| --- | --- |\n| 1 | a\\|b |"),
        ("<table><tr><td>A</table>", "<table><tr><td>A</td></tr></table>"),
        ('<a href="https://a.go.id/x y">tautan</a>', "[tautan](https://a.go.id/x%20y)"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<code>a`b</code>", "`` a`b ``"),
        ("<p>1. bukan daftar</p><p># bukan judul</p>", "1\\. bukan daftar\n\n\\# bukan judul"),
        ("luas \\(x^2\\) dan $5", "luas $x^2$ dan \\$5"),
        ("<span style='color:red'><p>Satu</p><p>Dua</p></span>", "Satu\n\nDua"),
        ("<h3>Judul</h3>isi", "**Judul**\n\nisi"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
    ],
)
def test_html_becomes_markdown(html, written):
    assert markdown(html) == (written, [])


@pytest.mark.parametrize(
    ("html", "written", "code"),
    [
        ("a<script>alert(1)</script>", "a", "import-dropped"),
        ("<marquee>a</marquee>", "a", "import-element"),
        ('<a href="javascript:alert(1)">a</a>', "a", "import-dropped"),
        ('<img src="@@PLUGINFILE@@/Alur%20Baru.PNG" alt="Alur">', "![Alur](../media/alur-baru.png)", "import-picture"),
        ('<img src="https://a.id/b.png" alt="Alur">', "Alur", "import-dropped"),
    ],
)
def test_html_that_course_text_cannot_say_is_named(html, written, code):
    assert markdown(html) == (written, [code])


def test_a_picture_that_came_along_is_kept_under_a_safe_name():
    outcome = Outcome("soal.xml", pictures=Pictures({"Alur Baru.png": b"bytes"}))

    HtmlReader(outcome).block(read_html('<img src="@@PLUGINFILE@@/Alur%20Baru.png" alt="">'))

    assert outcome.imported("HTML").media == {"alur-baru.png": b"bytes"}


def test_careless_html_is_read_in_time_that_grows_with_it():
    assert markdown("<b>" * 100_000)[0] == ""
