"""The pure parts of the editor's script: clipboard to Markdown, typed questions to Markdown, a form to a question."""

import pytest

from tests.coursetext.writing import read

pytestmark = pytest.mark.browser

RUN = "async ([file, name, given]) => (await import(`/static/js/studio/${file}.js`))[name](given)"

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
]
CLIPBOARD = [
    ("<p>Satu <b>dua </b>tiga</p>", "Satu **dua** tiga"),
    ("<b style='font-weight:normal'><p><span style='font-weight:700'>Tebal</span> biasa</p></b>", "**Tebal** biasa"),
    ("<p><span style='font-style:italic;font-weight:bold'>dua-duanya</span></p>", "***dua-duanya***"),
    ("<h2>Judul</h2><p>Teks</p>", "### Judul\n\nTeks"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c"),
    ("<ol start=3><li><p>tiga</p></li><li>empat</li></ol>", "3. tiga\n4. empat"),
    ("<ol type=A><li>satu</li><li>dua</li></ol>", "A. satu\nB. dua"),
    (
        "<p><a href='https://a.id/b c'>tautan</a> <a href='javascript:alert(1)'>jahat</a></p>",
        "[tautan](https://a.id/b%20c) jahat",
    ),
    ("<p>harga $5 dan a_b *c*</p>", "harga \\$5 dan a\\_b \\*c\\*"),
    ("<p># bukan judul</p>", "\\# bukan judul"),
    ("<p>a<br>b</p>", "a\nb"),
    ("<style>p{}</style><script>alert(1)</script><p>teks</p><img src=x onerror=alert(1)>", "teks"),
    ("<div><div>a</div><div>b <i>c</i></div></div>", "a\n\nb *c*"),
    ("", ""),
]
TYPED = [
    ("1. Siapa?\nA. Warga\nB. Rekan\nJawaban: B", "## ? Siapa?\n\n- [ ] Warga\n- [x] Rekan", 1),
    ("Siapa?\na) Warga\nb) Rekan\nc) Tamu\nKunci jawaban: A dan C",
     "## ? Siapa?\n\n- [x] Warga\n- [ ] Rekan\n- [x] Tamu", 1),
    ("Pembuka.\n\n**2.** Apa?\n\nA. x\n\nB. y\n\nJawaban : A\n\nPembahasan: Karena x.\n\nPenutup.",
     "Pembuka.\n\n## ? Apa?\n\n- [x] x\n- [ ] y\n\n> Karena x.\n\nPenutup.", 1),
    ("1. Satu?\nA. x\nB. y\nJawaban: A\n2. Dua?\nA. x\nB. y\nJawaban: B",
     "## ? Satu?\n\n- [x] x\n- [ ] y\n\n## ? Dua?\n\n- [ ] x\n- [x] y", 2),
    ("A. Pendahuluan\nB. Isi", "A. Pendahuluan\nB. Isi", 0),
    ("Siapa?\nA. Warga\nB. Rekan", "Siapa?\nA. Warga\nB. Rekan", 0),
    ("Siapa?\nA. Warga\nB. Rekan\nJawaban: D", "Siapa?\nA. Warga\nB. Rekan\nJawaban: D", 0),
]  # fmt: skip


@pytest.fixture
def run(device):
    """`run(module, function, value)` is what a function of the editor's script answers."""
    with device() as page:
        page.goto("/sign-in")
        yield lambda file, name, given: page.evaluate(RUN, [file, name, given])


def test_the_forms_write_questions_that_the_platform_reads_without_a_mistake(run):
    texts = [
        (kind, run("question_text", "questionText", {**ASKED, "stem": "Siapa?", "kind": kind, **fields}))
        for kind, fields in QUESTIONS
    ]

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
    assert [run("from_html", "fromHtml", html) for html, _ in CLIPBOARD] == [text for _, text in CLIPBOARD]


def test_questions_as_people_type_them_are_recognised(run):
    assert [run("recognise", "withQuestions", text) for text, _, _ in TYPED] == [
        {"text": text, "count": count} for _, text, count in TYPED
    ]
