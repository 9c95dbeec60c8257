"""Media: what is taken in, how it is served, how it gets into a text."""

from io import BytesIO

import pytest
from PIL import Image

from elearn.studio import drafts, removals, uploads
from tests.support.courses import PICTURE, small_course

FILES = "/studio/kursus/files"


def picture(size=(2400, 1200), kind="JPEG", **options):
    written = BytesIO()
    Image.new("RGB", size, "teal").save(written, kind, **options)
    return written.getvalue()


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "Kamera rahasia"
    exif[0x0112] = 6
    return picture(exif=exif)


def send(visitor, *sent, **options):
    files = [(BytesIO(data), name) for name, data in sent]
    return visitor.post(FILES, {"file": files}, content_type="multipart/form-data", **options)


def media(draft):
    return {path: data for path, data in drafts.files_of(draft.id).items() if path.startswith("media/")}


def test_a_photo_becomes_a_small_upright_webp_without_what_the_camera_wrote(studio, draft):
    send(studio, ("Loket Pagi.JPG", with_place()))

    (path, data) = next(iter(media(draft).items()))
    image = Image.open(BytesIO(data))
    assert path == "media/loket-pagi.webp"
    assert (image.format, image.size) == ("WEBP", (800, 1600))
    assert b"Kamera rahasia" not in data


def test_a_transparent_picture_stays_transparent(studio, draft):
    written = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")

    send(studio, ("a.png", written.getvalue()))

    assert Image.open(BytesIO(media(draft)["media/a.webp"])).mode == "RGBA"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gambar.png", b"<html><script>alert(1)</script></html>"),
        ("gambar.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("gambar.jpg", b"\xff\xd8\xff rusak"),
        ("program.exe", b"MZ\x00"),
        ("kosong.png", b""),
    ],
)
def test_what_is_no_media_by_its_content_is_refused_with_its_name(studio, draft, name, data):
    answer = send(studio, (name, data))

    assert media(draft) == {}
    assert name in studio.get(answer.location).text


def test_a_picture_that_claims_to_be_huge_is_refused(studio, draft):
    small = bytearray(picture((1, 1), "PNG"))
    small[16:24] = (60_000).to_bytes(4, "big") * 2

    send(studio, ("bom.png", bytes(small)))

    assert media(draft) == {}


@pytest.mark.parametrize("name", ["../../etc/passwd.svg", "..\\..\\a.svg", ".svg", "media/x/y.svg"])
def test_a_name_never_leads_out_of_the_folder_of_media(studio, draft, name):
    send(studio, (name, PICTURE.encode()))

    path = next(iter(media(draft)))
    assert path.count("/") == 1
    assert ".." not in path


def test_the_same_name_twice_keeps_both_and_the_same_bytes_once(studio, draft):
    send(studio, ("a.svg", PICTURE.encode()))
    send(studio, ("a.svg", PICTURE.encode()))
    send(studio, ("a.svg", PICTURE.replace("120", "121").encode()))

    assert sorted(media(draft)) == ["media/a-2.svg", "media/a.svg"]


def test_a_script_gets_the_paths_and_the_sentences(studio, draft):
    json = {"Accept": "application/json"}

    answer = send(studio, ("a.svg", PICTURE.encode()), ("b.png", b"bukan"), headers=json)

    assert answer.json["paths"] == ["media/a.svg"]
    assert answer.json["problems"][0].startswith("b.png: ")


def test_a_file_may_be_larger_than_other_forms_are(studio, draft):
    send(studio, ("a.pdf", b"%PDF-1.7\n" + b"0" * 450_000))

    assert len(media(draft)["media/a.pdf"]) == 450_009


def test_more_than_an_upload_may_hold_is_answered_with_a_page(studio, draft):
    token = {"X-CSRFToken": studio.token(), "Content-Type": "multipart/form-data; boundary=x"}

    answer = studio.client.post(FILES, headers=token, environ_overrides={"CONTENT_LENGTH": "64000001"})

    assert answer.status_code == 413
    assert "melebihi batas" in answer.text


def test_a_full_course_takes_no_more(studio, draft, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_FILES", 4)

    answer = send(studio, ("a.svg", PICTURE.encode()))

    assert media(draft) == {}
    assert "sudah penuh" in studio.get(answer.location).text


def test_media_of_a_draft_are_served_so_that_nothing_in_them_runs(studio, draft, visit, people):
    send(studio, ("a.svg", PICTURE.encode()))

    answer = studio.get("/studio/kursus/media/a.svg")

    assert answer.data == PICTURE.encode()
    assert answer.mimetype == "image/svg+xml"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert visit(people.create(roles="trainer")).get("/studio/kursus/media/a.svg").status_code == 404


def test_inserting_asks_for_an_alternative_text(studio, draft):
    send(studio, ("a.svg", PICTURE.encode()))
    before = drafts.files_of(draft.id)

    answer = studio.post(f"{FILES}/insert", {"path": "media/a.svg", "into": "01-mulai/01-sapa.md"})

    assert "untuk yang tidak dapat melihatnya" in studio.get(answer.location).text
    assert drafts.files_of(draft.id) == before


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"alternative": "Tiga [lingkaran]"}, "![Tiga \\[lingkaran\\]](../media/a.svg)"),
        ({"decorative": "y"}, "![](../media/a.svg){.decorative}"),
    ],
)
def test_a_picture_is_shown_at_the_end_of_the_chosen_text(studio, draft, fields, written):
    send(studio, ("a.svg", PICTURE.encode()))
    before = drafts.files_of(draft.id)["01-mulai/01-sapa.md"]

    studio.post(f"{FILES}/insert", {"path": "media/a.svg", "into": "01-mulai/01-sapa.md", **fields})

    assert drafts.files_of(draft.id)["01-mulai/01-sapa.md"] == before + f"\n{written}\n".encode()


def test_a_removed_file_comes_back(studio, draft):
    send(studio, ("a.svg", PICTURE.encode()))

    answer = studio.post("/studio/kursus/remove", {"path": "media/a.svg", "from": "files"})
    gone = media(draft) == {}
    studio.post("/studio/kursus/undo", {"removal": removals.removals(draft.id)[0].id, "from": "files"})

    assert answer.location.startswith(FILES)
    assert gone
    assert list(media(draft)) == ["media/a.svg"]


def test_a_course_without_media_says_so(studio, write):
    write(small_course())

    assert "Belum ada gambar atau berkas." in studio.get(FILES).text
