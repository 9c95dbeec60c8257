"""How changes of a text are shown to somebody who read it before."""

from elearn.domain.changes import ChangeKind, differences
from elearn.learning.differing import shown_changes

SAME, ADDED, REMOVED, CHANGED = ChangeKind.SAME, ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED


def shown(old, new):
    """What is shown of a change, as kind and words."""
    return [
        (change.kind, change.left_out or [(words.kind, words.text) for words in change.words])
        for change in shown_changes(differences(old, new))
    ]


def test_a_reworded_block_is_shown_word_by_word():
    found = shown(["Batas hadiah satu juta rupiah."], ["Batas hadiah dua juta rupiah."])

    words = [(SAME, "Batas hadiah"), (REMOVED, "satu"), (ADDED, "dua"), (SAME, "juta rupiah.")]
    assert found == [(CHANGED, words)]


def test_blocks_that_have_little_in_common_went_and_came():
    found = shown(["Batas hadiah satu juta."], ["Lapor lewat aplikasi."])

    assert [kind for kind, _ in found] == [REMOVED, ADDED]


def test_a_new_block_is_shown_between_its_neighbours():
    found = shown(["a", "b"], ["a", "baru", "b"])

    assert found == [(SAME, [(SAME, "a")]), (ADDED, [(ADDED, "baru")]), (SAME, [(SAME, "b")])]


def test_a_long_run_that_stayed_is_counted_instead_of_shown():
    stayed = [str(number) for number in range(10)]

    found = shown([*stayed, "lama sekali"], [*stayed, "x y z"])

    assert found[0] == (SAME, 9)
    assert found[1] == (SAME, [(SAME, "9")])


def test_behind_the_last_change_one_number_says_what_stayed():
    stayed = [str(number) for number in range(10)]

    found = shown(["lama", *stayed], ["baru", *stayed])

    assert found[2:] == [(SAME, [(SAME, "0")]), (SAME, 9)]


def test_between_two_changes_what_stayed_is_shown_beside_each():
    stayed = [str(number) for number in range(5)]

    found = shown(["lama", *stayed, "tua"], ["baru", *stayed, "muda"])

    middle = found[2:-2]
    assert middle == [(SAME, [(SAME, "0")]), (SAME, 3), (SAME, [(SAME, "4")])]


def test_nothing_changed_shows_no_change():
    assert all(kind is SAME for kind, _ in shown(["a", "b", "c"], ["a", "b", "c"]))
