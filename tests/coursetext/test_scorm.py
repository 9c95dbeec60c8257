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


SCHEMA = {
    "manifest": (("metadata?", "organizations", "resources", "manifest*"), {"identifier"}, {"version"}),
    "metadata": (("schema?", "schemaversion?"), set(), set()),
    "schema": ((), set(), set()),
    "schemaversion": ((), set(), set()),
    "organizations": (("organization*",), set(), {"default"}),
    "organization": (("title?", "item*", "metadata?"), {"identifier"}, {"structure"}),
    "title": ((), set(), set()),
    "item": (("title?", "item*", "metadata?"), {"identifier"}, {"identifierref", "isvisible", "parameters"}),
    "resources": (("resource*",), set(), set()),
    "resource": (("metadata?", "file*", "dependency*"), {"identifier", "type"}, {"href", f"{ADL}scormtype"}),
    "file": (("metadata?",), {"href"}, set()),
}
"""Of the public schemas imscp_rootv1p1p2 and adlcp_rootv1p2: what stands in an element, in which order and how often,
and its required and optional attributes."""


def against_the_schema(node):
    """What of an element and all inside of it isn't as the schemas have it."""
    children, required, optional = SCHEMA[node.tag.removeprefix(IMS)]
    names = " ".join(child.tag.removeprefix(IMS) for child in node)
    order = "".join(f"(?:{name.rstrip('?*')} ){name[len(name.rstrip('?*')) :]}" for name in children)
    if not re.fullmatch(order, f"{names} " if names else ""):
        yield f"{node.tag}: {names}"
    if not required <= set(node.attrib) <= required | optional:
        yield f"{node.tag}: {sorted(node.attrib)}"
    for child in node:
        yield from against_the_schema(child)


def test_the_manifest_is_as_the_public_schema_has_it(manifest):
    assert list(against_the_schema(manifest)) == []


def test_what_the_manifest_refers_to_is_there(manifest):
    resources = {each.get("identifier") for each in manifest.iter(f"{IMS}resource")}

    assert {each.get("identifierref") for each in manifest.iter(f"{IMS}item")} <= resources
    assert {each.get(f"{ADL}scormtype") for each in manifest.iter(f"{IMS}resource")} <= {"sco", "asset"}
    assert {each.get("isvisible") for each in manifest.iter(f"{IMS}item")} <= {"true", "false"}
    for each in manifest.iter(f"{IMS}resource"):
        assert each.get("href") in {file.get("href") for file in each.iter(f"{IMS}file")}


def test_the_schema_is_kept_by_hand_and_finds_what_is_wrong(files):
    text = files["imsmanifest.xml"].decode()
    swapped = text.replace("<file ", "<item ", 1).replace(' type="webcontent"', "", 1)

    assert len(list(against_the_schema(ElementTree.fromstring(swapped)))) == 3


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


def declarations(style):
    """What a style sets outside of conditions: selector, property and value."""
    plain = re.sub(r"/\*.*?\*/|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", style.decode(), flags=re.DOTALL)
    for selectors, block in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        for selector in selectors.split(","):
            for line in block.split(";"):
                if line.strip():
                    yield selector.strip(), " ".join(line.split())


def test_the_player_has_the_platforms_colours_and_repeats_none_of_its_rules(files):
    shared, own = (set(declarations(files[name])) for name in ("platform.css", "player.css"))

    assert (":root", "--green: #0f5f45") in shared
    assert shared & own == set()
