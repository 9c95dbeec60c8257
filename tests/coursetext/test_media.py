"""A media file is what its content says, and a drawing is only a drawing."""

import struct
from io import BytesIO
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from elearn.coursetext.findings import Finding
from elearn.coursetext.media.inspect import LARGEST_FILE, LARGEST_PICTURE, MediaFile, inspect


def _picture(format: str, size: tuple[int, int] = (4, 3), **options: object) -> bytes:
    file = BytesIO()
    Image.new("RGB", size).save(file, format, **options)
    return file.getvalue()


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def _mp4(width: int, height: int, seconds: int, brand: bytes = b"isom") -> bytes:
    head = _box(b"mvhd", bytes(12) + struct.pack(">II", 1000, seconds * 1000))
    track = _box(b"trak", _box(b"tkhd", bytes(76) + struct.pack(">II", width << 16, height << 16)))
    return _box(b"ftyp", brand + bytes(4)) + _box(b"moov", head + track) + _box(b"mdat", bytes(100))


def _webm(seconds: float) -> bytes:
    def element(name: str, content: bytes) -> bytes:
        return bytes.fromhex(name) + bytes([0x80 | len(content)]) + content

    info = element("1549A966", element("2AD7B1", b"\x0f\x42\x40") + element("4489", struct.pack(">f", seconds * 1000)))
    video = element("1654AE6B", element("AE", element("E0", element("B0", b"\x01\x40") + element("BA", b"\x00\xb4"))))
    return element("1A45DFA3", element("4282", b"webm")) + element("18538067", info + video)


def _svg(inside: str = "", attributes: str = 'width="120" height="60"', head: str = "") -> bytes:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def _known(data: bytes, path: str = "media/berkas.bin") -> MediaFile:
    file = inspect("pelayanan", path, data)
    assert isinstance(file, MediaFile), file
    return file


def _refused(data: bytes) -> Finding:
    finding = inspect("pelayanan", "media/berkas.svg", data)
    assert isinstance(finding, Finding), finding
    return finding


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_is_known_by_its_content_with_its_size(format: str) -> None:
    file = _known(_picture(format), "media/gambar.txt")

    assert (file.content_type, file.width, file.height) == (f"image/{format.lower()}", 4, 3)


def test_the_address_of_a_file_changes_with_its_content_and_takes_nothing_from_its_name() -> None:
    data = _picture("PNG")
    file = _known(data, 'media/"><script>.html')

    assert file.address == f"/courses/pelayanan/media/{file.digest[:16]}.png"
    assert file.digest != _known(_picture("PNG", (5, 3))).digest
    assert file.size == len(data)


def test_a_picture_taken_sideways_has_the_size_it_is_shown_in() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    file = _known(_picture("JPEG", (4, 3), exif=exif))

    assert (file.width, file.height) == (3, 4)


@pytest.mark.parametrize(
    ("data", "content_type", "width", "height", "seconds"),
    [
        (_mp4(640, 360, 95), "video/mp4", 640, 360, 95),
        (_mp4(0, 0, 30, b"M4A "), "audio/mp4", 0, 0, 30),
        (_webm(12.0), "video/webm", 320, 180, 12),
        (b"ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x00" + bytes(160_000), "audio/mpeg", 0, 0, 10),
        (b"\xff\xfb\x90\x00" + bytes(160_000), "audio/mpeg", 0, 0, 10),
        (
            b"OggS" + bytes(24) + b"OpusHead" + bytes(20) + b"OggS\x00\x00" + struct.pack("<q", 480_000),
            "audio/ogg",
            0,
            0,
            10,
        ),
        (b"%PDF-1.7\n", "application/pdf", 0, 0, 0),
    ],
)
def test_other_media_are_known_by_their_first_bytes(
    data: bytes, content_type: str, width: int, height: int, seconds: int
) -> None:
    file = _known(data)

    assert (file.content_type, file.width, file.height, file.seconds) == (content_type, width, height, seconds)


