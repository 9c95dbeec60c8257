"""Whatever a folder holds: findings and no traceback, the same each time, in time that grows with the text."""

from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from elearn.coursetext.findings import as_data, as_line
from elearn.coursetext.ids import with_ids
from elearn.coursetext.load import load
from tests.coursetext.writing import COURSE, files_of

SIGNS = [
    "## ? ",
    "# ",
    "\n",
    "\n\n",
    "- [x] ",
    "- [ ] ",
    "- = ",
    "- a -> b",
    "1. ",
    "> ",
    "  > ",
    "[[",
    "]]",
    "|",
    "```\n",
    "~~~\n",
    "---\n",
    "title: ",
    "jp: 3\n",
    "kind: quiz\n",
    "draw: {bank/a: 1}\n",
    "draw: 1\n",
    "{#a .multiple points=2}",
    "{.last}",
    "{",
    "}",
    "`",
    "\\",
    "[a](b.md)",
    "![](../media/a.png)",
    "![a](../media/a.png)",
    "<details>",
    "</details>",
    "<b>",
    "[^1]",
    "[^1]: x\n",
    "*[A]: b\n",
    "$x$",
    "!!! catatan\n    ",
    "??? x\n",
    "&a ",
    "*a ",
    "!!x ",
    "- ",
    ": ",
    "'",
    '"',
    "\t",
    "    ",
    "\ufeff",
    "\r",
    "\0",
    "\ue000",
    "kata",
    "30..40",
    "37,5 ± 1",
    "é",
    "\u2028",
    "%",
    "? ",
    "semua benar",
    "tidak bukan",
]
PATHS = [
    "course.md",
    "01-a/01-b.md",
    "01-a/02-c.md",
    "1-a/module.md",
    "bank/a.md",
    "bank/02-a.md",
    "media/a.png",
    "media/b.svg",
    "x.md",
    "01-a/x/y.md",
    "_a/b.md",
    "01.md",
    "02/03.md",
    "Ä/ö ü.md",
    "a\nb/c.md",
    "../a.md",
    "media/x.md",
    "bank/x/y.md",
    "",
]

prose = some.lists(some.sampled_from(SIGNS), max_size=40).map(lambda signs: "".join(signs).encode("utf-8", "replace"))
contents = some.one_of(prose, prose.map(lambda text: COURSE.encode() + text), some.binary(max_size=200))
folders = some.dictionaries(some.sampled_from(PATHS), contents, max_size=6)
patient = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(some.text(max_size=20), folders)
@example("a", {"media/a.mp3": b"ID3"})
def test_any_bytes_give_a_course_or_an_error(slug, files):
    result = load(slug, files, {"a": ("b",)})

    assert (result.course is None) == any(finding.level == "error" for finding in result.findings)


@patient
@given(folders)
def test_every_finding_can_be_printed_in_one_line(files):
    for finding in load("a", files).findings:
        for language in ("id", "en"):
            line = as_line(finding, language, "content/a")
            line.encode()

            assert line.isprintable()
            assert as_data(finding, language)["message"]


@patient
@given(folders)
def test_every_finding_names_a_place_that_is_there(files):
    for finding in load("a", files).findings:
        lines = files.get(finding.file, b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1

        assert 1 <= finding.line <= lines, finding
        assert finding.column >= 1


@patient
@given(folders)
def test_loading_twice_gives_the_same(files):
    assert load("a", files) == load("a", dict(reversed(files.items())))


@patient
@given(folders)
def test_writing_ids_is_total_and_done_once(files):
    changed = with_ids(files)

    assert with_ids({**files, **changed}) == {}


@patient
@given(some.lists(some.sampled_from(SIGNS), max_size=60))
def test_every_question_of_a_lesson_is_placed_or_said(signs):
    text = "# Judul\n\n" + "".join(signs) + "\n\n## ? Terakhir? {#terakhir}\n\n- = a\n"

    result = load("a", files_of({"01-loket/01-menyapa.md": text}))

    if result.course:
        assert (
            "terakhir" in [question.id for question in result.course.units[0].questions]
            or "```" in text
            or "~~~" in text
        )


HOSTILE = {
    "ten megabytes of brackets": b"[" * 10_000_000,
    "a line of a million": b"a" * 1_000_000,
    "a list a thousand deep": "".join(f"{'  ' * depth}- x\n" for depth in range(1_000)).encode(),
    "quotations five hundred deep": b"> " * 500 + b"x",
    "lists in one line": b"- " * 500 + b"x",
    "a megabyte of line ends": b"\n" * 999_999,
    "a megabyte of lone carriage returns": b"\r" * 999_999,
    "backticks": b"## ? a\n\n" + b"`" * 19_000 + b"[[\n",
    "runs of backticks": b"## ? a\n\n" + b" ".join(b"`" * (number % 150) for number in range(250)) + b"\n",
    "open blanks": b"## ? a\n\n" + b"[[" * 9_000 + b"\n",
    "arrows": b"## ? a\n\n- " + b"->" * 9_000 + b"\n",
    "spaces": b"## ? a\n\n- " + b" " * 19_000 + b"x -> y\n",
    "attributes": b"## ? a {" + b".x " * 6_000 + b"}\n",
    "braces": b"## ? a " + b"{" * 9_000 + b"}" * 9_000 + b"\n",
    "links in a stem": b"## ? " + b"](" * 9_000 + b"\n",
    "nested yaml": b"---\na: " + b"[" * 19_000 + b"\n---\n",
    "yaml bomb": b"---\na: &a [x,x]\n" + b"".join(b"a%d: &a%d [*a,*a]\n" % (n, n) for n in range(99)) + b"---\n",
    "long yaml key": b"---\n" + b"k" * 19_000 + b": 1\n---\n",
    "five thousand questions": b"## ? a\n" * 5_000,
    "twenty thousand options": b"## ? a\n" + b"- [ ] x\n" * 19_000,
    "options that all differ": b"## ? a\n" + b"".join(b"- [ ] %d\n" % number for number in range(19_000)),
    "quotations between options": b"## ? a\n" + b"- [x] b\n> x\n" * 9_000,
    "definitions and questions": b"".join(b"*[A%d]: x\n" % n for n in range(900)) + b"## ? A1\n\n- = q\n" * 900,
    "control characters": b"\x01" * 19_000 + b"\n" + b"\x01\n" * 9_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["01-loket/01-menyapa.md", "bank/loket.md", "course.md"])
def test_a_text_made_to_keep_the_checker_busy_is_done_with_soon(path, text):
    files = files_of({path: text})
    begun = process_time()

    load("a", files)

    assert process_time() - begun < 8


def test_time_grows_in_proportion_to_the_text():
    small, large = (_time_for(amount) for amount in (100, 400))

    assert large < 4 * small * 2.5


def _time_for(amount):
    text = "".join(
        f"## Bagian {n}\n\nkata *kata* [a](b.md)\n\n## ? Soal {n}?\n\n- [x] a\n- [ ] b\n\n" for n in range(amount)
    )
    begun = process_time()
    load("a", files_of({"01-loket/01-menyapa.md": text}))
    return process_time() - begun
