"""The SCORM 1.2 package of a course: what its manifest says, what lies in it, and where its links lead."""

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from elearn.coursetext.load import load
from elearn.coursetext.scorm.package import package
from tests.support.courses import demo_course

IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
NAME = re.compile(r"[A-Za-z_][\w.-]*")


@pytest.fixture(scope="module")
def files():
    """A package of a course with every kind of question and of text, and a title that markup must not break."""
    course = demo_course(title='Melayani <warga> & "tamu"')
    course["01-langkah/03-taut.md"] = (
        "---\ntitle: Taut\n---\n\n[Kembali](01-tiga-langkah.md#cerita-dari-loket), [depan](../course.md), "
        '[luar](https://contoh.id/?a=b), `<a href="/courses/melayani/">`\n'
    )
    sources = {path: text.encode() if isinstance(text, str) else text for path, text in course.items()}
    loaded = load("melayani", sources)
    assert loaded.course
    return package(loaded.course, sources, loaded.media)


@pytest.fixture(scope="module")
def manifest(files):
    return ElementTree.fromstring(files["imsmanifest.xml"])


@pytest.fixture(scope="module")
def course(files):
    """The course as the player reads it."""
    return json.loads(files["course.js"].decode().removeprefix("window.elearnCourse = ").rstrip(";\n"))


def texts_of(course):
    """Everything in the course that is HTML, as one text."""
    return json.dumps(course, ensure_ascii=False).replace('\\"', '"')


def test_the_parts_of_the_manifest_stand_in_the_order_of_the_schema(manifest):
    assert manifest.tag == f"{IMS}manifest"
    assert [child.tag for child in manifest] == [f"{IMS}metadata", f"{IMS}organizations", f"{IMS}resources"]
    assert [(child.tag, child.text) for child in manifest[0]] == [
        (f"{IMS}schema", "ADL SCORM"),
        (f"{IMS}schemaversion", "1.2"),
    ]


def test_the_default_organisation_has_one_item_that_names_the_part_that_reports(manifest):
    (organisation,) = manifest.find(f"{IMS}organizations")
    (item,) = organisation.findall(f"{IMS}item")
    (resource,) = manifest.find(f"{IMS}resources")

    assert manifest.find(f"{IMS}organizations").get("default") == organisation.get("identifier")
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get(f"{ADL}scormtype") == "sco"
    assert (resource.get("type"), resource.get("href")) == ("webcontent", "index.html")


def test_titles_are_the_courses(manifest):
    titles = {title.text for title in manifest.iter(f"{IMS}title")}

    assert titles == {'Melayani <warga> & "tamu"'}


def test_identifiers_are_names_and_each_stands_once(manifest):
    identifiers = [each.get("identifier") for each in manifest.iter() if each.get("identifier")]

    assert len(set(identifiers)) == len(identifiers)
    assert [each for each in identifiers if not NAME.fullmatch(each)] == []


def test_the_manifest_lists_every_file_and_no_other(files, manifest):
    listed = [unquote(each.get("href")) for each in manifest.iter(f"{IMS}file")]

    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})


def test_nothing_stands_inline_in_the_page(files):
    page = files["index.html"].decode()

    assert re.findall(r"<script(?![^>]* src=)|<style| style=| on\w+=", page) == []
    assert 'Melayani &lt;warga&gt; &amp; "tamu"' in page.replace("&quot;", '"')


def test_the_page_loads_only_what_lies_in_the_package(files):
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', files["index.html"].decode())

    assert [name for name in loaded if name not in files] == []


def test_pictures_lie_in_the_package(files, course):
    pictures = re.findall(r'src="([^"]+)"', texts_of(course))

    assert pictures
    assert [name for name in pictures if name not in files] == []


def test_links_lead_to_places_in_the_player_or_elsewhere(course):
    keys = {unit["key"] for module in course["modules"] for unit in module["units"]}
    (taut,) = (unit for module in course["modules"] for unit in module["units"] if unit["title"] == "Taut")
    first, start, outside = re.findall(r'<a [^>]*href="([^"]+)"', taut["parts"][0])

    assert first.removesuffix("#isi-cerita-dari-loket") in {f"#{key}" for key in keys}
    assert (start, outside) == ("#", "https://contoh.id/?a=b")


def test_what_only_looks_like_a_link_stays(course):
    assert '&lt;a href="/courses/melayani/"&gt;' in texts_of(course)


def test_no_key_of_an_option_or_id_of_a_question_is_needed(course):
    (single,) = (each for each in course["banks"]["akhir"] if each["kind"] == "single")

    assert [option["correct"] for option in single["options"]] == [False, True, False]
    assert set(single["options"][0]) == {"html", "correct", "feedback", "last"}
