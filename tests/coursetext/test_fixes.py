"""What can be mended by a button is mended, and nothing else in the text is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.coursetext.findings import MESSAGES, Finding
from elearn.coursetext.fixes import cured, cures, first_ticked, named, said_multiple, several_ticked, unnamed
from elearn.coursetext.preview import preview
from tests.coursetext.writing import ANSWERED, files_of

PATH = "01-loket/01-menyapa.md"
TOP = "# Menyapa\n\n"
Q = "## ? Siapa? {#s}\n\n"

MENDED = [
    ("missing-alt", "describe", f"{TOP}A ![](a.png) ![](b.png).\n", f"{TOP}A ![Dua \\[orang\\]](a.png) ![](b.png).\n"),
    ("missing-alt", "decorate", f"{TOP}A ![ ](a.png).\n", f"{TOP}A ![ ](a.png){{.decorative}}.\n"),
    ("bad-checkbox", "mend", f"{TOP}{Q}- [v] a\n- [ ] b\n", f"{TOP}{Q}- [x] a\n- [ ] b\n"),
    ("bad-checkbox", "mend", f"{TOP}{Q}- [x] a\n- [] b\n", f"{TOP}{Q}- [x] a\n- [ ] b\n"),
    ("indented-question", "mend", f"{TOP}  ## ? Siapa?\n", f"{TOP}## ? Siapa?\n"),
    (
        "unindented-feedback",
        "mend",
        f"{TOP}{Q}- [x] a\n- [ ] b\n> x\n- [ ] c\n",
        f"{TOP}{Q}- [x] a\n- [ ] b\n  > x\n- [ ] c\n",
    ),
    ("heading-jump", "mend", f"{TOP}#### Dalam\n", f"{TOP}## Dalam\n"),
    ("rule-makes-heading", "mend", f"{TOP}Teks\n---\n", f"{TOP}Teks\n\n---\n"),
    ("unclosed-fence", "mend", f"{TOP}```\nkode\n", f"{TOP}```\nkode\n```\n"),
    ("odd-character", "mend", f"{TOP}Te\x07ks\n", f"{TOP}Teks\n"),
    ("empty-option", "remove", f"{TOP}{Q}- [x] a\n- [ ]\n- [ ] c\n", f"{TOP}{Q}- [x] a\n- [ ] c\n"),
    ("unknown-key", "mend", f"---\ntittle: A\n---\n{TOP}", f"---\ntitle: A\n---\n{TOP}"),
    (
        "unknown-attribute",
        "mend",
        f"{TOP}## ? S? {{.multipel}}\n\n{ANSWERED}",
        f"{TOP}## ? S? {{.multiple}}\n\n{ANSWERED}",
    ),
    ("text-after-answers", "quote", f"{TOP}{Q}{ANSWERED}\nSatu\nDua\n", f"{TOP}{Q}{ANSWERED}\n> Satu\n> Dua\n"),
    (
        "all-of-above",
        "mend",
        f"{TOP}{Q}- [x] a\n- [ ] Semua benar\n",
        f"{TOP}{Q}- [x] a\n- [ ] Semua benar {{.last}}\n",
    ),
    (
        "duplicate-id",
        "mend",
        f"{TOP}{Q}{ANSWERED}\n{Q}{ANSWERED}",
        f"{TOP}{Q}{ANSWERED}\n## ? Siapa? {{#s-2}}\n\n{ANSWERED}",
    ),
    ("too-few-answers", "options", f"{TOP}{Q}- [x] a\n", f"{TOP}{Q}- [x] a\n- [ ] Jawaban lain\n"),
]


def found(text):
    data = text.encode("utf-8", "surrogatepass")
    return preview("pelayanan-prima", files_of({PATH: data}), PATH).findings


@pytest.mark.parametrize(("code", "cure", "before", "after"), MENDED)
def test_a_cure_mends_its_finding_and_nothing_else(code, cure, before, after):
    finding = next(each for each in found(before) if each.code == code)

    assert cured(before, finding, cure, "Dua [orang]") == after


@pytest.mark.parametrize(("code", "cure", "before", "after"), MENDED)
def test_a_mended_finding_is_gone(code, cure, before, after):
    first = sum(each.code == code for each in found(before))

    assert sum(each.code == code for each in found(after)) == first - 1


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize(("code", "cure", "before", "after"), MENDED)
def test_line_ends_stay_as_they_are(end, code, cure, before, after):
    windows = before.replace("\n", end)
    finding = next(each for each in found(windows) if each.code == code)

    assert cured(windows, finding, cure, "Dua [orang]") == after.replace("\n", end)


def test_a_question_without_a_key_gets_options_to_fill_in():
    text = f"{TOP}{Q}Pilih satu.\n\n## Lalu\n"
    finding = next(each for each in found(text) if each.code == "no-key")

    mended = cured(text, finding, "options")

    assert mended.startswith(f"{TOP}{Q}Pilih satu.\n\n- [x] ")
    assert mended.endswith("\n\n## Lalu\n")
    assert "no-key" not in [each.code for each in found(mended)]


def test_a_heading_over_answers_in_a_quiz_becomes_a_question():
    path, text = "01-loket/02-kuis.md", f"---\ntitle: K\nkind: quiz\n---\n\n## Siapa?\n\n{ANSWERED}"
    findings = preview("a", files_of({path: text}), path).findings
    finding = next(each for each in findings if each.code == "looks-like-question")

    assert cured(text, finding, "mend") == text.replace("## Siapa?", "## ? Siapa?")


def test_a_picture_is_not_described_without_words():
    text = f"{TOP}![](a.png)\n"
    finding = next(each for each in found(text) if each.code == "missing-alt")

    assert cured(text, finding, "describe", " ") == text


def test_questions_without_an_id_are_known_and_get_one():
    text = f"{TOP}{Q}{ANSWERED}\n## ? Apa?\n\n{ANSWERED}"

    assert unnamed(PATH, text) == (text.split("\n").index("## ? Apa?") + 1,)
    assert named(files_of(), PATH, text) == text.replace("Apa?", "Apa? {#apa}")


def test_several_ticked_options_are_asked_about_and_settled_either_way():
    text = f"{TOP}{Q}- [x] a\n  > lalu\n- [x] b\n- [X] c\n"
    line = text.split("\n").index(Q.strip()) + 1

    one, several = first_ticked(PATH, text, line), said_multiple(text, line)

    assert several_ticked(PATH, text) == (line,)
    assert one == text.replace("[x] b", "[ ] b").replace("[X] c", "[ ] c")
    assert several == text.replace("{#s}", "{#s .multiple}")
    assert several_ticked(PATH, one) == several_ticked(PATH, several) == ()


@given(
    some.text(some.sampled_from("#?-[]x() {}!>`\n\r ab."), max_size=80),
    some.sampled_from(sorted(MESSAGES)),
    some.integers(0, 12),
    some.integers(0, 12),
)
def test_a_cure_of_something_that_is_not_there_fails_nothing(text, code, line, column):
    finding = Finding(MESSAGES[code].level, code, PATH, line, column)

    for cure in cures(code):
        assert isinstance(cured(text, finding, cure, "kata"), str)
