"""The checker: every mistake is said, at the line a trainer must change, with its cure in two languages."""

import re
from datetime import date
from string import Formatter

import pytest

from elearn.coursetext.findings import MESSAGES, as_data, as_line, found, in_order, sentence
from elearn.coursetext.levels import Level
from elearn.coursetext.load import load
from elearn.coursetext.messages import folder, keys, questions
from tests.coursetext.mistakes import MISTAKES, singles
from tests.coursetext.writing import ANSWERED, codes, files_of, lesson, loaded, places

KNOWN = {"berakhlak": (), "integritas": ("pelayanan-prima",)}
TODAY = date(2026, 11, 24)

OF_THE_DISK = {"unreadable", "outside-folder", "bad-file-name", "too-many-files", "folder-too-large"}
"""Said when a folder is read, not when its files are."""

OF_THE_SLUG = {"bad-slug", "missing-course"}


def name(mistake):
    return f"{mistake.code}-{mistake.file}:{mistake.line}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=name)
def test_a_mistake_is_said_at_its_line(mistake):
    result = loaded(mistake.files, known=KNOWN, today=TODAY)

    assert (mistake.file, mistake.line) in places(result, mistake.code)


@pytest.mark.parametrize("mistake", MISTAKES, ids=name)
def test_an_error_and_nothing_else_stops_a_course(mistake):
    result = loaded(mistake.files, known=KNOWN, today=TODAY)

    assert (result.course is None) == any(finding.level is Level.ERROR for finding in result.findings)


def test_every_code_has_an_example():
    own = {*folder.MESSAGES, *keys.MESSAGES, *questions.MESSAGES}

    assert own - {mistake.code for mistake in MISTAKES} == OF_THE_DISK | OF_THE_SLUG


def test_a_course_without_fault_has_no_finding():
    assert loaded({"01-loket/01-menyapa.md": f"# Judul\n\n## ? Siapa?\n\n{ANSWERED}"}).findings == ()


def test_a_folder_without_course_md_says_which_file_to_make():
    files = files_of()
    del files["course.md"]

    assert places(load("pelayanan-prima", files), "missing-course") == [("course.md", 1)]


@pytest.mark.parametrize("slug", ["Pelayanan", "dua kata", "-a", "a" * 61, "", "../x", "é"])
def test_a_folder_name_that_is_no_address_is_said(slug):
    assert "bad-slug" in codes(load(slug, files_of()))


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_name_the_same_values(code):
    message = MESSAGES[code]

    assert _fields(message.indonesian) == _fields(message.english)


def _fields(template):
    return {field for _, field, _, _ in Formatter().parse(template) if field is not None}


@pytest.mark.parametrize("mistake", MISTAKES, ids=name)
def test_no_sentence_lacks_a_value(mistake):
    result = loaded(mistake.files, known=KNOWN, today=TODAY)

    for finding in result.findings:
        assert _fields(MESSAGES[finding.code].english) <= set(finding.values), finding


def test_a_finding_reads_as_editors_expect():
    finding = found("no-answer", "01-standar/02-kuis.md", 17)

    line = as_line(finding, "id", "content/pelayanan-prima")

    assert line == (
        "content/pelayanan-prima/01-standar/02-kuis.md:17:1: error no-answer: "
        "tandai paling sedikit satu pilihan dengan [x]"
    )


def test_a_finding_reads_in_english_too():
    assert sentence(found("no-answer", "a.md"), "en") == "mark at least one option with [x]"


def test_a_finding_as_data_has_the_same_parts():
    data = as_data(found("no-answer", "kuis.md", 17, 3), "en", "content/x/")

    assert data == {
        "file": "content/x/kuis.md",
        "line": 17,
        "column": 3,
        "level": "error",
        "code": "no-answer",
        "message": "mark at least one option with [x]",
    }


def test_a_finding_takes_one_line_whatever_the_text_held():
    line = as_line(found("unknown-key", "a\nb.md", 1, 1, key="x\r\n\x1b[31m\u2028y", nearest="z" * 500))

    assert re.search(r"[\x00-\x1f\u2028]", line) is None
    assert len(line) < 300


def test_findings_come_by_place_and_once():
    later, earlier = found("no-key", "a.md", 12), found("no-key", "a.md", 9)

    assert in_order([later, earlier, later]) == (earlier, later)


def test_an_unknown_key_names_the_nearest():
    result = loaded({"course.md": "---\ntitel: A\njp: 3\n---\nteks\n"})

    assert "title" in _said(result, "unknown-key")


