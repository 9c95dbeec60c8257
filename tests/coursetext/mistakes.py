"""For every code of the checker a course that has that fault, and the file and line that it must name."""

from typing import NamedTuple

from tests.coursetext.writing import ANSWERED, COURSE, LESSON, Texts

UNIT = "01-loket/01-menyapa.md"
QUIZ = "01-loket/02-kuis.md"
BANK = "bank/loket.md"
ASK = "# Judul\n\n## ? Siapa?\n\n"
OTHER = "01-loket/02-lain.md"
FOUR = ["Satu", "Dua", "Tiga", "Empat"]


class Mistake(NamedTuple):
    """What a trainer wrote, and where the checker must point."""

    code: str
    files: Texts
    file: str
    line: int


def front(lines: str) -> Texts:
    """The course with more front matter; its first additional line is line 4."""
    return {"course.md": COURSE.replace("jp: 3\n", f"jp: 3\n{lines}")}


def unit(text: str) -> Texts:
    """The course with another text in its lesson."""
    return {UNIT: text}


def quiz(lines: str, text: str = "", bank: str | None = None) -> Texts:
    """The course with a quiz; the first additional line of its front matter is line 4."""
    files = {QUIZ: f"---\ntitle: Kuis\nkind: quiz\n{lines}---\n{text}"}
    return files if bank is None else {**files, BANK: bank}


def singles(right: list[int], longest: bool = False) -> str:
    """A bank of single-choice questions, each with its right option at a place."""
    text = ""
    for number, place in enumerate(right):
        text += f"## ? Soal {number} tentang apa?\n\n"
        for option in range(4):
            more = " yang jauh lebih panjang" if longest and option == place else ""
            text += f"- [{'x' if option == place else ' '}] {FOUR[option]}{more}\n"
        text += "\n> Begitulah.\n\n"
    return text


BANKED = quiz("draw: {bank/loket: 1}\n", bank="")

FOLDER = (
    Mistake("text-too-large", unit("# a\n" + "kata\n\n" * 200_000), UNIT, 1),
    Mistake("too-many-lines", unit("\n" * 20_001), UNIT, 20_000),
    Mistake("bad-encoding", {UNIT: b"# Judul\n\nkata \xff kata\n"}, UNIT, 3),
    Mistake("line-too-long", unit(f"# Judul\n\n{'a' * 20_001}\n"), UNIT, 3),
    Mistake("text-too-deep", unit(f"# Judul\n\n{'> ' * 31}a\n"), UNIT, 3),
    Mistake("odd-character", unit("# Judul\n\nkata\x07kata\n"), UNIT, 3),
    Mistake("unclosed-fence", unit("# Judul\n\n```\nkata\n"), UNIT, 3),
    Mistake("no-units", {UNIT: None, "01-loket/module.md": "teks\n"}, "course.md", 1),
    Mistake("no-name", {"01-loket/02.md": LESSON}, "01-loket/02.md", 1),
    Mistake("duplicate-key", {"02-loket/01-lain.md": LESSON}, "02-loket", 1),
    Mistake("duplicate-key", {"01-loket/02-menyapa.md": LESSON}, "01-loket/02-menyapa.md", 1),
    Mistake("reserved-key", {"02-media/01-lain.md": LESSON}, "02-media", 1),
    Mistake("bad-identity", unit("---\nid: dua kata\n---\n# Judul\n\nteks\n"), UNIT, 2),
    Mistake("duplicate-identity", {OTHER: "---\ntitle: Lain\nid: loket/menyapa\n---\nteks\n"}, OTHER, 3),
    Mistake("formerly-in-use", {OTHER: "---\ntitle: Lain\nformerly:\n- a/b\n- loket/menyapa\n---\nteks\n"}, OTHER, 5),
    Mistake("formerly-itself", unit("---\nformerly: loket/menyapa\n---\n# Judul\n\nteks\n"), UNIT, 2),
    Mistake("empty-module", {"02-kosong/module.md": "teks\n"}, "02-kosong/module.md", 1),
    Mistake("unused-file", {"catatan.md": "teks\n"}, "catatan.md", 1),
    Mistake("unused-file", {"01-loket/gambar/a.png": b""}, "01-loket/gambar/a.png", 1),
    Mistake("unused-bank", {BANK: singles([0])}, BANK, 1),
    Mistake("empty-bank", BANKED, BANK, 1),
    Mistake("untitled", unit("teks\n"), UNIT, 1),
    Mistake("two-titles", unit("---\ntitle: Satu\n---\n\n# Dua\n\nteks\n"), UNIT, 5),
    Mistake("same-title", {OTHER: LESSON}, OTHER, 1),
    Mistake("empty-lesson", unit("# Judul\n"), UNIT, 1),
    Mistake("long-lesson", unit("---\nminutes: 11\n---\n# Judul\n\nteks\n"), UNIT, 2),
    Mistake("long-lesson", unit("# Judul\n\n" + "kata " * 1_900), UNIT, 1),
)

