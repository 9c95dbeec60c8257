"""A phone held over a printed page: the page of a PDF as a picture, and what its QR code says."""

import io
import tempfile
from pathlib import Path

import typst
import zxingcpp
from PIL import Image

_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("given.pdf", page: 1, width: 297mm)\n'


def scan(pdf: bytes) -> str:
    """What the QR code on the first page says."""
    found = zxingcpp.read_barcodes(_picture(pdf))
    assert len(found) == 1, f"{len(found)} codes on the page"
    return found[0].text


def _picture(pdf: bytes) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "given.pdf").write_bytes(pdf)
        Path(folder, "page.typ").write_text(_PAGE, encoding="utf-8")
        return Image.open(io.BytesIO(typst.compile(Path(folder, "page.typ"), format="png", ppi=150)))