def test_an_unknown_indonesian_key_names_the_nearest_indonesian():
    result = loaded({"course.md": "---\njudul: A\njp: 3\ndasar_hokum: UU\n---\nteks\n"})

    assert "dasar_hukum" in _said(result, "unknown-key")


def test_an_unknown_bank_names_the_nearest():
    quiz = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/loke: 1}\n---\n"
    result = loaded({"01-loket/02-kuis.md": quiz, "bank/loket.md": singles([0]), "bank/asas.md": singles([0])})

    assert "bank/loket" in _said(result, "unknown-bank")


def test_where_the_right_option_mostly_stands_is_counted_from_one():
    finding = _first(loaded({"bank/loket.md": singles([2, 2, 2, 2, 1])}), "right-in-one-place")

    assert (finding.values["count"], finding.values["total"], finding.values["place"]) == (4, 5, 3)


def test_a_wrong_jp_is_said_once():
    assert codes(loaded({"course.md": "---\ntitle: A\njp: tiga\n---\nteks\n"})) == ["not-a-number"]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("# Judul\n\nkata [[a]]\n", "blank-outside-question", 6),
        ("# Judul\n\n## ? Ia [[a]] dan [[b.\n", "unbalanced-blank", 19),
        ("# Judul\n\n## ? Siapa? {#a .b}\n\n- = x\n", "unknown-attribute", 13),
        ("# Judul\n\n## ? Siapa?\n\n- = x\n- = !\n", "empty-answer", 4),
        ("# Judul\n\nkata\x07\n", "odd-character", 5),
        ("---\ntitle: A\nrequired: mungkin\n---\nteks\n", "not-yes-or-no", 11),
        ("---\ntitle: A\nformerly: [a, loket/menyapa]\n---\nteks\n", "formerly-itself", 15),
    ],
)
def test_a_mistake_is_said_at_its_column(text, code, column):
    assert _first(lesson(text), code).column == column


def _first(result, code):
    return next(finding for finding in result.findings if finding.code == code)


def _said(result, code):
    return sentence(_first(result, code))


def test_prerequisites_are_not_checked_when_other_courses_are_unknown():
    result = loaded({"course.md": "---\ntitle: A\njp: 3\nprerequisites: [zzz]\n---\nteks\n"})

    assert result.course.prerequisites == ("zzz",)


def test_a_circle_of_prerequisites_is_found_through_other_courses():
    text = "---\ntitle: A\njp: 3\nprerequisites: [a]\n---\nteks\n"
    known = {"a": ("b",), "b": ("c",), "c": ("pelayanan-prima",)}

    assert "circular-prerequisite" in codes(loaded({"course.md": text}, known=known))


def test_a_circle_elsewhere_is_not_this_courses_fault():
    text = "---\ntitle: A\njp: 3\nprerequisites: [a]\n---\nteks\n"

    assert codes(loaded({"course.md": text}, known={"a": ("b",), "b": ("a",)})) == []


def test_a_review_on_the_day_itself_is_not_overdue():
    text = "---\ntitle: A\njp: 3\nreview_due: 2026-11-24\n---\nteks\n"

    assert codes(loaded({"course.md": text}, today=TODAY)) == []


def test_a_to_do_list_in_a_lesson_is_no_forgotten_question():
    assert codes(lesson("# Judul\n\n## Sudah siap?\n\n- [x] Papan\n- [ ] Kursi\n")) == []


def test_keys_that_vary_are_not_remarked_upon():
    quiz = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/loket: 4}\n---\n"

    assert codes(loaded({"01-loket/02-kuis.md": quiz, "bank/loket.md": singles([0, 1, 2, 3, 0, 1])})) == []


@pytest.mark.parametrize(
    "stem",
    [
        "Petugas tidak masuk tanpa alasan. Apa akibatnya?",
        "Mana yang bukan asas pelayanan?",
        "Siapa yang bertindak bila atasan berhalangan?",
    ],
)
def test_one_negation_in_a_stem_is_fine(stem):
    assert "double-negative" not in codes(lesson(f"# Judul\n\n## ? {stem}\n\n{ANSWERED}"))


@pytest.mark.parametrize("option", ["Semua benar {.last}", "Semua petugas benar-benar ramah", "Tidak ada biaya"])
def test_an_option_that_points_to_no_other_or_stays_last_is_fine(option):
    text = f"# Judul\n\n## ? Siapa?\n\n- [x] {option}\n- [ ] Dua\n- [ ] Tiga\n\n> Ya.\n"

    assert "all-of-above" not in codes(lesson(text))