KEYS = (
    Mistake("unclosed-front-matter", unit("---\ntitle: Judul\n\nteks\n"), UNIT, 1),
    Mistake("front-matter-too-long", unit(f"---\ntitle: {'a' * 19_990}\n# a\n# b\n---\nteks\n"), UNIT, 2),
    Mistake("front-matter-too-deep", unit("---\ntitle: Judul\nformerly: [[[a]]]\n---\nteks\n"), UNIT, 3),
    Mistake("front-matter-no-mapping", unit("---\n- title\n---\nteks\n"), UNIT, 2),
    Mistake("bad-yaml", unit("---\nrequired: true\ntitle: Pelayanan: prima\n---\nteks\n"), UNIT, 3),
    Mistake("yaml-extra", unit("---\ntitle: &a Judul\nid: *a\n---\nteks\n"), UNIT, 2),
    Mistake("comment-after-text", front("organizer: Kelas #1\n"), "course.md", 4),
    Mistake("unknown-key", front("sumary: Satu.\n"), "course.md", 4),
    Mistake("strange-key", front("zzz: 1\n"), "course.md", 4),
    Mistake("misplaced-key", unit("---\ntitle: Judul\njp: 3\n---\nteks\n"), UNIT, 3),
    Mistake("repeated-key", front("judul: Lagi\n"), "course.md", 4),
    Mistake("repeated-key", quiz("draw: {bank/loket: 1, bank/1-loket: 1}\n", bank=singles([0, 1])), QUIZ, 4),
    Mistake("not-a-text", front("summary: [a, b]\n"), "course.md", 4),
    Mistake("not-a-list", front("tags: {a: b}\n"), "course.md", 4),
    Mistake("not-a-number", front("passing_score: tujuh\n"), "course.md", 4),
    Mistake("out-of-range", front("passing_score: 101\n"), "course.md", 4),
    Mistake("not-a-date", front("valid_as_of: 2026-02-30\n"), "course.md", 4),
    Mistake("not-yes-or-no", unit("---\ntitle: Judul\nrequired: mungkin\n---\nteks\n"), UNIT, 3),
    Mistake("not-a-choice", front("competency: umum\n"), "course.md", 4),
    Mistake("not-a-draw", quiz("draw: [1]\n", f"## ? Siapa?\n\n{ANSWERED}"), QUIZ, 4),
    Mistake("value-too-long", front(f"summary: {'a' * 201}\n"), "course.md", 4),
    Mistake("missing-title", {"course.md": "---\njp: 3\n---\nteks\n"}, "course.md", 2),
    Mistake("missing-jp", {"course.md": "---\ntitle: Judul\njp:\n---\nteks\n"}, "course.md", 3),
    Mistake("dates-reversed", front("valid_as_of: 2026-11-24\nreview_due: 2026-11-23\n"), "course.md", 5),
    Mistake("review-overdue", front("review_due: 2026-11-23\n"), "course.md", 4),
    Mistake("unknown-prerequisite", front("prerequisites: [berakhlak, integrita]\n"), "course.md", 4),
    Mistake("strange-prerequisite", front("prerequisites:\n- berakhlak\n- zzz\n"), "course.md", 6),
    Mistake("circular-prerequisite", front("prerequisites: integritas\n"), "course.md", 4),
    Mistake("unknown-bank", quiz("draw: {bank/lokit: 1}\n", bank=singles([0])), QUIZ, 4),
    Mistake("draw-too-large", quiz("draw: {bank/loket: 2}\n", bank=singles([0])), QUIZ, 4),
    Mistake("draw-too-large", quiz("draw: 2\n", f"## ? Siapa?\n\n{ANSWERED}"), QUIZ, 4),
    Mistake("no-questions", quiz("", "teks\n"), QUIZ, 1),
)

