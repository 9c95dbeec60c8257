"""Any text at all gives HTML or findings, soon, and never a traceback."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.coursetext.render.limits import LONGEST_PARAGRAPH, LONGEST_TEXT, MOST_SIGNS
from elearn.coursetext.render.text import Rendered
from tests.coursetext.rendering import FIRST_LINE, block, codes, line
from tests.vectors import VECTORS, dangers

SIGNS = r"""
[ ]( ![ ] ) ( ](01-antre.md) [^1] [^1]: *[a]: [a]: [ * ** _ ` ``` ~~~ ~~ $ $$ \ \< \$ \left( \text{ { } {.wide} | |-|-|
<b> </b> < > <div> </div> <td> <!-- <? <![CDATA[ & &lt; &#60; " ' > - 1. ## #a === --- : ??? !!! x^2 a
"""
SPACES = ["\n", "\n\n", "\n    ", "  \n", "\t", " ", "\r", "\f", "\u2028", "\x85", "```python\n", "!!! catatan\n    "]
MARKS = [
    "\ue0001\ue001",
    "\ue000",
    "\ue0100\ue011",
    "\ue012",
    "\x00",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
    "\ud800",
]

PIECES = st.sampled_from([*SIGNS.split(), *SPACES, *MARKS, *VECTORS.values()])


def _in_order(rendered: Rendered, text: str) -> bool:
    last = FIRST_LINE + text.count("\n") + text.count("\r")
    return all(FIRST_LINE <= finding.line <= last and finding.column >= 1 for finding in rendered.findings)


def test_a_mark_that_markdown_tears_apart_shows_what_was_typed() -> None:
    assert "&lt;script&gt;" in block("*[**[*<script>window.pwned=1</script>").html


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_gives_safe_html_and_findings_inside_it(text: str) -> None:
    for rendered in (block(text), line(text)):
        assert dangers(rendered.html) == []
        assert _in_order(rendered, text)
        assert not set("\x02\x03\ue010\ue011\ue012\ue013\ue014\ue015") & set(rendered.html)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 10_000_000, "text-too-large"),
        ("a " * (LONGEST_TEXT // 2 + 1), "text-too-large"),
        ("x" * 50_000, "line-too-long"),
        ("> " * 1_000 + "x", "text-too-deep"),
        ("".join(f"{'    ' * depth}- x\n" for depth in range(150)), "text-too-deep"),
        ("Satu kata.\n" * (LONGEST_PARAGRAPH // 11 + 1), "paragraph-too-long"),
        ("<b>x</b>\n\n" * MOST_SIGNS, "too-many-signs"),
        ("<div>" * 1_500, "text-too-deep"),
        ("<b><i>" * 500, "text-too-deep"),
    ],
)
def test_a_text_beyond_the_limits_is_refused_by_name(text: str, code: str) -> None:
    assert code in codes(block(text))


RUNS = r"[ ![ ]( [x]( []( * _ **a *_ ` ``a` & &a; $ $a $a$ < <b | \ ~~a { a*b"


@pytest.mark.parametrize(
    "piece", [*RUNS.split(), "[x](a ", "a**b ", "- a\n", "1. a\n", "# a\n", "a\n===\n", "[^1]: a\n"]
)
@pytest.mark.parametrize("render", [block, line])
def test_the_longest_paragraph_of_one_sign_takes_no_longer_than_people_wait(piece: str, render: type) -> None:
    text = (piece * LONGEST_PARAGRAPH)[: LONGEST_PARAGRAPH - 1]
    started = time.perf_counter()

    render(text)

    assert time.perf_counter() - started < 5


def test_twice_the_text_takes_no_more_than_about_twice_the_time() -> None:
    paragraph = "Pelayanan **publik** lihat [antrean](01-antre.md) dan `kode`.\n\n- satu\n- dua\n\n"
    seconds = {}
    for times in (100, 400):
        started = time.process_time()
        block(paragraph * times)
        seconds[times] = time.process_time() - started

    assert seconds[400] < seconds[100] * 10


def test_a_text_refused_leaves_the_next_one_whole() -> None:
    block("<div>" * 1_500)

    assert block("Sapalah **warga**.").html == "<p>Sapalah <strong>warga</strong>.</p>"
