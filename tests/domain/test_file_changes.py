"""How one folder of files became another."""

from elearn.domain.changes import ChangeKind
from elearn.domain.file_changes import file_changes
from elearn.domain.file_lines import Line

SAME, ADDED, REMOVED = ChangeKind.SAME, ChangeKind.ADDED, ChangeKind.REMOVED


def lines(old, new):
    return file_changes({"a.md": old.encode()}, {"a.md": new.encode()})[0].lines


def test_folders_with_the_same_files_do_not_differ():
    assert file_changes({"a.md": b"satu\n"}, {"a.md": b"satu\n"}) == ()


def test_files_that_came_and_went_are_told_apart_from_changed_ones():
    found = file_changes({"a.md": b"1", "b.md": b"2"}, {"b.md": b"3", "c.md": b"4"})

    assert [(each.path, each.kind) for each in found] == [
        ("a.md", ChangeKind.REMOVED),
        ("b.md", ChangeKind.CHANGED),
        ("c.md", ChangeKind.ADDED),
    ]


def test_each_line_has_its_numbers_in_both_files():
    assert lines("satu\ndua\ntiga\n", "satu\nlain\ntiga\n") == (
        Line(SAME, "satu", 1, 1),
        Line(REMOVED, "dua", old=2),
        Line(ADDED, "lain", new=2),
        Line(SAME, "tiga", 3, 3),
    )


def test_lines_far_from_a_change_are_left_out_and_counted():
    old = "\n".join(str(number) for number in range(30))

    found = lines(old, f"{old}\nbaru")

    assert [line.left_out for line in found] == [27, 0, 0, 0, 0]
    assert found[-1] == Line(ADDED, "baru", new=31)


def test_a_picture_differs_without_lines():
    found = file_changes({"a.png": b"\x89\0PNG"}, {"a.png": b"\x89\0PNG2"})[0]

    assert (found.lines, found.old_size, found.new_size) == ((), 5, 6)


def test_lines_that_came_and_went_are_counted():
    found = file_changes({"a.md": b"1\n2\n3"}, {"a.md": b"1\n4"})[0]

    assert (found.added, found.removed) == (1, 2)


def test_a_file_that_was_numbered_anew_is_one_file_with_its_few_changed_lines():
    old = {"01-a.md": b"sapa\nsatu\ndua\n", "02-b.md": b"kuis\ntiga\n"}
    new = {"01-b.md": b"kuis\nempat\n", "02-a.md": b"sapa\nsatu\ndua\n"}

    found = file_changes(old, new)

    assert [(each.path, each.old_path, each.added, each.removed) for each in found] == [
        ("01-b.md", "02-b.md", 1, 1),
        ("02-a.md", "01-a.md", 0, 0),
    ]


def test_a_file_under_another_name_is_known_by_its_lines():
    text = b"satu\ndua\ntiga\n"

    found = file_changes({"01-x/01-lama.md": text}, {"02-y/03-baru.md": text + b"empat\n"})

    assert [(each.path, each.old_path, each.added) for each in found] == [("02-y/03-baru.md", "01-x/01-lama.md", 1)]


def test_a_line_stands_beside_the_one_that_it_replaces_with_the_other_words_marked():
    row = file_changes({"a.md": b"Warga disapa dulu."}, {"a.md": b"Warga dilayani dulu."})[0].rows[0]

    assert row.old_words == (("Warga ", False), ("disapa", True), (" dulu.", False))
    assert row.new_words == (("Warga ", False), ("dilayani", True), (" dulu.", False))