QUESTIONS = (
    Mistake("empty-stem", unit(f"# Judul\n\n## ?\n\n{ANSWERED}"), UNIT, 3),
    Mistake("too-many-questions", {BANK: "## ? a\n- = b\n" * 1_001}, BANK, 2_001),
    Mistake("no-key", unit(f"{ASK}teks\n"), UNIT, 3),
    Mistake("no-answer", unit(f"{ASK}- [ ] Satu\n- [ ] Dua\n"), UNIT, 5),
    Mistake("bad-checkbox", unit(f"{ASK}- [x] Satu\n- [] Dua\n"), UNIT, 6),
    Mistake("empty-option", unit(f"{ASK}- [x] Satu\n- [ ]\n"), UNIT, 6),
    Mistake("duplicate-option", unit(f"{ASK}- [x] Satu\n- [ ] Dua\n- [ ] satu\n"), UNIT, 7),
    Mistake("empty-answer", unit(f"{ASK}- = a\n- = ?\n"), UNIT, 6),
    Mistake("answer-too-long", unit(f"{ASK}- = {'a' * 201}\n"), UNIT, 5),
    Mistake("empty-blank", unit("# Judul\n\n## ? Siapa?\n\nIa [[a|]].\n"), UNIT, 5),
    Mistake("empty-side", unit(f"{ASK}- a -> b\n- c ->\n"), UNIT, 6),
    Mistake("empty-range", unit(f"{ASK}- = 40..30\n"), UNIT, 5),
    Mistake("mixed-number", unit(f"{ASK}- = tiga\n- = 30..40\n"), UNIT, 6),
    Mistake("mixed-answers", unit(f"{ASK}- [x] Satu\n- Dua\n- [ ] Tiga\n"), UNIT, 6),
    Mistake("mixed-answers", unit(f"{ASK}- Satu\n- [x] Dua\n- [ ] Tiga\n"), UNIT, 5),
    Mistake("too-few-answers", unit(f"{ASK}- [x] Satu\n"), UNIT, 5),
    Mistake("too-few-answers", unit(f"{ASK}1. Satu\n"), UNIT, 5),
    Mistake("answer-has-blocks", unit(f"{ASK}- [x] Satu\n\n  Lanjutan.\n- [ ] Dua\n"), UNIT, 7),
    Mistake("answer-has-blocks", unit(f"{ASK}- [x] Satu\n    - anak\n- [ ] Dua\n"), UNIT, 6),
    Mistake("stray-feedback", unit(f"{ASK}- = Satu\n  > Betul.\n"), UNIT, 6),
    Mistake("unindented-feedback", unit(f"{ASK}- [x] Satu\n> Betul.\n- [ ] Dua\n"), UNIT, 6),
    Mistake("two-answer-blocks", unit(f"{ASK}- [x] Satu\n- [ ] Dua\n\n1. Tiga\n2. Empat\n"), UNIT, 8),
    Mistake("two-answer-blocks", unit(f"{ASK}Ia [[a]].\n\n- [x] Satu\n- [ ] Dua\n"), UNIT, 5),
    Mistake("text-after-answers", unit(f"{ASK}- [x] Satu\n- [ ] Dua\n\nTeks.\n"), UNIT, 8),
    Mistake("unbalanced-blank", unit(f"{ASK}Ia [[a].\n"), UNIT, 5),
    Mistake("unbalanced-blank", unit(f"{ASK}Ia [[a [[b]].\n"), UNIT, 5),
    Mistake("unbalanced-blank", unit(f"{ASK}Ia [a]].\n\n- = b\n"), UNIT, 5),
    Mistake("unknown-attribute", unit(f"# Judul\n\n## ? Siapa? {{.multipel}}\n\n{ANSWERED}"), UNIT, 3),
    Mistake("unknown-attribute", unit(f"{ASK}- [x] Satu\n- [ ] Dua {{.multiple}}\n"), UNIT, 6),
    Mistake("bad-id", unit(f"# Judul\n\n## ? Siapa? {{#a.b}}\n\n{ANSWERED}"), UNIT, 3),
    Mistake("bad-points", unit(f"# Judul\n\n## ? Siapa? {{points=0}}\n\n{ANSWERED}"), UNIT, 3),
    Mistake("useless-attribute", unit("# Judul\n\n## ? Siapa? {.multiple}\n\n- = Warga\n"), UNIT, 3),
    Mistake("duplicate-id", {UNIT: f"{ASK}{ANSWERED}", OTHER: f"# Lain\n\n## ? Siapa?\n\n{ANSWERED}"}, OTHER, 3),
    Mistake(
        "question-inside", unit(f"# Judul\n\n<details>\n\n## ? Siapa?\n\n{ANSWERED}\n---\n\n</details>\n"), UNIT, 5
    ),
    Mistake("question-misplaced", {"course.md": f"{COURSE}\n## ? Siapa?\n\n{ANSWERED}"}, "course.md", 7),
    Mistake("indented-question", unit("# Judul\n\n ## ? Siapa?\n"), UNIT, 3),
    Mistake("indented-question", unit("# Judul\n\n> ## ? Siapa?\n"), UNIT, 3),
    Mistake("looks-like-question", quiz("", f"## ? Siapa?\n\n{ANSWERED}\n## Mengapa\n\n- [x] a\n"), QUIZ, 13),
    Mistake("looks-like-question", quiz("", f"## ? Siapa?\n\n{ANSWERED}\n## Mengapa begitu?\n"), QUIZ, 13),
    Mistake("blank-outside-question", unit("# Judul\n\nIa [[a]].\n"), UNIT, 3),
    Mistake("repeated-answer", unit(f"{ASK}- = Satu\n- = satu.\n"), UNIT, 6),
    Mistake(
        "repeated-question", {BANK: f"## ? Siapa? {{#a}}\n\n{ANSWERED}\n## ? Siapa? {{#b}}\n\n{ANSWERED}"}, BANK, 9
    ),
    Mistake("all-right", unit(f"{ASK}- [x] Satu\n- [x] Dua\n- [x] Tiga\n"), UNIT, 3),
    Mistake("few-options", unit(f"{ASK}- [x] Satu\n- [ ] Dua\n"), UNIT, 3),
    Mistake("no-explanation", unit(f"{ASK}- = Satu\n"), UNIT, 3),
    Mistake("all-of-above", unit(f"{ASK}- [x] Semua benar\n- [ ] Dua\n- [ ] Tiga\n"), UNIT, 5),
    Mistake("all-of-above", unit(f"{ASK}- [ ] Dua\n- [ ] Tiga\n- [x] Semua jawaban di atas benar\n"), UNIT, 7),
    Mistake("double-negative", unit(f"# Judul\n\n## ? Mana yang bukan tidak benar?\n\n{ANSWERED}"), UNIT, 3),
    Mistake("right-is-longest", {BANK: singles([0, 1, 2, 3, 0], longest=True)}, BANK, 1),
    Mistake("right-in-one-place", {BANK: singles([2, 2, 2, 2, 1])}, BANK, 1),
)

