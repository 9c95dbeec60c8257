"""What is wrong with XML is said at its line, in words that aren't the parser's."""

import pytest

from elearn.coursetext.convert.moodle_xml import read_moodle_xml
from elearn.coursetext.convert.qti_read import read_qti
from elearn.coursetext.findings import sentence

BROKEN = {
    "kosong": (b"", "xml-empty", 1),
    "entitas": (b"<a>\n&nbsp;</a>", "xml-entity", 2),
    "tanda": (b"<a>\n5 < 6</a>", "xml-sign", 2),
    "terbalik": (b"<a>\n<b>\n</a>", "xml-pairs", 3),
    "putus": (b"<a>\n<b>", "xml-cut", 2),
    "lebih": (b"<a/>\nx", "xml-rest", 2),
    "kembar": (b"<a\nb='1'\nb='2'/>", "xml-twice", 3),
    "huruf": ("<a>\né</a>".encode("latin-1"), "xml-encoding", 2),
    "dalam": (b"<a>" * 200, "xml-large", 1),
    "lain": (b"bukan xml", "xml-broken", 1),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("read", [read_qti, read_moodle_xml])
def test_broken_xml_is_named_by_kind_and_line(read, name):
    data, code, line = BROKEN[name]

    (finding,) = read("soal.xml", data).findings

    assert (finding.code, finding.line) == (code, line)


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_of_the_parsers_english_is_said(name):
    (finding,) = read_qti("soal.xml", BROKEN[name][0]).findings

    words = sentence(finding)
    assert not {"token", "entity", "mismatched", "line", "column", "element"} & set(words.lower().split())
