"""A merge that is saved with its marks: the text is kept, and the receipt says what is left to do."""

from elearn.studio import drafts

PATH = "01-mulai/01-sapa.md"
MERGED = "# Menyapa\n\n<<<<<< Tulisan Ratna\nSatu.\n====== Tulisan Anda\nDua.\n>>>>>> Sampai di sini\n"


def test_the_receipt_of_a_script_says_that_two_versions_are_left(studio, draft):
    told = studio.post(f"/studio/kursus/save/{PATH}", {"text": MERGED, "version": "1"}).json

    assert told["marked"] is True
    assert drafts.text_of(draft.id, PATH).data.decode() == MERGED


def test_the_receipt_of_a_script_says_that_none_are_left(studio, draft):
    told = studio.post(f"/studio/kursus/save/{PATH}", {"text": "# Menyapa\n\nSatu.\n", "version": "1"}).json

    assert told["marked"] is False


def test_the_receipt_of_a_form_says_that_two_versions_are_left_also_where_one_mark_is(studio, draft):
    one = "# Menyapa\n\nSatu.\n>>>>>> Sampai di sini\n"
    studio.post(f"/studio/kursus/edit/{PATH}", {"text": one, "version": "1"})

    page = studio.get(f"/studio/kursus/edit/{PATH}").text

    assert "Masih ada bagian dengan dua versi." in page
    assert drafts.text_of(draft.id, PATH).data.decode() == one
