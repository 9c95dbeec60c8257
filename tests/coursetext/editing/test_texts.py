"""A file's bytes in an editor and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coursetext.editing.texts import bytes_of, text_of

LINES = st.lists(st.tuples(st.sampled_from(["", "satu", "dua", "é", "tiga"]), st.sampled_from(["\n", "\r\n", "\r"])))


@given(st.binary(max_size=80))
def test_saving_what_was_opened_changes_no_byte(data):
    assert bytes_of(text_of(data), data) == data


@given(st.text(max_size=80), st.binary(max_size=40))
def test_what_was_written_is_what_is_read_again(text, before):
    saved = text_of(bytes_of(text, before))

    assert saved == text_of(text.encode("utf-8", "replace"))


@given(LINES, st.booleans())
def test_a_line_added_at_the_end_leaves_every_byte_before_it(lines, marked):
    data = (b"\xef\xbb\xbf" if marked else b"") + "".join(line + end for line, end in lines).encode()

    assert bytes_of(text_of(data) + "baru", data) == data + b"baru"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_new_lines_end_as_the_others_do(end):
    before = f"satu{end}dua{end}".encode()

    assert bytes_of("satu\nbaru\ndua\n", before) == f"satu{end}baru{end}dua{end}".encode()


def test_a_changed_line_leaves_the_ends_of_the_others_as_they_were():
    assert bytes_of("satu\nbaru\ntiga\n", b"satu\r\ndua\r\ntiga\n") == b"satu\r\nbaru\r\ntiga\n"


def test_a_file_that_windows_wrote_is_read_and_saved_as_utf_8():
    text = text_of("“Jum’at” – sore".encode("cp1252"))

    assert text == "“Jum’at” – sore"
    assert bytes_of(f"{text}!", text.encode("cp1252")) == "“Jum’at” – sore!".encode()
