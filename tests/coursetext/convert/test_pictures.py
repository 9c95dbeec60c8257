"""Pictures that come with questions: none takes the place of another, whatever they are called."""

from base64 import b64encode
from io import BytesIO
from zipfile import ZipFile

from elearn.coursetext.convert.moodle_xml import read_moodle_xml
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.pictures import Pictures
from elearn.coursetext.convert.qti_read import read_qti

ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="{0}" title="t">
<responseDeclaration identifier="R" cardinality="single" baseType="string">
<correctResponse><value>a</value></correctResponse></responseDeclaration>
<itemBody><p>Soal {0} <img src="{1}" alt="g"/></p><p><textEntryInteraction responseIdentifier="R"/></p></itemBody>
</assessmentItem>"""
XML = """<question type="shortanswer"><questiontext format="html"><text><![CDATA[Apa {0}? <img src="@@PLUGINFILE@@/{1}"
alt="g">]]></text>{2}</questiontext><answer fraction="100"><text>a</text></answer></question>"""


def file(name, data, path="/"):
    return f'<file name="{name}" path="{path}" encoding="base64">{b64encode(data).decode()}</file>'


def moodle(*questions):
    written = (XML.format(number, address, carried) for number, (address, carried) in enumerate(questions, start=1))
    return read_moodle_xml("a.xml", f"<quiz>{''.join(written)}</quiz>".encode())


def package(files):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return read_qti("a.zip", target.getvalue())


def shown(imported):
    """The bytes that each question shows, None for a picture that is missing."""
    names = [question.stem.partition("](../media/")[2].partition(")")[0] for question in imported.questions]
    return [imported.media.get(name) for name in names]


def test_two_questions_of_moodle_keep_their_own_pictures_of_one_name():
    imported = moodle(("image.png", file("image.png", b"satu")), ("image.png", file("image.png", b"dua")))

    assert shown(imported) == [b"satu", b"dua"]


def test_a_picture_that_comes_twice_is_kept_once():
    imported = moodle(("image.png", file("image.png", b"satu")), ("image.png", file("image.png", b"satu")))

    assert imported.media == {"image.png": b"satu"}


def test_a_picture_in_a_folder_of_its_question_is_that_one():
    carried = file("a.png", b"atas") + file("a.png", b"dalam", path="/sub/")

    assert shown(moodle(("sub/a.png", carried), ("a.png", carried))) == [b"dalam", b"atas"]


def test_a_missing_picture_does_not_show_another_of_its_name():
    imported = moodle(("image.png", ""), ("image.png", file("image.png", b"dua")))

    assert shown(imported) == [None, b"dua"]
    assert [finding.values for finding in imported.findings] == [{"target": "image.png", "name": "image.png"}]


def test_a_numbered_name_does_not_take_that_of_another_picture():
    names = ("a.png", "a-2.png", "a.png")
    imported = moodle(*((name, file(name, str(number).encode())) for number, name in enumerate(names)))

    assert shown(imported) == [b"0", b"1", b"2"]


def test_pictures_of_one_name_in_folders_of_a_package_stay_apart():
    imported = package(
        {
            "items/satu.xml": ITEM.format("satu", "../img/a/pic.png"),
            "items/tiga.xml": ITEM.format("tiga", "img/pic.png"),
            "z.xml": ITEM.format("z", "img/b/pic.png"),
            "img/a/pic.png": b"a",
            "img/b/pic.png": b"b",
            "items/img/pic.png": b"c",
        }
    )

    assert shown(imported) == [b"a", b"c", b"b"]


def test_of_several_pictures_of_a_name_none_is_guessed():
    outcome = Outcome("a", pictures=Pictures({"img/a/pic.png": b"a", "img/b/pic.png": b"b"}))

    outcome.picture("pic.png", 3)

    assert [(finding.code, finding.line) for finding in outcome.findings] == [("import-picture", 3)]


def test_a_picture_that_lies_elsewhere_is_found_by_its_name():
    imported = moodle(("lain/image%201.png", file("image 1.png", b"satu")))

    assert shown(imported) == [b"satu"]