TEXTS = (
    Mistake("rule-makes-heading", unit("# Judul\n\nteks\n---\n"), UNIT, 4),
    Mistake("heading-jump", unit("# Judul\n\n### Bagian\n"), UNIT, 3),
    Mistake("heading-jump", unit("# Judul\n\n## Bagian\n\n#### Bagian kecil\n"), UNIT, 5),
    Mistake("broken-image", front("cover: media/tidak-ada.svg\n"), "course.md", 4),
    Mistake("two-versions", unit("# Judul\n\n<<<<<< Ratna\na\n====== Anda\nb\n>>>>>> Sampai di sini\n"), UNIT, 3),
    Mistake("two-versions", {"01-loket/module.md": "kata\n\n>>>>>> Sampai di sini\n"}, "01-loket/module.md", 3),
    Mistake("two-versions", {BANK: "kata\n\n====== Tulisan Anda\n"}, BANK, 3),
    Mistake("placeholder", unit("# Judul\n\nTulis pelajarannya di sini.\n"), UNIT, 3),
    Mistake("placeholder", {BANK: f"## ? Tulis pertanyaannya di sini {{#a}}\n\n{ANSWERED}"}, BANK, 1),
    Mistake("broken-link", {"01-loket/module.md": "lihat [ini](tidak-ada.md)\n"}, "01-loket/module.md", 1),
    Mistake("missing-alt", {BANK: f"## ? Siapa?\n\n![](../media/a.svg)\n\n{ANSWERED}"}, BANK, 3),
    Mistake("media-type", {"media/a.png": b"bukan gambar"}, "media/a.png", 1),
)

MISTAKES = (*FOLDER, *KEYS, *QUESTIONS, *TEXTS)
