"""The file: what it says, how it looks to machines, and that nothing typed runs in it."""

import json
import os
import subprocess
import sys
from datetime import date
from io import BytesIO

import pytest
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

import config
from elearn.certificates.pdf import TEMPLATE, CertificateNotMade, make_pdf, printed
from elearn.domain.certificate import outline
from tests.support.certificates import SNAPSHOT, snapshot

EVIL = '#eval("1+1") *tebal* _miring_ $x^2$ <label> @ref `kode` // catatan'
LONG_NAME = (
    "Prof. Dr. dr. Raden Ajeng Kusumaningtyas Purwodarminto Wirjosoemarto-Hadikusumo, S.Ked., Sp.PD., M.Kes., FINASIM."
)
LONG_TITLE = (
    "Pelindungan Data Pribadi dan Keamanan Informasi dalam Pelayanan Administrasi Kependudukan bagi Petugas Loket "
    "Kelurahan dan Kecamatan di Lingkungan Pemerintah Kota, Tahun Anggaran 2026 Angkatan Kesatu"
)
CROWDED = {
    "name": LONG_NAME,
    "course": LONG_TITLE,
    "unit": "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Contoh Timur, Dinas Kesehatan, Kota Contoh",
    "position": "Penyuluh Kesehatan Masyarakat Ahli Madya pada Seksi Promosi Kesehatan dan Pemberdayaan Masyarakat",
    "jp": 12,
    "outline": outline([(f"Modul {at}: menyelenggarakan pelayanan yang ramah", 10 + at) for at in range(20)], 12),
    "legal_basis": ("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",) * 5,
}
BARE = {"position": "", "rank": "", "grade": "", "unit": "", "signatory_name": "", "legal_basis": ()}


def _reader(**changes: object) -> PdfReader:
    return PdfReader(BytesIO(make_pdf(snapshot(**changes))))


def _text(page: int, **changes: object) -> str:
    return " ".join(_reader(**changes).pages[page].extract_text().split())


def _picture(page: int, **changes: object) -> Image.Image:
    """A side of the certificate, drawn by typst from the same source as the file."""
    data = printed(snapshot(**changes), (TEMPLATE / "emblem.svg").read_bytes())
    pages = typst.compile(
        TEMPLATE / "certificate.typ",
        root=TEMPLATE,
        font_paths=typst.Fonts(include_system_fonts=False),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        format="png",
        ppi=100,
    )
    return Image.open(BytesIO(pages[page])).convert("RGB")


@pytest.mark.parametrize(
    "words",
    [
        "PEMERINTAH KOTA TANGERANG SELATAN",
        "SERTIFIKAT",
        "Nomor: 800/17/BKPSDM/2026",
        "Diberikan kepada Siti Rahmawati, S.Sos.",
        "19860926 201505 2 001",
        "Penata Muda Tk. I / III/b",
        "Kelurahan Contoh, Kecamatan Contoh",
        "yang telah menyelesaikan pelatihan Pelayanan Publik Prima yang diselenggarakan oleh BKPSDM",
        "selama 3 (tiga) jam pelajaran.",
        "Tangerang Selatan, 24 November 2026",
        "Kepala BKPSDM, Kepala Contoh, S.H., M.Si.",
        "Keaslian sertifikat dapat diperiksa di https://elearn.example.go.id/v/7KQ4M2XWPZ9D3HRA",
        "7KQ4-M2XW-PZ9D-3HRA",
        "Sertifikat ini belum ditandatangani secara elektronik.",
    ],
)
def test_the_front_says(words):
    assert words in _text(0)


@pytest.mark.parametrize(
    "words",
    [
        "Materi pelatihan",
        "No Materi Menit JP",
        "1 Standar pelayanan 24 0,96",
        "Jumlah 75 3",
        "Undang-Undang Nomor 25 Tahun 2009",
        "Edisi pelatihan ke-2",
    ],
)
def test_the_back_says(words):
    assert words in _text(1)


def test_the_score_is_not_printed():
    assert "87" not in _text(0) + _text(1)


def test_the_birth_date_stands_nowhere_but_in_the_nip():
    assert "26 September 1986" not in _text(0)


@pytest.mark.parametrize("changes", [{}, CROWDED, BARE], ids=["usual", "crowded", "bare"])
def test_a_certificate_has_two_sides_of_a4_in_landscape(changes):
    pages = _reader(**changes).pages

    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [(842, 595)] * 2


@pytest.mark.parametrize("changes", [CROWDED, BARE], ids=["crowded", "bare"])
@pytest.mark.parametrize("page", [0, 1])
def test_nothing_is_printed_outside_the_frame(changes, page):
    picture = _picture(page, **changes)

    margin = round(7.5 / 25.4 * 100)
    width, height = picture.size
    sides = [
        (0, 0, width, margin),
        (0, height - margin, width, height),
        (0, 0, margin, height),
        (width - margin, 0, width, height),
    ]
    assert all(picture.crop(side).getcolors() is not None for side in sides)
    assert {color for side in sides for _, color in picture.crop(side).getcolors()} == {(255, 255, 255)}


