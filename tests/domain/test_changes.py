"""What changed in a text is said in words."""

from elearn.domain.changes import Change, ChangeKind, blocks_of, differences
from elearn.domain.course import Option, Question, QuestionKind, Unit, UnitKind


def lesson(*parts):
    return Unit("m/a", "m", "a", "A", UnitKind.LESSON, 5, parts, "hash")


def test_a_lesson_is_read_block_by_block_without_markup():
    unit = lesson("<h2>Judul</h2><p>Satu <strong>dua</strong>.</p><ul><li>Tiga</li><li>Empat</li></ul>")

    assert blocks_of(unit) == ("Judul", "Satu dua.", "Tiga", "Empat")


def test_practice_questions_are_part_of_what_is_read():
    question = Question("q", QuestionKind.SINGLE, "<p>Berapa?</p>", "Berapa?", options=(Option("a", "14", True),))

    assert blocks_of(lesson("<p>Teks</p>", question)) == ("Teks", "Berapa?", "14")


def test_the_alternative_text_of_a_picture_is_read():
    assert blocks_of(lesson('<p><img src="x" alt="Alur layanan"></p>')) == ("[Alur layanan]",)


def test_reworded_added_and_removed_blocks_are_told_apart():
    changes = differences(["satu", "dua", "tiga"], ["satu", "dua lain", "tiga", "empat"])

    assert changes == (
        Change(ChangeKind.SAME, "satu", "satu"),
        Change(ChangeKind.CHANGED, "dua", "dua lain"),
        Change(ChangeKind.SAME, "tiga", "tiga"),
        Change(ChangeKind.ADDED, "", "empat"),
    )


def test_a_removed_block_keeps_its_old_text():
    assert differences(["satu", "dua"], ["satu"])[-1] == Change(ChangeKind.REMOVED, "dua", "")


def test_markup_alone_changes_nothing():
    old, new = lesson("<p>Satu dua</p>"), lesson("<p>Satu  <em>dua</em></p>")

    assert {change.kind for change in differences(blocks_of(old), blocks_of(new))} == {ChangeKind.SAME}
