"""What office programs put on the clipboard, as they write it: HTML, and RTF with the pictures in it."""

import struct
import zlib

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<style><!-- @list l0:level1 {mso-level-text:"%1."} p.MsoNormal {margin:0cm} --></style></head>
<body lang=IN style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='margin-left:0cm'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span>Sejarah <span class=SpellE>singkat</span><o:p></o:p></h1>
<p class=MsoNormal>1945. Indonesia merdeka, <b style='mso-bidi-font-weight:normal'>mer</b><b>deka</b>
<i>selama</i>nya; lihat <a href="https://www.tangerangselatankota.go.id/a_b">situs <span
lang=EN>kota</span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>1.<span style='font:7.0pt'>&nbsp;&nbsp;
</span></span></span><![endif]>Terima<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;mso-list:l0 level2 lfo1'><![if
!supportLists]><span><span style='mso-list:Ignore'>a.<span>&nbsp;</span>
</span></span><![endif]>berkas asli<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>b.</span>salinan</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Catat</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span></span>Ramah<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top>
<p class=MsoNormal><b>Layanan<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Lama</b></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>Surat</p></td><td><p class=MsoNormal>baru | lama</p></td>
<td><p class=MsoNormal>15<o:p></o:p></p><p class=MsoNormal>menit<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>hilang</p></td><td><p class=MsoNormal>1 hari</p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"""

WORD_AS_MARKDOWN = """## Sejarah singkat

1945\\. Indonesia merdeka, **merdeka** *selama*nya; lihat [situs kota](https://www.tangerangselatankota.go.id/a_b).

1. Terima
    1. berkas asli
    2. salinan
2. Catat

- Ramah

| Layanan |  | Lama |
| --- | --- | --- |
| Surat | baru \\| lama | 15<br>menit |
|  | hilang | 1 hari |"""

DOCS = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5f0c"><h2
dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">Alur layanan</span></h2>
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;">Ada </span><span
style="font-weight:700;">dua</span><span style="font-weight:400;"> cara di </span><a href="https://docs.google.com/x"
style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;">sini</span></a><span>:</span></p>
<ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;font-weight:400;" aria-level="1"><p
dir="ltr" role="presentation"><span>Datang</span></p></li><ol style="margin-top:0;"><li dir="ltr"
style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr"><span>ambil nomor</span></p></li><li dir="ltr"
style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr"><span>tunggu</span></p></li></ol><li dir="ltr"
style="list-style-type:decimal;" aria-level="1"><p dir="ltr"><span>Daring</span></p></li></ol>
<ul><li style="list-style-type:disc;" aria-level="1"><p><span style="font-style:italic;">gratis</span></p></li></ul>
<div dir="ltr" align="left"><table><colgroup><col /></colgroup><tbody><tr><td><p><span>Hari</span></p></td>
<td><p><span>Jam</span></p></td></tr><tr><td><p><span>Senin</span></p></td><td><p><span>8</span></p><p><span>16</span></p></td>
</tr></tbody></table></div><br><p dir="ltr"><span>Luas 5 m</span><span style="vertical-align:super;">2</span></p></b>"""

DOCS_AS_MARKDOWN = """### Alur layanan

Ada **dua** cara di [sini](https://docs.google.com/x):

1. Datang
    1. ambil nomor
    2. tunggu
2. Daring

- *gratis*

| Hari | Jam |
| --- | --- |
| Senin | 8<br>16 |

Luas 5 m<sup>2</sup>"""

LIBRE_OFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">p { line-height: 115% }</style></head>
<body lang="id-ID" link="#000080" dir="ltr"><h3 class="western">Jam buka</h3>
<p align="justify" style="line-height: 100%; margin-bottom: 0cm"><font face="Arial, sans-serif"><font size="3">Buka
<b>setiap</b> hari kerja</font></font></p>
<ol><li><p style="margin-bottom: 0cm">pagi</p><ol type="a"><li><p>loket 1</p></li><li><p>loket 2</p></li></ol></li>
<li><p>sore</p></li></ol><ul><li/><p style="margin-bottom: 0cm">libur nasional tutup</p></ul>
<table width="665" cellpadding="4"><col width="128*"/><tr valign="top"><td><p>a</p></td><td><p>b</p></td></tr>
<tr valign="top"><td><p>1</p></td><td><p><br/></p></td></tr></table>
<p><img src="file:///tmp/lu1234.tmp/lu1234_tmp_5b.png" name="Image1" align="left" width="2" alt="Denah"/><br/></p>
</body></html>"""

LIBRE_OFFICE_AS_MARKDOWN = """#### Jam buka

Buka **setiap** hari kerja

1. pagi
    1. loket 1
    2. loket 2
2. sore

- libur nasional tutup

| a | b |
| --- | --- |
| 1 |  |

![Denah](0)"""

SHORT_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><style>p.MsoNormal {margin:0}</style></head>
<body><!--StartFragment--><h1>Layanan <b>prima</b></h1>
<p class=MsoNormal style='margin:0'>Sapa <b>warga</b> dan <i>tamu</i>, lihat
<a href="https://example.go.id/a">aturannya</a>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>satu</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>dua</p>
<table><tr><td><p>Layanan</p></td><td><p>Lama</p></td></tr>
<tr><td><p>surat</p></td><td><p>15 | menit</p></td></tr></table>
<p>1. Siapa yang disapa?</p><p>A. Warga</p><p>B. Rekan</p><p>Jawaban: A</p>
<!--EndFragment--></body></html>"""

PASTE = """(area, html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'bare');
    area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def png(width: int, height: int) -> bytes:
    """A grey picture of a size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _hex(data: bytes) -> str:
    digits = data.hex()
    return "\r\n".join(digits[start : start + 128] for start in range(0, len(digits), 128))


def rtf(*pictures: bytes | None) -> str:
    """A text with pictures as Word writes it, each again for old programs; None is a drawing in EMF."""
    shown = (
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv Alur}}}\picscalex100\picw30\pich20"
        + (rf"\pngblip\bliptag-12{{\*\blipuid 00ff}}{_hex(each)}" if each else r"\emfblip 0100")
        + r"}}{\nonshppict{\pict\picw30\wmetafile8 0100090000}}"
        for each in pictures
    )
    bullet = r"{\*\listpicture{\pict\pngblip 89504e47}}"
    return rf"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}}}{bullet}\pard \'41 a\{{b\}}" + r"\par ".join(shown) + "}"
