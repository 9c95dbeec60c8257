"""Plain Markdown taken in as a course: where each file comes to stand, and what has no place."""

from elearn.coursetext.archive import Unpacked
from elearn.coursetext.load import load
from elearn.coursetext.plain import take_in

BOOK = {
    "README.md": b"# Buku saku loket\n\nTentang loket. [Mulai](Bab%202/sapa.md)\n",
    "Bab 10/akhir.md": b"# Akhir\n\nSelesai.\n",
    "Bab 2/2. dengar.md": b"# Mendengarkan\n\n[Kembali](sapa.md#ramah) ke sana.\n",
    "Bab 2/1. Menyapa warga.markdown": b"# Menyapa\n\n![Alur](../gambar/Alur%20loket.svg)\n",
    "Bab 2/sapa.md": b"# Sapa\n\n## Ramah\n\nHalo.\n",
    "gambar/Alur loket.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "lampiran.docx": b"PK",
}


def taken(files, folder=""):
    return take_in(Unpacked(files, (), folder))


def test_a_folder_with_a_course_file_stays_as_it_is():
    files = {"course.md": b"---\ntitle: Loket\njp: 1\n---\n", "01-a/01-b.md": b"x", "catatan.txt": b"y"}

    result = taken(files)

    assert (result.files, result.findings, result.title) == (files, (), "Loket")


def test_the_one_folder_with_a_course_file_is_the_course_and_the_rest_is_named():
    files = {
        "README.md": b"x",
        "kursus/loket/course.md": b"---\ntitle: Loket\n---\n",
        "kursus/loket/01-a/01-b.md": b"x",
    }

    result = taken(files)

    assert set(result.files) == {"course.md", "01-a/01-b.md"}
    assert [(each.code, each.file) for each in result.findings] == [("plain-outside-course", "README.md")]


def test_folders_become_modules_and_texts_lessons_in_the_order_people_read():
    assert list(taken(BOOK).files) == [
        "course.md",
        "01-bab-2/01-menyapa-warga.md",
        "01-bab-2/02-dengar.md",
        "01-bab-2/03-sapa.md",
        "02-bab-10/01-akhir.md",
        "media/alur-loket.svg",
    ]


def test_the_title_and_the_description_come_from_the_readme():
    result = taken(BOOK)

    assert result.title == "Buku saku loket"
    assert b'title: "Buku saku loket"' in result.files["course.md"]
    assert b"Tentang loket." in result.files["course.md"]


def test_links_and_pictures_lead_where_they_led():
    files = taken(BOOK).files

    assert b"![Alur](../media/alur-loket.svg)" in files["01-bab-2/01-menyapa-warga.md"]
    assert b"[Kembali](03-sapa.md#ramah)" in files["01-bab-2/02-dengar.md"]
    assert b"[Mulai](01-bab-2/03-sapa.md)" in files["course.md"]


def test_an_address_between_angle_brackets_may_have_spaces_and_still_leads_there():
    texts = {
        "Bab 1/satu.md": b'# Satu\n\nLanjut ke [dua](<../Bab 2/dua.md> "Dua").\n\n[d]: <../Bab 2/dua.md#a>\n',
        "Bab 2/dua.md": b"# Dua\n\nHalo.\n",
    }

    files = taken(texts).files

    assert b'[dua](<../02-bab-2/01-dua.md> "Dua")' in files["01-bab-1/01-satu.md"]
    assert b"[d]: <../02-bab-2/01-dua.md#a>" in files["01-bab-1/01-satu.md"]


def test_what_finds_no_place_is_named():
    said = {each.code: each.file for each in taken(BOOK).findings}

    assert said == {"plain-no-place": "lampiran.docx", "plain-jp-guessed": "course.md"}


def test_what_was_taken_in_has_nothing_to_mend():
    loaded = load("buku-saku", dict(taken(BOOK).files))

    assert [each for each in loaded.findings if each.level == "error"] == []
    assert [unit.title for unit in loaded.course.units] == ["Menyapa", "Mendengarkan", "Sapa", "Akhir"]


def test_one_text_makes_a_course_called_after_it():
    result = taken({"Menyapa warga.md": b"Halo.\n"})

    assert list(result.files) == ["course.md", "01-menyapa-warga/01-menyapa-warga.md"]
    assert result.title == "Menyapa warga"


def test_texts_of_one_name_and_of_reserved_names_get_keys_of_their_own():
    result = taken({"media/a.md": b"x", "media/A!.md": b"x", "bank/module.md": b"x"})

    assert [path for path in result.files if path != "course.md"] == [
        "01-bank-2/01-module-2.md",
        "02-media-2/01-a.md",
        "02-media-2/02-a-2.md",
    ]


def test_a_folder_without_texts_is_refused():
    result = taken({"a.docx": b"x"})

    assert (dict(result.files), [each.code for each in result.findings]) == ({}, ["plain-nothing"])


def test_bytes_that_are_no_text_are_taken_in_as_they_are():
    result = taken({"a.md": b"\xff\xfe![x](y.png)", "y.png": b"\x89PNG"})

    assert result.files["01-a/01-a.md"] == b"\xff\xfe![x](y.png)"