def test_every_word_of_a_crowded_certificate_is_there():
    front = _text(0, **CROWDED)

    assert all(word in front for word in (LONG_NAME + " " + LONG_TITLE).split())


def test_the_signature_stays_at_the_foot_of_a_crowded_certificate():
    crowded, usual = (_picture(0, **changes) for changes in (CROWDED, {}))

    width, height = usual.size
    foot = (0, round(height * 0.78), width, height)
    assert crowded.crop(foot).tobytes() == usual.crop(foot).tobytes()


@pytest.mark.parametrize("field", ["name", "course", "unit", "position", "organizer", "signatory_name", "place"])
def test_what_a_person_typed_is_printed_as_it_stands(field):
    assert EVIL in _text(0, **{field: EVIL})


def test_what_a_trainer_typed_in_a_module_title_is_printed_as_it_stands():
    assert EVIL in _text(1, outline=outline([(EVIL, 5)], 1))


def test_the_qr_code_leads_to_the_public_check():
    picture = _picture(0)

    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [SNAPSHOT.verify_address]


def test_the_same_snapshot_gives_the_same_bytes_in_another_process():
    script = (
        "import sys; from elearn.certificates.pdf import make_pdf; from tests.support.certificates import snapshot;"
        "sys.stdout.buffer.write(make_pdf(snapshot()))"
    )

    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout

    assert other == make_pdf(snapshot())


def test_another_snapshot_gives_other_bytes():
    assert make_pdf(snapshot()) != make_pdf(snapshot(issued_on=date(2026, 11, 25)))


def test_the_file_tells_its_language_and_title():
    reader = _reader()

    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.metadata.title == "Sertifikat Pelayanan Publik Prima: Siti Rahmawati, S.Sos."


def test_the_file_claims_pdf_ua_and_pdf_a():
    claims = _reader().trailer["/Root"]["/Metadata"].get_data().decode()

    assert "<pdfuaid:part>1</pdfuaid:part>" in claims
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in claims


def _tags(element: object) -> list[tuple[str, str]]:
    """Every tag of the structure tree with its alternative text, in reading order."""
    found = []
    node = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(node, list):
        for child in node:
            found += _tags(child)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append((str(node["/S"]), str(node.get("/Alt", ""))))
        found += _tags(node["/K"]) if "/K" in node else []
    return found


def test_screen_readers_find_headings_a_table_and_words_for_pictures():
    tags = _tags(_reader().trailer["/Root"]["/StructTreeRoot"])

    assert [tag for tag, _ in tags if tag in ("/H1", "/H2")] == ["/H1", "/H2"]
    assert [tag for tag, _ in tags].count("/TH") == 4
    assert [alt for tag, alt in tags if tag == "/Figure"] == [
        "Lambang BKPSDM Kota Tangerang Selatan",
        f"Kode QR menuju {SNAPSHOT.verify_address}",
    ]


def test_every_font_is_inside():
    fonts = [font.get_object() for page in _reader().pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]

    assert described
    assert all("/FontFile3" in each or "/FontFile2" in each for each in described)


def test_the_emblem_of_the_organizer_takes_the_place_of_the_neutral_one(tmp_path):
    emblem = tmp_path / "lambang.png"
    Image.new("RGB", (64, 64), (200, 0, 0)).save(emblem)

    made = make_pdf(snapshot(), emblem)

    assert any(page.images for page in PdfReader(BytesIO(made)).pages)


def test_a_name_that_no_embedded_font_draws_is_refused():
    with pytest.raises(CertificateNotMade, match="李"):
        make_pdf(snapshot(name="李"))


def test_an_emblem_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CertificateNotMade, match="tidak-ada"):
        make_pdf(snapshot(), tmp_path / "tidak-ada.svg")


FORKED = """
import os, sys
from elearn.certificates.pdf import make_pdf
from tests.support.certificates import SNAPSHOT

if __name__ == "__main__":
    before = make_pdf(SNAPSHOT)
    child = os.fork()
    if not child:
        os._exit(0 if make_pdf(SNAPSHOT) == before else 1)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_process_forked_after_a_certificate_was_made_makes_the_same_one(tmp_path):
    (tmp_path / "forked.py").write_text(FORKED)
    environment = {**os.environ, "PYTHONPATH": str(config.ROOT)}

    done = subprocess.run([sys.executable, tmp_path / "forked.py"], env=environment, timeout=60, check=False)

    assert done.returncode == 0
