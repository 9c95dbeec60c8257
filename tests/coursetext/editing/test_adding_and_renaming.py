"""New files are well-formed at once; another title changes the title alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coursetext.editing.adding import add_bank, add_module, add_unit
from elearn.coursetext.editing.front import set_value
from elearn.coursetext.editing.renaming import rename
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.editing.values import CannotEdit, NoSuchPlace
from elearn.coursetext.findings import has_errors
from elearn.coursetext.load import load
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.source import clean
from tests.coursetext.editing.courses import courses

FILES = {"course.md": b"---\ntitle: A\njp: 1\n---\n\nTeks.\n", "01-mulai/01-sapa.md": b"# Sapa\n\nTeks.\n"}
TITLES = st.text(min_size=1, max_size=60).filter(lambda title: any(char.isalnum() for char in title))


@pytest.mark.parametrize("kind", [FileKind.LESSON, FileKind.QUIZ])
def test_a_new_unit_stands_last_and_has_nothing_that_stops_publishing(kind):
    added = add_unit(FILES, "01-mulai", "Uji: akhir #1", kind)

    after = added.edit.applied(FILES)
    assert added.path == "01-mulai/02-uji-akhir-1.md"
    assert shape(after).modules[0].units[-1].title == "Uji: akhir #1"
    assert not has_errors(load("kursus", after).findings)


def test_a_new_module_stands_last_with_a_lesson():
    after = add_module(FILES, "Penutup").edit.applied(FILES)

    assert [(module.folder, module.title) for module in shape(after).modules][-1] == ("02-penutup", "Penutup")
    assert not has_errors(load("kursus", after).findings)


def test_a_new_bank_is_one():
    after = add_bank(FILES, "Soal dasar").edit.applied(FILES)

    assert [(bank.path, bank.title) for bank in shape(after).banks] == [("bank/soal-dasar.md", "Soal dasar")]
    assert not has_errors(load("kursus", after).findings)


@pytest.mark.parametrize("title", ["Media", "Bank", "Mulai"])
def test_a_module_gets_no_name_that_means_something_else_or_is_taken(title):
    after = add_module(FILES, title).edit.applied(FILES)

    assert shape(after).modules[-1].key == f"{title.lower()}-2"


def test_a_new_unit_never_takes_over_the_learners_of_one_that_moved_away():
    files = {**FILES, "02-akhir/01-x.md": b"---\nid: mulai/dengar\nformerly: [mulai/tanya]\n---\n\n# X\n"}

    paths = [add_unit(files, "01-mulai", title, FileKind.LESSON).path for title in ("Dengar", "Tanya")]

    assert paths == ["01-mulai/02-dengar-2.md", "01-mulai/02-tanya-2.md"]


def test_nothing_is_added_to_a_module_that_is_not_there():
    with pytest.raises(NoSuchPlace):
        add_unit(FILES, "09-tiada", "X", FileKind.LESSON)


@given(courses(), TITLES)
def test_whatever_is_added_stands_last_and_no_other_text_changes(files, title):
    folder = shape(files).modules[0].folder

    added = add_unit(files, folder, title, FileKind.LESSON)

    after = added.edit.applied(files)
    assert shape(after).modules[0].units[-1].path == added.path
    assert len(after) == len(files) + 1
    assert {unit.identity for unit in shape(files).units} < {unit.identity for unit in shape(after).units}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"---\ntitle: Lama\njp: 1\n---\n", b"---\ntitle: Baru\njp: 1\n---\n"),
        (b'\xef\xbb\xbf---\r\njudul: "Lama"  # nama\r\n---\r\n', b"\xef\xbb\xbf---\r\njudul: Baru  # nama\r\n---\r\n"),
        (b"---\njp: 1\n---\nTeks.\n", b"---\ntitle: Baru\njp: 1\n---\nTeks.\n"),
        (b"---\ntitle: >\n  Lama\n  sekali\njp: 1\n---\n", b"---\ntitle: Baru\njp: 1\n---\n"),
        (b"# Lama #\r\n\r\nTeks.", b"# Baru\r\n\r\nTeks."),
        (b"---\ntitle: Lama\n---\n\n# Lama\n\n# Dua\n", b"---\ntitle: Baru\n---\n\n# Baru\n\n# Dua\n"),
        (b"Teks saja.\r\n", b"---\r\ntitle: Baru\r\n---\r\n\r\nTeks saja.\r\n"),
    ],
)
def test_a_title_changes_where_it_stands_and_nothing_else(before, after):
    assert rename({"01-a/01-b.md": before}, "01-a/01-b.md", "Baru").writes == {"01-a/01-b.md": after}


def test_a_module_without_a_text_of_its_own_gets_one_with_the_title():
    edit = rename(FILES, "01-mulai/module.md", "Mulai di sini")

    assert edit.writes == {"01-mulai/module.md": b"---\ntitle: Mulai di sini\n---\n\n"}


@pytest.mark.parametrize("data", [b"---\ntags: [\n---\n", b"---\ntitle: A\n", b"\xff\xfe"])
def test_a_file_whose_top_cannot_be_read_keeps_its_title(data):
    with pytest.raises(CannotEdit):
        set_value("a/b.md", data, "title", "Baru")


@given(TITLES)
def test_any_title_is_read_again_as_it_was_written(title):
    after = rename({"a/b.md": b"---\ntitle: Lama\n---\n"}, "a/b.md", title).applied({})

    assert shape(after).units[0].title == (" ".join(clean(title).split()) or "B")


@given(TITLES)
def test_any_title_of_a_heading_is_shown_as_it_was_written(title):
    edit = rename({"a/b.md": b"# Lama\n"}, "a/b.md", title)

    loaded = load("kursus", {"course.md": FILES["course.md"], "a/b.md": edit.writes["a/b.md"] + b"\nTeks.\n"})
    assert loaded.course is not None
    assert len(loaded.course.units) == 1
