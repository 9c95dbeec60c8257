"""Questions as people type them, to questions of the format; and what is none stays as it was typed."""

import pytest

from elearn.coursetext.levels import Level
from tests.browser.modules import runner
from tests.coursetext.writing import lesson

pytestmark = pytest.mark.browser

TYPED = [
    ("1. Siapa?\nA. Warga\nB. Rekan\nJawaban: B", "## ? Siapa? {#siapa}\n\n- [ ] Warga\n- [x] Rekan", 1),
    ("Siapa?\na) Warga\nb) Rekan\nc) Tamu\nKunci jawaban: A dan C",
     "## ? Siapa? {#siapa}\n\n- [x] Warga\n- [ ] Rekan\n- [x] Tamu", 1),
    ("Pembuka.\n\n**2.** Apa?\n\nA. x\n\nB. y\n\nJawaban : A\n\nPembahasan: Karena x.\n\nPenutup.",
     "Pembuka.\n\n## ? Apa? {#apa}\n\n- [x] x\n- [ ] y\n\n> Karena x.\n\n---\n\nPenutup.", 1),
    ("1. Sama?\nA. x\nB. y\nJawaban: A\n2. Sama?\nA. x\nB. y\nJawaban: B",
     "## ? Sama? {#sama}\n\n- [x] x\n- [ ] y\n\n## ? Sama? {#sama-2}\n\n- [ ] x\n- [x] y", 2),
    ("3. Perhatikan!\nTahun berapa?\nA.x\nB.y\nJawaban B",
     "## ? Perhatikan! Tahun berapa? {#perhatikan-tahun-berapa}\n\n- [ ] x\n- [x] y", 1),
    ("1. Mana?\nA. x B. y C. z\nKunci: C\n2. Lalu? A) x B) y Jawab : b",
     "## ? Mana? {#mana}\n\n- [ ] x\n- [ ] y\n- [x] z\n\n## ? Lalu? {#lalu}\n\n- [ ] x\n- [x] y", 2),
    ("1. Pilih!\nA. x\nB. y\nC. z\nD. w\nANSWER: B, C dan D",
     "## ? Pilih! {#pilih}\n\n- [ ] x\n- [x] y\n- [x] z\n- [x] w", 1),
    ("1. Perhatikan:\n1) satu\n2) dua\nYang benar?\nA. satu\nB. dua\nJawaban: A. satu",
     "## ? Perhatikan: {#perhatikan}\n\n1\\) satu  \n2\\) dua  \nYang benar?\n\n- [x] satu\n- [ ] dua", 1),
    ("1. Baik adalah ...\nA. warga\npuas\nB. tidak\nKunci B\nPembahasan:\nKarena\nbegitu.",
     "## ? Baik adalah ... {#baik-adalah}\n\n- [ ] warga puas\n- [x] tidak\n\n> Karena\n> begitu.", 1),
    ("1. Terima\n2. Catat\n\nSiapa?\nA. x\nB. y\nJawaban: A",
     "1. Terima\n2. Catat\n\n## ? Siapa? {#siapa}\n\n- [x] x\n- [ ] y", 1),
    ("1. Jelaskan!\n\n2. Perhatikan tabel:\n\n| a |\n| --- |\n\nApa?\nA. x\nB. y\nJawaban: A",
     "1. Jelaskan!\n\n## ? Perhatikan tabel: {#perhatikan-tabel}\n\n| a |\n| --- |\n\nApa?\n\n- [x] x\n- [ ] y", 1),
    ("Tag tautan?\nA. <a>\nB. 2*3*4\nC. [[x]]\nJawaban: A",
     "## ? Tag tautan? {#tag-tautan}\n\n- [x] \\<a>\n- [ ] 2\\*3\\*4\n- [ ] \\[\\[x\\]\\]", 1),
]  # fmt: skip
LEFT = [
    ("A. Pendahuluan\nB. Isi", 0, ""),
    ("Sejak Dr. A. Yani dan B. Habibie ada.", 0, ""),
    ("1. Satu\na. Satu a\nb. Satu b", 0, ""),
    ("1. Jelaskan tugas Anda!\n2. Apa itu maklumat?", 0, ""),
    ("Jawaban Anda benar.", 0, ""),
    ("Siapa?\nA. Warga\nB. Rekan", 1, "Siapa?"),
    ("1. Siapa?\nA. Warga\nB. Rekan\nJawaban: D", 1, "1. Siapa?"),
    ("7. Apa?\nA. x\nB. y\n\n8. Jelaskan mengapa?\n", 2, "7. Apa?"),
]
HTML_EXAM = """<p>Pembuka</p><p><b>1. Perhatikan gambar!</b></p><p><img src=x alt=Alur></p><p>Ke mana?</p>
<ol type=A><li>Loket &lt;b&gt;</li><li><b>Meja</b></li></ol><p><b>Jawaban : B</b></p>
<ol start=2><li>Apa?<ol style="list-style-type:lower-alpha"><li>x</li><li>y</li></ol></li></ol><p>Kunci: A dan B</p>
<p>Penutup</p>"""
HTML_EXAM_AS_MARKDOWN = """Pembuka

## ? Perhatikan gambar! {#perhatikan-gambar}

![Alur](0)

Ke mana?

- [ ] Loket \\<b>
- [x] **Meja**

## ? Apa? {#apa}

- [x] x
- [x] y

---

Penutup"""


@pytest.fixture
def run(device):
    """`run(module, function, *values)` is what a function of the editor's script answers."""
    with device() as page:
        page.goto("/sign-in")
        yield runner(page)


def recognised(run, text):
    return run("recognise", "withQuestions", run("question_rows", "plainLines", text))


def errors(text):
    return [finding.code for finding in lesson(f"# Menyapa\n\n{text}\n").findings if finding.level is Level.ERROR]


def test_questions_as_people_type_them_are_recognised(run):
    known = [recognised(run, text) for text, _, _ in TYPED]

    told = [(each["text"], each["count"], each["missed"]) for each in known]
    assert told == [(text, count, 0) for _, text, count in TYPED]


def test_recognised_questions_are_read_by_the_platform_without_a_mistake(run):
    texts = [recognised(run, text)["text"] for text, _, _ in TYPED]

    wrong = [(text, found) for text in texts if (found := set(errors(text)))]

    assert wrong == []


def test_what_is_no_whole_question_stays_as_typed_and_is_said(run):
    left = [recognised(run, text) for text, _, _ in LEFT]

    assert [each["text"] for each in left] == [text for text, _, _ in LEFT]
    assert [(each["count"], each["missed"], each["first"]) for each in left] == [(0, *told) for _, *told in LEFT]


def test_questions_of_an_office_program_are_recognised_by_the_letters_of_its_lists(run):
    lines = run("from_html", "fromHtml", HTML_EXAM)["lines"]

    known = run("recognise", "withQuestions", lines)

    assert (known["text"], known["count"], known["missed"]) == (HTML_EXAM_AS_MARKDOWN, 2, 0)
