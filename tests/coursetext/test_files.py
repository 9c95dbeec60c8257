"""Folders on disk: read as they are, never beyond their own walls; written back byte for byte."""

import os

import pytest

from elearn.coursetext import files as course_files
from elearn.coursetext.files import FolderNotEmpty, UnsafePath, read_folder, write_files

FILES = {"course.md": b"\xef\xbb\xbfa\r\n", "01-a/01-b.md": b"", "media/\xc3\xa9.png".encode().decode(): b"\x00\xff"}


def test_what_is_written_is_read_back(tmp_path):
    write_files(tmp_path / "baru", FILES)

    assert read_folder(tmp_path / "baru") == (FILES, ())


@pytest.mark.parametrize("name", [".git/config", "_draf/a.md", "01-a/.x", "01-a/_x.md"])
def test_names_with_a_dot_or_underscore_in_front_are_not_read(tmp_path, name):
    write_files(tmp_path, {name: b"x"})

    assert read_folder(tmp_path) == ({}, ())


def test_a_link_out_of_the_folder_is_said_and_not_followed(tmp_path):
    (tmp_path / "rahasia").write_text("rahasia")
    (tmp_path / "kursus").mkdir()
    (tmp_path / "kursus" / "a.md").symlink_to(tmp_path / "rahasia")

    files, findings = read_folder(tmp_path / "kursus")

    assert files == {}
    assert [(finding.code, finding.file) for finding in findings] == [("outside-folder", "a.md")]


def test_a_link_to_a_folder_is_not_entered(tmp_path):
    write_files(tmp_path / "lain", {"a.md": b"x"})
    (tmp_path / "kursus").mkdir()
    (tmp_path / "kursus" / "b").symlink_to(tmp_path / "lain")

    files, findings = read_folder(tmp_path / "kursus")

    assert files == {}
    assert [finding.code for finding in findings] == ["outside-folder"]


def test_a_link_inside_the_folder_is_read(tmp_path):
    write_files(tmp_path, {"a.md": b"x"})
    (tmp_path / "b.md").symlink_to("a.md")

    assert read_folder(tmp_path)[0] == {"a.md": b"x", "b.md": b"x"}


@pytest.mark.parametrize("target", ["b.md", "tidak-ada.md"])
def test_a_link_to_itself_or_to_nothing_is_said(tmp_path, target):
    (tmp_path / "b.md").symlink_to(target)

    assert [finding.code for finding in read_folder(tmp_path)[1]] == ["unreadable"]


def test_what_is_no_plain_file_is_said_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipa.md")

    assert [finding.code for finding in read_folder(tmp_path)[1]] == ["unreadable"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    assert [finding.code for finding in read_folder(tmp_path / "tidak-ada")[1]] == ["unreadable"]


@pytest.mark.parametrize("name", [b"a\nb.md", b"a\xff.md", b"a\\b.md"])
def test_a_name_that_cannot_stand_in_an_address_is_said(tmp_path, name):
    (tmp_path / os.fsdecode(name)).write_bytes(b"x")

    files, findings = read_folder(tmp_path)

    assert files == {}
    assert [finding.code for finding in findings] == ["bad-file-name"]


def test_too_many_files_are_said_once(tmp_path, monkeypatch):
    monkeypatch.setattr(course_files, "MOST_FILES", 3)
    write_files(tmp_path, {f"{number}.md": b"x" for number in range(5)})

    files, findings = read_folder(tmp_path)

    assert (len(files), [finding.code for finding in findings]) == (3, ["too-many-files"])


def test_a_folder_beyond_its_limit_is_said_once(tmp_path, monkeypatch):
    monkeypatch.setattr(course_files, "LARGEST_FOLDER", 3)
    write_files(tmp_path, {f"{number}.md": b"xx" for number in range(5)})

    assert [finding.code for finding in read_folder(tmp_path)[1]] == ["folder-too-large"]


@pytest.mark.parametrize("name", ["../a.md", "/tmp/a.md", "a/../../b.md", "", "a\\..\\b.md", "a\0b"])
def test_nothing_is_written_outside_the_folder(tmp_path, name):
    with pytest.raises(UnsafePath):
        write_files(tmp_path / "x", {"a.md": b"", name: b"x"})

    assert not (tmp_path / "x").exists()


def test_a_folder_in_use_is_not_written_into(tmp_path):
    write_files(tmp_path, {"a.md": b"x"})

    with pytest.raises(FolderNotEmpty):
        write_files(tmp_path, {"b.md": b"x"})


def test_a_folder_in_use_is_written_into_when_asked(tmp_path):
    write_files(tmp_path, {"a.md": b"x"})

    write_files(tmp_path, {"a.md": b"y"}, replace=True)

    assert (tmp_path / "a.md").read_bytes() == b"y"
