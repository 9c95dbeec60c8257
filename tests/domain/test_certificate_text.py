"""What a certificate says, in words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from elearn.domain.certificate_text import for_myasn, identity, jp_texts, printable, statement
from tests.support.certificates import snapshot

PAID = {"nip": "199203142025212001", "status_label": "PPPK", "rank": "", "grade": "IX"}


def test_a_pns_is_named_with_rank_and_grade():
    rows = identity(snapshot())

    assert rows == (
        ("NIP", "19860926 201505 2 001"),
        ("Pangkat/Golongan", "Penata Muda Tk. I / III/b"),
        ("Jabatan", "Pengelola Pelayanan Umum"),
        ("Unit kerja", "Kelurahan Contoh, Kecamatan Contoh"),
    )


def test_a_pppk_has_a_grade_and_no_rank():
    rows = dict(identity(snapshot(**PAID)))

    assert rows["NI PPPK"] == "19920314 202521 2 001"
    assert rows["Golongan"] == "IX"


def test_a_rank_recorded_by_mistake_is_not_printed_for_a_pppk():
    rows = dict(identity(snapshot(**{**PAID, "rank": "Penata"})))

    assert rows["Golongan"] == "IX"


def test_what_is_not_known_is_left_off():
    rows = identity(snapshot(position="", rank="", grade="", unit=""))

    assert [label for label, _ in rows] == ["NIP"]


def test_the_statement_names_organizer_days_and_jp_in_words():
    sentence = statement(snapshot(jp=21)).replace("\u00a0", " ")

    assert sentence == (
        "yang diselenggarakan oleh BKPSDM Kota Tangerang Selatan dari tanggal 2 November 2026 sampai dengan "
        "20 November 2026 selama 21 (dua puluh satu) jam pelajaran."
    )


def test_a_course_taken_in_one_day_names_one_day():
    sentence = statement(snapshot(started_on=date(2026, 11, 20))).replace("\u00a0", " ")

    assert "pada tanggal 20 November 2026 selama" in sentence


def test_a_date_is_never_broken_over_two_lines():
    assert "20\u00a0November\u00a02026" in statement(snapshot())


def test_myasn_gets_its_fields_as_it_writes_them():
    fields = dict(for_myasn(snapshot()))

    assert fields == {
        "Jenis diklat": "Kursus",
        "Nama diklat": "Pelayanan Publik Prima",
        "Institusi penyelenggara": "BKPSDM Kota Tangerang Selatan",
        "Nomor sertifikat": "800/17/BKPSDM/2026",
        "Tahun": "2026",
        "Tanggal mulai": "02-11-2026",
        "Tanggal selesai": "20-11-2026",
        "Durasi (jam pelajaran)": "3",
        "Jenis kompetensi": "Kompetensi teknis",
    }


@pytest.mark.parametrize(
    ("shares", "texts"),
    [(("1", "2"), ("1", "2")), (("0.96", "1.24", "0.8"), ("0,96", "1,24", "0,80")), (("1", "0.5"), ("1,00", "0,50"))],
)
def test_a_column_of_jp_stands_in_line(shares, texts):
    assert jp_texts([Decimal(share) for share in shares]) == texts


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Siti\u202e amsahR", "Siti amsahR"),
        ("Siti\u200b\u00adRahma\x00", "SitiRahma"),
        ("Layanan 🎉 prima ✨\ufe0f", "Layanan prima"),
        (" dua\n baris\t", "dua baris"),
        ("20\u00a0November", "20\u00a0November"),
        ("A → B, ½, é", "A → B, ½, é"),
        ("#eval(1) *x*", "#eval(1) *x*"),
    ],
)
def test_only_what_paper_can_show_is_printed(text, printed):
    assert printable(text) == printed


@given(some.text())
def test_what_is_printable_stays_as_it_is(text):
    assert printable(printable(text)) == printable(text)
