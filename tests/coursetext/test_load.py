"""A folder to a course: order, keys, identity, minutes, hashes, what to reread, media."""

from dataclasses import replace

import pytest

from elearn.coursetext.load import load
from elearn.domain import codec
from elearn.domain.course import Course, UnitKind
from tests.coursetext.mistakes import singles
from tests.coursetext.writing import ANSWERED, codes, files_of, lesson, loaded

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="20"><rect width="64" height="20" fill="#eee"/></svg>'
QUIZ = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/loket: 2}\n---\n"


def text(title):
    return f"# {title}\n\nteks\n"


def identities(result):
    return [unit.identity for unit in result.course.units]


def test_modules_and_units_stand_by_their_numbers():
    result = loaded(
        {
            "01-loket/01-menyapa.md": None,
            "10-akhir/1_a.md": text("A"),
            "2_tengah/10 c.md": text("C"),
            "2_tengah/9-b.md": text("B"),
            "01-awal/2-z.md": text("Z"),
            "01-awal/lain.md": text("Lain"),
        }
    )

    assert identities(result) == ["awal/z", "awal/lain", "tengah/b", "tengah/c", "akhir/a"]


def test_a_unit_has_its_key_and_module_as_address():
    unit = loaded().course.units[0]

    assert (unit.identity, unit.module, unit.slug, unit.source) == (
        "loket/menyapa",
        "loket",
        "menyapa",
        "01-loket/01-menyapa.md",
    )


def test_a_file_name_with_capitals_and_spaces_gives_an_address():
    result = loaded({"01-loket/02 Enam Komponen.md": text("Enam")})

    assert result.course.units[1].slug == "enam-komponen"


def test_an_id_keeps_a_unit_the_same_when_it_moves():
    moved = "---\nid: loket/menyapa\nformerly: [lama/sapa]\n---\n# Menyapa\n\nteks\n"

    unit = loaded({"01-loket/01-menyapa.md": None, "02-baru/01-sapa.md": moved}).course.units[0]

    assert (unit.identity, unit.address, unit.formerly) == ("loket/menyapa", "baru/sapa", ("lama/sapa",))


def test_renumbering_changes_nothing_but_the_source():
    before = loaded({"01-loket/02-kuis.md": QUIZ, "bank/loket.md": singles([0, 1, 2])}).course
    after = loaded(
        {
            "01-loket/01-menyapa.md": None,
            "7-loket/3-menyapa.md": files_of()["01-loket/01-menyapa.md"],
            "7-loket/9-kuis.md": QUIZ,
            "bank/4-loket.md": singles([0, 1, 2]),
        }
    ).course

    assert [replace(unit, source="") for unit in before.units] == [replace(unit, source="") for unit in after.units]


def test_rewording_changes_the_hash_of_its_text_only():
    before = loaded({"01-loket/02-lain.md": text("Lain")}).course.units
    after = loaded({"01-loket/02-lain.md": "# Lain\n\nteks baru\n"}).course.units

    assert before[0].text_hash == after[0].text_hash
    assert before[1].text_hash != after[1].text_hash


@pytest.mark.parametrize(
    "changed",
    [
        "---\nminutes: 3\n---\n# Menyapa\n\nteks *satu*\n\n## ? Siapa? {#siapa}\n\n- [x] Warga\n- [ ] Tamu\n",
        "# Menyapa\n\nteks\n*satu*\n\n## ? Siapa? {#lain points=3}\n\n* [x] Warga\n* [ ] Tamu\n",
    ],
)
def test_ids_front_matter_and_line_breaks_are_no_other_text(changed):
    written = "# Menyapa\n\nteks *satu*\n\n## ? Siapa?\n\n- [x] Warga\n- [ ] Tamu\n"

    assert lesson(changed).course.units[0].text_hash == lesson(written).course.units[0].text_hash


@pytest.mark.parametrize("word", ["Menyapa", "satu", "Siapa", "Warga", "Tamu", "Betul", "Begitu"])
def test_every_word_that_is_read_counts_for_the_hash(word):
    written = "# Menyapa\n\nteks satu\n\n## ? Siapa?\n\n- [x] Warga\n  > Betul.\n- [ ] Tamu\n\n> Begitu.\n"

    changed = written.replace(word, "Kata")

    assert lesson(changed).course.units[0].text_hash != lesson(written).course.units[0].text_hash


def test_minutes_are_words_by_180_and_half_a_minute_a_question():
    result = lesson(f"# Judul\n\n{'kata ' * 720}\n\n## ? Siapa?\n\n{ANSWERED}\n## ? Apa?\n\n{ANSWERED}")

    assert result.course.units[0].minutes == 5


@pytest.mark.parametrize(("words", "minutes"), [(629, 3), (630, 4), (89, 1), (270, 2)])
def test_minutes_are_rounded_at_the_half(words, minutes):
    assert lesson(f"# Judul\n\n{'kata ' * words}\n").course.units[0].minutes == minutes


def test_a_short_unit_takes_a_minute():
    assert lesson("# Judul\n\nteks\n").course.units[0].minutes == 1


def test_a_quiz_takes_half_a_minute_for_each_question_drawn():
    quiz = "---\ntitle: Kuis\nkind: quiz\ndraw: {bank/loket: 6}\n---\n"

    result = loaded({"01-loket/02-kuis.md": quiz, "bank/loket.md": singles([0, 1, 2, 3, 0, 1, 2, 3])})

    assert result.course.units[1].minutes == 3


