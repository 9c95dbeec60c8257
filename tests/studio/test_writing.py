"""The editor without JavaScript, saving for a script, and two people in one file."""

import pytest

from elearn.studio import drafts
from tests.support.courses import lesson

PATH = "01-mulai/01-sapa.md"
PAGE = f"/studio/kursus/edit/{PATH}"
SAVE = f"/studio/kursus/save/{PATH}"


def stored(draft, path=PATH):
    return drafts.files_of(draft.id)[path]


def text(draft):
    return stored(draft).decode()


def send(visitor, **fields):
    return visitor.client.post(SAVE, json=fields, headers={"X-CSRFToken": visitor.token()})


def test_the_editor_shows_the_text_and_what_to_mend(studio, write):
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", PATH: "---\ntitle: Sapa\n---\n\n![](../media/tiada.png)\n"})

    page = studio.get(PAGE).text

    assert "![](../media/tiada.png)" in page
    assert "Baris 5" in page


def test_a_saved_text_stands_there_for_everybody(studio, draft, visit, people):
    answer = studio.post(PAGE, {"text": lesson("Menyapa", "Baru."), "version": "1"})

    assert answer.status_code == 303
    assert "Baru." in visit(people.create(roles="admin")).get(PAGE).text


def test_a_form_keeps_line_ends_and_byte_order_mark_of_the_file(studio, write):
    before = b"\xef\xbb\xbf---\r\ntitle: Sapa\r\n---\r\n\r\nSatu.\r\n"
    draft = write({"course.md": "---\ntitle: A\njp: 1\n---\n", PATH: before})

    studio.post(PAGE, {"text": "---\r\ntitle: Sapa\r\n---\r\n\r\nSatu.\r\nDua.\r\n", "version": "1"})

    assert stored(draft) == before + b"Dua.\r\n"


def test_a_save_over_newer_text_is_refused_with_both_texts_and_their_merge(studio, draft, visit, people):
    mine, theirs = text(draft).replace("Warga disapa", "Pemohon disapa"), text(draft) + "\nDari admin.\n"
    visit(people.create("Ratna Dewi", roles="admin")).post(PAGE, {"text": theirs, "version": "1"})

    answer = studio.post(PAGE, {"text": mine, "version": "1"})

    assert answer.status_code == 409
    assert text(draft) == theirs
    assert "Ratna Dewi menyimpan berkas ini" in answer.text
    assert answer.text.count("Pemohon disapa") == 2
    assert answer.text.count("Dari admin.") == 2


def test_the_merged_text_is_saved_over_the_newer_version(studio, draft, visit, people):
    visit(people.create(roles="admin")).post(PAGE, {"text": "Dari admin.\n", "version": "1"})

    answer = studio.post(PAGE, {"text": "Dari berdua.\n", "version": "2"})

    assert answer.status_code == 303
    assert text(draft) == "Dari berdua.\n"


def test_saving_the_same_text_again_makes_no_version(studio, draft):
    studio.post(PAGE, {"text": text(draft), "version": "1"})

    assert drafts.text_of(draft.id, PATH).version == 1


def test_a_script_gets_a_receipt(studio, draft):
    answer = send(studio, text="Baru.\n", version=1)

    assert (answer.status_code, answer.json["version"]) == (200, 2)
    assert answer.json["saved_at"].count(".") == 2
    assert text(draft) == "Baru.\n"


def test_a_script_that_is_late_gets_what_stands_there_and_the_merge(studio, draft, visit, people):
    base = text(draft)
    send(visit(people.create("Ratna Dewi", roles="admin")), text=f"{base}Dari admin.\n", version=1)

    answer = send(studio, text=base.replace("Menyapa", "Sapa"), version=1)

    assert answer.status_code == 409
    assert {name: answer.json[name] for name in ("version", "by", "text", "conflicts")} == {
        "version": 2,
        "by": "Ratna Dewi",
        "text": f"{base}Dari admin.\n",
        "conflicts": 0,
    }
    assert answer.json["merged"] == base.replace("Menyapa", "Sapa") + "Dari admin.\n"


@pytest.mark.parametrize("sent", [[], "teks", {}, {"text": 3, "version": 1}, {"text": "a", "version": "x"}])
def test_what_is_no_text_with_a_version_is_refused(studio, draft, sent):
    answer = studio.client.post(SAVE, json=sent, headers={"X-CSRFToken": studio.token()})

    assert answer.status_code == 400


def test_a_text_of_five_megabytes_comes_back_with_a_sentence(studio, draft):
    pasted = "Kalimat yang panjang.\n" * 240_000

    answer = studio.client.post(PAGE, data={"csrf_token": studio.token(), "text": pasted, "version": "1"})

    assert answer.status_code == 413
    assert "belum disimpan karena terlalu panjang" in answer.text
    assert answer.text.count("Kalimat yang panjang.") == 240_000
    assert "Warga disapa" in text(draft)


def test_a_script_with_five_megabytes_is_told_the_limit(studio, draft):
    answer = send(studio, text="a" * 5_000_000, version=1)

    assert (answer.status_code, answer.json["error"]) == (413, "text-too-large")


def test_a_stranger_may_not_send_much(visit, draft):
    stranger = visit(None)

    answer = stranger.client.post(PAGE, data={"csrf_token": stranger.token(), "text": "a" * 300_000, "version": "1"})

    assert answer.status_code == 413


def test_the_title_of_the_draft_follows_its_course_file(studio, draft):
    course = "---\ntitle: Menyapa dengan ramah\njp: 1\n---\n"

    studio.post("/studio/kursus/edit/course.md", {"text": course, "version": "1"})

    assert "Menyapa dengan ramah" in studio.get("/studio/kursus/").text


@pytest.mark.parametrize("path", ["tiada.md", "media/langkah.svg", "01-mulai"])
def test_only_texts_of_the_draft_have_an_editor(studio, write, path):
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", PATH: "# Sapa\n", "media/langkah.svg": "<svg/>"})

    assert studio.get(f"/studio/kursus/edit/{path}").status_code == 404


def test_markup_in_a_text_is_shown_as_it_was_typed(studio, draft):
    studio.post(PAGE, {"text": "</textarea><script>alert(1)</script>\n", "version": "1"})

    assert "<script>alert" not in studio.get(PAGE).text


def test_the_editor_names_the_text_and_shows_where_it_stands_in_the_course(studio, draft):
    page = studio.get(PAGE).text

    assert ">Menyapa</h1>" in page
    assert f'href="{PAGE}" aria-current="page"' in page
    assert 'href="/studio/kursus/edit/01-mulai/03-kuis.md"' in page
    assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize("address", [SAVE, PAGE.replace("/edit/", "/preview/")])
def test_a_script_of_somebody_who_is_signed_out_is_told_so(visit, draft, address):
    fields, asking = {"text": "a", "version": "1"}, {"Accept": "application/json"}

    answer = visit(None).client.post(address, data=fields, headers=asking)

    assert answer.status_code == 401
