"""The pure parts of the editor's script: clipboard to Markdown, typed questions to Markdown, a form to a question."""

import re
from html import unescape

import pytest

from tests.browser.modules import runner
from tests.coursetext.writing import codes, lesson, question, read

pytestmark = pytest.mark.browser

ASKED = {
    "options": [],
    "accepted": "",
    "number": "",
    "pairs": [],
    "steps": "",
    "sentence": "",
    "explanation": "Karena\nbegitu.",
}
OPTIONS = [{"text": "Warga", "right": True}, {"text": "Rekan", "right": False}]
PAIRS = [{"left": "A", "to": "1"}, {"left": "B", "to": "2"}]
QUESTIONS = [
    ("single", {"options": OPTIONS}),
    ("multiple", {"options": OPTIONS}),
    ("short", {"accepted": "Tangerang Selatan\n\nTangsel"}),
    ("number", {"number": "37,5 ± 0,5"}),
    ("number", {"number": "30..40"}),
    ("matching", {"pairs": PAIRS}),
    ("ordering", {"steps": "Sapa\nDengar"}),
    ("blanks", {"sentence": "Ibu kota Banten adalah [[Serang]]."}),
]
LACKING = [
    ("noStem", "single", {"options": OPTIONS, "stem": " "}),
    ("fewOptions", "single", {"options": OPTIONS[:1]}),
    ("noRight", "multiple", {"options": [{"text": "a", "right": False}, {"text": "b", "right": False}]}),
    ("same", "single", {"options": [{"text": "a", "right": True}, {"text": "A", "right": False}]}),
    ("noAnswer", "short", {"accepted": " \n"}),
    ("notANumber", "number", {"number": "tiga"}),
    ("fewPairs", "matching", {"pairs": [*PAIRS, {"left": "C", "to": ""}]}),
    ("fewSteps", "ordering", {"steps": "Sapa"}),
    ("noBlank", "blanks", {"sentence": "Ibu kota [[ ]]."}),
    ("notANumber", "number", {"number": "007"}),
    ("reversed", "number", {"number": "40..30"}),
    ("same", "single", {"options": [{"text": "A. x", "right": True}, {"text": "B. x", "right": False}]}),
    ("sameLeft", "matching", {"pairs": [{"left": "A", "to": "1"}, {"left": "a", "to": "2"}]}),
    ("sameSteps", "ordering", {"steps": "1. Sapa\n2. Sapa"}),
]
CLIPBOARD = [
    ("<p>Satu <b>dua </b>tiga</p>", "Satu **dua** tiga"),
    ("<b style='font-weight:normal'><p><span style='font-weight:700'>Tebal</span> biasa</p></b>", "**Tebal** biasa"),
    ("<p><span style='font-style:italic;font-weight:bold'>dua-duanya</span></p>", "***dua-duanya***"),
    ("<h2>Judul</h2><p>Teks</p>", "### Judul\n\nTeks"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c"),
    ("<ol start=3><li><p>tiga</p></li><li>empat</li></ol>", "3. tiga\n4. empat"),
    ("<ol type=A><li>satu</li><li>dua</li></ol>", "1. satu\n2. dua"),
    (
        "<p><a href='https://a.id/b c'>tautan</a> <a href='javascript:alert(1)'>jahat</a></p>",
        "[tautan](https://a.id/b%20c) jahat",
    ),
    ("<p>harga $5 dan a_b *c*</p>", "harga $5 dan a_b \\*c\\*"),
    ("<p># bukan judul</p>", "\\# bukan judul"),
    ("<p>a<br>b</p>", "a  \nb"),
    ("<style>p{}</style><script>alert(1)</script><p onclick=alert(1)>teks</p>", "teks"),
    ("<div><div>a</div><div>b <i>c</i></div></div>", "a\n\nb *c*"),
    ("", ""),
]
NASTY = [
    "A -> B → C => D",
    "*tebal* dan _miring_ __init__",
    "[x] kotak",
    "= sama dengan",
    "+ bukan butir",
    "1945. Merdeka",
    "# tagar #",
    "<b>bukan</b> &amp; <br>",
    "`kode` $x$ dan $y$",
    "[[kosong]] {.last} {#id}",
    "{.last}",
    "a | b ~~c~~ [d](e)",
    r"C:\Users\[x] \a",
    "> kutipan",
    "? tanya",
    "!!! catatan",
]


@pytest.fixture
def run(device):
    """`run(module, function, *values)` is what a function of the editor's script answers."""
    with device() as page:
        page.goto("/sign-in")
        yield runner(page)


def markdown(run, html):
    return run("layout", "textOf", run("from_html", "fromHtml", html)["lines"])


def form(run, asked, text=""):
    return run("question_text", "questionText", asked, text)


def shown(html):
    """What a reader sees of HTML, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>|\ue000\d+\ue001", "", html)).split())


def test_the_forms_write_questions_that_the_platform_reads_without_a_mistake(run):
    texts = [(kind, form(run, {**ASKED, "stem": "Siapa?", "kind": kind, **fields})) for kind, fields in QUESTIONS]

    wrong = [(kind, text, read(text)) for kind, text in texts if read(text)[1] or read(text)[0].kind != kind]

    assert not wrong
    assert {read(text)[0].explanation[1].text for _, text in texts} == {"begitu."}


def test_the_forms_say_what_a_question_lacks(run):
    told = [
        run("question_text", "problemOf", {**ASKED, "stem": "Siapa?", "kind": kind, **fields})
        for _, kind, fields in LACKING
    ]

    assert told == [problem for problem, _, _ in LACKING]


def test_complete_questions_lack_nothing(run):
    told = [
        run("question_text", "problemOf", {**ASKED, "stem": "Siapa?", "kind": kind, **fields})
        for kind, fields in QUESTIONS
    ]

    assert set(told) == {""}


def test_what_other_programs_copy_becomes_markdown(run):
    assert [markdown(run, html) for html, _ in CLIPBOARD] == [text for _, text in CLIPBOARD]


def test_an_identity_that_the_text_has_already_is_not_given_again(run):
    text = "## ? Siapa?\n\n- = a\n\n## ? Lain? {#siapa-2 .multiple}\n\n- [x] a\n- [ ] b"

    again = form(run, {**ASKED, "stem": "Siapa?", "kind": "short", "accepted": "b"}, text)

    assert again.startswith("## ? Siapa? {#siapa-3}\n")


def test_the_forms_name_questions_as_the_command_for_ids_does(run):
    stems = [*NASTY, "Apa itu é, ü & ß?", "Kata " * 30, "x" * 90, "???", "Lihat [di sini](https://a.id)"]
    texts = [form(run, {**ASKED, "stem": stem, "kind": "short", "accepted": "b"}) for stem in stems]

    bare = [re.sub(r" \{#[^{}]+\}$", "", text, count=1, flags=re.MULTILINE) for text in texts]

    assert [read(text)[0].id for text in texts] == [read(text)[0].id for text in bare]
    assert all(read(text)[0].has_own_id for text in texts)


def test_signs_in_the_forms_are_shown_as_they_were_typed(run):
    bare = [text for text in NASTY if "[[" not in text]
    kinds = {
        "single": {"options": [{"text": text, "right": not place} for place, text in enumerate(NASTY)]},
        "matching": {"pairs": [{"left": text, "to": text} for text in NASTY]},
        "ordering": {"steps": "\n".join(NASTY)},
        "blanks": {"sentence": "\n".join(f"{text} [[a]]" for text in bare)},
    }
    asked = {**ASKED, "stem": " ".join(bare), "explanation": "\n\n".join(NASTY)}
    made = {kind: question(form(run, {**asked, "kind": kind, **fields})) for kind, fields in kinds.items()}

    assert [shown(each.html) for each in made["single"].options] == NASTY
    assert [shown(each.left) for each in made["matching"].pairs] == NASTY
    assert [shown(each.right) for each in made["matching"].pairs] == NASTY
    assert [shown(each.html) for each in made["ordering"].items] == NASTY
    assert {shown(made[kind].stem) for kind in ("single", "matching", "ordering")} == {" ".join(bare)}
    assert shown(made["blanks"].stem) == " ".join([*bare, *bare])
    assert {shown(each.explanation) for each in made.values()} == {" ".join(NASTY)}


def test_the_forms_leave_nothing_to_nag_about(run):
    third = {"text": "Tamu", "right": False}
    three = {"options": [*OPTIONS, third]}
    questions = (*QUESTIONS[2:], ("single", three), ("multiple", three))
    texts = [form(run, {**ASKED, "stem": "Siapa yang disapa?", "kind": kind, **fields}) for kind, fields in questions]

    assert [codes(lesson(f"# Menyapa\n\n{text}\n")) for text in texts] == [[]] * len(texts)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1. Terima\n2. Periksa\n3. Serahkan", ["Terima", "Periksa", "Serahkan"]),
        ("a) Terima\nb) Periksa", ["Terima", "Periksa"]),
        ("- Terima\n• Periksa", ["Terima", "Periksa"]),
        ("1945. Merdeka\n1998. Reformasi", ["1945. Merdeka", "1998. Reformasi"]),
        ("A. Yani lahir\nB gugur", ["A. Yani lahir", "B gugur"]),
        ("-5 derajat\n3 derajat", ["-5 derajat", "3 derajat"]),
    ],
)
def test_numbers_and_bullets_typed_before_steps_are_left_out(run, typed, kept):
    text = form(run, {**ASKED, "stem": "Urutkan", "kind": "ordering", "steps": typed})

    assert [shown(each.html) for each in question(text).items] == kept


def test_letters_typed_before_options_are_left_out(run):
    options = [{"text": "A. Warga", "right": True}, {"text": "B. Rekan", "right": False}]
    text = form(run, {**ASKED, "stem": "Siapa?", "kind": "single", "options": options})

    assert [shown(each.html) for each in question(text).options] == ["Warga", "Rekan"]
