"""Courses as archives: what comes out of one, and hostile ones that are refused with a sentence."""

import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coursetext import archive
from elearn.coursetext.archive import pack, unpack
from elearn.coursetext.findings import sentence

FILES = {"course.md": b"---\ntitle: A\n---\n", "01-mulai/01-sapa.md": b"Sapa.\r\n", "media/alur.png": b"\x89PNG\0\xff"}


def zipped(entries, **options):
    """A zip of contents by name, or by a `ZipInfo` where the name isn't all."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, **options) as written:
        for name, content in entries:
            written.writestr(name, content)
    return target.getvalue()


def unpacked(data):
    return unpack(io.BytesIO(data))


def refusal(data):
    """The one thing that is said of an archive that gives nothing."""
    result = unpacked(data)
    assert result.files == {}
    (finding,) = result.findings
    assert sentence(finding, "id") != sentence(finding, "en")
    return finding.code


def with_mode(name, mode):
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = mode << 16
    return entry


def renamed(data, before, after):
    """The archive with a name written over in its raw bytes, as no tool would write it."""
    assert len(before) == len(after)
    assert data.count(before) == 2
    return data.replace(before, after)


def packed(files, folder=""):
    target = io.BytesIO()
    pack(target, files, folder)
    return target.getvalue()


def test_what_was_packed_comes_out_byte_for_byte():
    assert unpacked(packed(FILES)).files == FILES


def test_the_same_files_give_the_same_bytes_in_whatever_order():
    assert packed(FILES, "kursus") == packed(dict(reversed(FILES.items())), "kursus")


def test_the_one_folder_that_everything_lies_in_is_named_and_left_away():
    result = unpacked(packed(FILES, "pelayanan-prima"))

    assert (result.folder, result.files) == ("pelayanan-prima", FILES)


def test_several_folders_stay():
    entries = [("01-a/01-b.md", b"b"), ("02-c/01-d.md", b"d")]

    assert set(unpacked(zipped(entries)).files) == {"01-a/01-b.md", "02-c/01-d.md"}


def test_what_systems_leave_in_folders_is_passed_over_without_a_word():
    junk = ["__MACOSX/._course.md", ".DS_Store", "media/.DS_Store", "media/Thumbs.db", "media/._alur.png"]

    result = unpacked(zipped([("course.md", b"x"), *((name, b"j") for name in junk)]))

    assert (dict(result.files), result.findings) == ({"course.md": b"x"}, ())


def test_names_that_courses_ignore_are_named():
    result = unpacked(zipped([("course.md", b"x"), ("_catatan.md", b"y")]))

    assert set(result.files) == {"course.md"}
    assert [(each.code, each.file) for each in result.findings] == [("archive-passed-over", "_catatan.md")]


def test_a_name_in_utf8_that_does_not_say_so_is_read_as_macs_mean_it():
    data = renamed(zipped([("XX.md", b"x"), ("a.md", b"")]), b"XX.md", "é.md".encode())

    assert "é.md" in unpacked(data).files


def test_a_name_in_another_encoding_is_refused():
    data = renamed(zipped([("X.md", b"x"), ("a.md", b"")]), b"X.md", b"\xe9.md")

    assert refusal(data) == "archive-name-unreadable"


@pytest.mark.parametrize(
    "name",
    ["/etc/x", "../luar.md", "a/../../luar.md", "a//b.md", "C:/a.md", "a/./b.md", "a\x01.md", "a/ /b.md", "a" * 301],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(name):
    assert refusal(zipped([("course.md", b"x"), (name, b"x")])) == "archive-bad-path"


@pytest.mark.parametrize("name", [b"a\\b.md", b"a\0b.md", b"\0\0\0.md"])
def test_a_name_that_no_tool_writes_is_refused(name):
    data = renamed(zipped([("course.md", b"x"), ("0" * len(name), b"x")]), b"0" * len(name), name)

    assert refusal(data) == "archive-bad-path"


def test_a_hostile_name_among_junk_is_refused_too():
    assert refusal(zipped([("course.md", b"x"), ("__MACOSX/../../x", b"x")])) == "archive-bad-path"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_what_is_no_file_is_refused(kind):
    assert refusal(zipped([(with_mode("media/a.png", kind | 0o777), b"/etc/passwd")])) == "archive-link"


@pytest.mark.parametrize("names", [("a.md", "a.md"), ("a", "a/b.md"), ("e\u0301.md", "\u00e9.md")])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_for_two_files_is_refused(names):
    assert refusal(zipped([(name, b"x") for name in names])) == "archive-name-twice"


def test_a_locked_archive_is_refused():
    data = bytearray(zipped([("course.md", b"x")]))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1

    assert refusal(bytes(data)) == "archive-encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_refused(method):
    entry = zipfile.ZipInfo("course.md")
    entry.compress_type = method

    assert refusal(zipped([(entry, b"x" * 100)])) == "archive-method"


def test_a_file_that_swells_is_refused():
    assert refusal(zipped([("course.md", b"\0" * 3_000_000)])) == "archive-swells"


def test_a_claimed_size_is_not_believed():
    data = bytearray(zipped([("course.md", b"\0" * 3_000_000)]))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<L", data, directory + 24, 10)
    struct.pack_into("<L", data, 22, 10)

    assert refusal(bytes(data)) in ("archive-swells", "archive-broken")


def test_more_than_fits_is_refused_while_it_is_read(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000)

    assert refusal(zipped([(f"{number}.md", bytes(400)) for number in range(3)])) == "archive-unpacks-too-large"


def test_a_file_above_the_limit_of_media_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 1_000)

    assert refusal(zipped([("media/a.mp4", bytes(1_001))])) == "media-too-large"


def test_a_large_archive_is_refused_unread(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_ARCHIVE", 100)

    assert refusal(packed(FILES)) == "archive-too-large"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 5)

    assert refusal(zipped([(f"{number}.md", b"") for number in range(6)])) == "archive-too-many"


def test_a_directory_of_a_million_entries_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 46_000_000, 0, 0)

    assert refusal(bytes(100) + end) == "archive-too-many"


def test_the_large_kind_of_zip_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(zipfile, "ZipFile", None)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 46, 0, 0)

    assert refusal(struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1) + end) == "archive-broken"


def test_a_path_of_many_folders_is_refused():
    assert refusal(zipped([("a/" * 9 + "b.md", b"x")])) == "archive-too-deep"


@pytest.mark.parametrize("entries", [[], [("media/", b"")], [(".DS_Store", b"x")]])
def test_an_archive_of_nothing_is_refused(entries):
    assert refusal(zipped(entries)) == "archive-empty"


@pytest.mark.parametrize("data", [b"", b"PK", b"# Sapa\n", packed(FILES)[:-30], packed(FILES)[40:]])
def test_what_is_no_zip_is_refused(data):
    assert refusal(data) == "archive-broken"


def test_a_broken_file_is_refused():
    data = packed(FILES)
    place = data.index(b"\x89PNG") + 2

    assert refusal(data[:place] + b"?" + data[place + 1 :]) == "archive-broken"


@given(st.data())
def test_any_change_to_an_archive_gives_files_or_a_sentence(data):
    bytes_ = bytearray(packed(FILES, "kursus"))
    for _ in range(data.draw(st.integers(1, 4))):
        bytes_[data.draw(st.integers(0, len(bytes_) - 1))] = data.draw(st.integers(0, 255))

    result = unpacked(bytes(bytes_))

    assert bool(result.files) != any(sentence(each) and each.level == "error" for each in result.findings)


@given(st.binary(max_size=300))
def test_any_bytes_before_the_end_of_a_zip_give_files_or_a_sentence(body):
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(body), 0, 0)

    assert not unpacked(body + end).files