def test_a_question_says_which_lessons_its_explanation_links_to():
    asked = "## ? Siapa?\n\n- = Warga\n\n> Baca [ini](../01-loket/02-lain.md) dan [itu](../course.md).\n"

    result = loaded(
        {"01-loket/02-lain.md": text("Lain"), "01-loket/03-kuis.md": QUIZ, "bank/loket.md": asked + _more()}
    )

    assert result.course.banks["loket"][0].reread == ("loket/lain",)


def _more():
    return f"\n## ? Di mana?\n\n{ANSWERED}"


def test_a_bank_named_after_a_module_sends_back_to_its_lessons():
    result = loaded(
        {"01-loket/02-lain.md": text("Lain"), "02-akhir/01-kuis.md": QUIZ, "bank/loket.md": singles([0, 1])}
    )

    assert result.course.banks["loket"][0].reread == ("loket/menyapa", "loket/lain")


def test_a_unit_s_own_question_sends_back_to_the_lessons_before_it():
    quiz = f"---\ntitle: Kuis\nkind: quiz\n---\n## ? Siapa?\n\n{ANSWERED}"

    result = loaded({"01-loket/02-kuis.md": quiz, "01-loket/03-lain.md": text("Lain")})

    assert result.course.units[1].questions[0].reread == ("loket/menyapa",)


def test_a_question_knows_where_it_stands():
    result = loaded({"01-loket/02-kuis.md": QUIZ, "bank/loket.md": singles([0, 1])})

    assert result.course.banks["loket"][0].origin == "bank/loket"
    assert lesson(f"# J\n\n## ? Siapa?\n\n{ANSWERED}").course.units[0].questions[0].origin == "loket/menyapa"


def test_the_text_of_a_quiz_stands_before_its_questions():
    quiz = f"---\ntitle: Kuis\nkind: quiz\n---\nPengantar.\n\n## ? Siapa?\n\n{ANSWERED}"

    unit = loaded({"01-loket/02-kuis.md": quiz}).course.units[1]

    assert unit.kind is UnitKind.QUIZ
    assert unit.parts[0] == "<p>Pengantar.</p>"
    assert unit.parts[1:] == unit.questions


def test_a_module_has_the_title_and_introduction_of_its_own_file():
    module = loaded({"01-loket/module.md": "# Di loket\n\nPengantar.\n"}).course.modules[0]

    assert (module.key, module.title, module.introduction) == ("loket", "Di loket", "<p>Pengantar.</p>")


def test_a_module_without_a_file_is_called_after_its_folder():
    result = loaded({"02-dua-kata/01-a.md": text("A")})

    assert result.course.modules[1].title == "Dua kata"


def test_a_module_without_units_is_not_shown():
    result = loaded({"02-kosong/module.md": "# Kosong\n"})

    assert [module.key for module in result.course.modules] == ["loket"]


def test_links_between_units_become_addresses():
    result = loaded({"02-lain/01-a.md": "# A\n\n[sapa](../01-loket/01-menyapa.md#cara) dan [depan](../course.md)\n"})

    html = result.course.units[1].parts[0]
    assert 'href="/courses/pelayanan-prima/loket/menyapa/#' in html
    assert 'href="/courses/pelayanan-prima/"' in html


def test_media_in_use_is_described_and_unused_media_is_said():
    files = {"01-loket/01-menyapa.md": "# J\n\n![Loket](../media/a.svg)\n", "media/a.svg": SVG, "media/b.svg": SVG}

    result = loaded(files)

    assert (result.media["media/a.svg"].width, result.media["media/a.svg"].height) == (64, 20)
    assert [finding.file for finding in result.findings if finding.code == "unused-file"] == ["media/b.svg"]


def test_a_heavy_picture_is_said():
    heavy = SVG.replace(b"</svg>", b"<!-- " + b"a" * 100_000 + b" --></svg>")

    result = loaded({"01-loket/01-menyapa.md": "# J\n\n![Loket](../media/a.svg)\n", "media/a.svg": heavy})

    assert codes(result) == ["picture-heavy"]


def test_a_cover_is_a_picture_in_use_and_its_address_is_kept():
    course = "---\ntitle: A\njp: 3\ncover: media/a.svg\n---\nteks\n"

    result = loaded({"course.md": course, "media/a.svg": SVG})

    assert codes(result) == []
    assert result.course.cover == result.media["media/a.svg"].address


@pytest.mark.parametrize("path", [".git/config", "_draf/01-a.md", "01-loket/_coret.md", "media/.DS_Store"])
def test_names_with_a_dot_or_underscore_in_front_are_passed_over(path):
    result = loaded({path: b"\xff\xff"})

    assert result == loaded()


def test_a_course_survives_being_kept_as_data():
    course = loaded({"01-loket/02-kuis.md": QUIZ, "bank/loket.md": singles([0, 1])}).course

    assert codec.from_data(Course, codec.to_data(course)) == course


def test_the_order_in_which_files_come_means_nothing():
    files = files_of({"02-lain/01-a.md": text("A"), "01-loket/02-b.md": text("B"), "zzz.md": "x"})

    assert load("a", files) == load("a", dict(reversed(files.items())))