@pytest.mark.parametrize(
    "data",
    [
        *[b"", b"<html><script>alert(1)</script>", b"MZ\x90", b"PK\x03\x04", b"<svg>", b"<svg xmlns='x'/>"],
        *[b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF1234WAVE", b"\x1a\x45\xdf\xa3matroska", b"OggS"],
        _mp4(1, 1, 1, b"qt  "),
    ],
)
def test_what_is_none_of_them_is_refused(data: bytes) -> None:
    assert _refused(data).code == "media-type"


def test_a_picture_and_other_media_have_limits() -> None:
    assert _refused(_picture("PNG") + bytes(LARGEST_PICTURE)).code == "media-too-large"
    assert _refused(_mp4(1, 1, 1) + bytes(LARGEST_FILE)).code == "media-too-large"
    assert _known(_mp4(1, 1, 1) + bytes(LARGEST_PICTURE)).size > LARGEST_PICTURE


@pytest.mark.parametrize("side", [7_000, 10_000, 30_000])
def test_a_small_file_that_claims_many_pixels_is_refused(side: int) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    honest = _picture("PNG")
    claiming = honest[:12] + header + struct.pack(">I", crc32(header)) + honest[33:]

    assert _refused(claiming).code == "media-too-large"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="120" height="60"', (120, 60)),
        ('width="120px" height="60.4px"', (120, 60)),
        ('viewBox="0 0 300 200"', (300, 200)),
        ('width="150" viewBox="0 0 300 200"', (150, 100)),
        ('width="100%" height="100%" viewBox="0,0,30,20"', (30, 20)),
        ('width="1in"', (96, 150)),
        ("", (300, 150)),
        ('width="1e9" height="-3"', (300, 150)),
    ],
)
def test_a_drawing_has_the_size_that_it_says_or_shows(attributes: str, size: tuple[int, int]) -> None:
    file = _known(_svg("<path d='M0 0'/>", attributes))

    assert (file.content_type, file.width, file.height) == ("image/svg+xml", *size)


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Alur</title><g fill='url(#a)'><path d='M0 0' style='fill:url(#a);stroke:#000'/></g>",
        "<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs><use href='#a'/>",
        "<style>.a{fill:#123}</style><text class='a'>Data: satu</text>",
        "<metadata xmlns:i='http://www.inkscape.org/namespaces/inkscape'><i:x/></metadata>",
    ],
)
def test_a_drawing_as_programs_save_it_is_fine(inside: str) -> None:
    assert _known(_svg(inside, head='<?xml version="1.0" encoding="UTF-8"?>\n<!-- Alur -->\n'))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<g onclick='alert(1)'/>",
        "<path d='M0 0' OnLoad='alert(1)'/>",
        "<foreignObject><p>a</p></foreignObject>",
        "<a href='https://a.id'><path d='M0 0'/></a>",
        "<image href='https://a.id/a.png'/>",
        "<use href='https://a.id/a.svg#b'/>",
        "<use xlink:href='data:image/svg+xml,x' xmlns:xlink='http://www.w3.org/1999/xlink'/>",
        "<use href=' java&#10;script:alert(1)'/>",
        "<path fill='url(https://a.id/a)'/>",
        "<path style='fill:url( \"//a.id/a\")'/>",
        "<style>@import 'https://a.id/a.css';</style>",
        "<style>path{fill:u\\72l(https://a.id)}</style>",
        "<style>path{background:image-set('https://a.id/a' 1x)}</style>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<animate attributeName='xlink:href' to='#a'/>",
        "<set attributeName='onclick' to='alert(1)'/>",
        "<animate attributeName='x' values='0;java script:alert(1)'/>",
        "<handler type='text/javascript'>alert(1)</handler>",
        "<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>",
        "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<iframe/>",
        "<?xml-stylesheet href='javascript:alert(1)'?>",
        "<g xml:base='https://a.id/'/>",
    ],
)
def test_a_drawing_that_could_run_or_fetch_is_refused(inside: str) -> None:
    assert _refused(_svg(inside)).code == "svg-unsafe"


@pytest.mark.parametrize("inside", ['<!ENTITY a "b">', "<!ELEMENT svg ANY>", "<!ATTLIST svg x CDATA 'y'>"])
def test_a_drawing_with_declarations_of_its_own_is_refused(inside: str) -> None:
    assert _refused(_svg(head=f"<!DOCTYPE svg [{inside}]>")).code == "svg-unsafe"


@pytest.mark.parametrize("encoding", ["UTF-16", "iso-2022-jp", "utf-7", "iso-8859-1"])
def test_a_drawing_that_browsers_could_read_differently_is_refused(encoding: str) -> None:
    assert _refused(_svg(head=f'<?xml version="1.0" encoding="{encoding}"?>')).code in {"svg-unsafe", "media-type"}


def test_the_line_that_older_programs_write_is_no_danger() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'

    assert _known(_svg(head=doctype))


def test_a_drawing_of_very_many_levels_is_read_without_harm() -> None:
    assert _known(_svg("<g>" * 100_000 + "</g>" * 100_000))


HEADS = [_picture("PNG"), _picture("JPEG"), _picture("GIF"), _picture("WEBP"), _mp4(4, 3, 1), _webm(1.0), _svg("<g/>")]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(HEADS), st.data())
def test_any_bytes_give_a_file_or_a_finding(head: bytes, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(head)))
    damaged = head[:position] + data.draw(st.binary(max_size=12)) + head[position + data.draw(st.integers(0, 8)) :]

    assert isinstance(inspect("pelayanan", "media/a", damaged), MediaFile | Finding)
