"""Two writers' changes brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coursetext.editing.merging import has_marks, merge

LABELS = ("Tulisan Budi", "Tulisan Anda", "Sampai sini")
TEXT = st.lists(st.sampled_from("abcde"), max_size=8).map("\n".join)


def test_changes_in_different_places_are_both_kept():
    merged = merge("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD", LABELS)

    assert (merged.text, merged.conflicts) == ("A\nb\nc\nD", 0)


def test_the_same_change_by_both_is_no_conflict():
    assert merge("a\nb", "a\nB", "a\nB", LABELS).text == "a\nB"


def test_a_passage_that_both_changed_holds_both_marked():
    merged = merge("a\nb\nc", "a\nX\nc", "a\nY\nc", LABELS)

    assert merged.text == "a\n<<<<<< Tulisan Budi\nX\n====== Tulisan Anda\nY\n>>>>>> Sampai sini\nc"
    assert merged.conflicts == 1
    assert has_marks(merged.text)


def test_a_deletion_of_one_and_a_change_elsewhere_by_the_other_are_both_kept():
    assert merge("a\nb\nc\nd\ne", "a\nc\nd\ne", "a\nb\nc\nd\nE", LABELS).text == "a\nc\nd\nE"


@given(TEXT, TEXT)
def test_when_only_one_changed_the_text_is_theirs(base, changed):
    assert merge(base, changed, base, LABELS).text == changed
    assert merge(base, base, changed, LABELS).text == changed


@given(TEXT, TEXT, TEXT)
def test_no_line_that_either_added_is_lost(base, theirs, mine):
    merged = merge(base, theirs, mine, LABELS).text.split("\n")

    added = [line for text in (theirs, mine) for line in text.split("\n") if line not in base.split("\n")]
    assert set(added) <= set(merged)


@pytest.mark.parametrize("left", ["<<<<<< Ratna", "====== Anda", ">>>>>> Sampai di sini"])
def test_a_single_mark_that_was_left_is_one(left):
    assert has_marks(f"teks biasa\n{left}\nteks biasa")


@pytest.mark.parametrize("other", ["<<<<<<", "======", "<<<<<<< HEAD", "kata <<<<<< kata", ">>>>> kutipan"])
def test_what_only_looks_like_a_mark_is_none(other):
    assert not has_marks(f"teks biasa\n{other}\nteks biasa")


def test_without_a_base_what_only_one_has_is_kept_and_what_differs_is_marked():
    merged = merge(None, "a\nb\nX\nc", "a\nX\nc\nd", LABELS)

    assert (merged.text, merged.conflicts) == ("a\nb\nX\nc\nd", 0)
    assert merge(None, "a\nb", "a\nc", LABELS).conflicts == 1
