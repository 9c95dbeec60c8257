"""Another order, another module: numbers in names change, identities and texts stay, links follow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coursetext.editing.ordering import place_module, place_unit
from elearn.coursetext.editing.shape import shape
from elearn.coursetext.editing.values import CannotEdit, NoSuchPlace
from elearn.coursetext.load import load
from tests.coursetext.editing.courses import courses

COURSE = b"---\ntitle: A\njp: 1\n---\n"
LINK = re.compile(rb"\(<?[^()<>]*>?\)")
SMALL = {
    "course.md": COURSE,
    "01-mulai/01-sapa.md": b"# Sapa\n\n[Dengar](02-dengar.md#cara) dan `[kode](02-dengar.md)`\n",
    "01-mulai/02-dengar.md": b"# Dengar\n",
    "01-mulai/03-kuis.md": b"---\ntitle: Kuis\nkind: quiz\n---\n",
    "02-akhir/01-tuntas.md": b"# Tuntas\n\n[Sapa](../01-mulai/01-sapa.md)\n\n[d]: ../01-mulai/02-dengar.md\n",
}


def identities(files):
    return {unit.title: unit.identity for unit in shape(files).units}


def names(files, folder):
    return [path for path in sorted(files) if path.startswith(folder)]


def test_a_unit_moved_up_changes_places_with_the_one_before_and_no_other():
    edit = place_unit(SMALL, "01-mulai/02-dengar.md", "01-mulai", 0)

    assert edit.moves == {
        "01-mulai/02-dengar.md": "01-mulai/01-dengar.md",
        "01-mulai/01-sapa.md": "01-mulai/02-sapa.md",
    }


def test_links_follow_a_moved_unit_and_code_stays_as_it_is():
    files = place_unit(SMALL, "01-mulai/02-dengar.md", "01-mulai", 0).applied(SMALL)

    assert files["01-mulai/02-sapa.md"] == b"# Sapa\n\n[Dengar](01-dengar.md#cara) dan `[kode](02-dengar.md)`\n"
    assert files["02-akhir/01-tuntas.md"].endswith(b"[Sapa](../01-mulai/02-sapa.md)\n\n[d]: ../01-mulai/01-dengar.md\n")


def test_a_unit_in_another_module_keeps_its_identity_and_its_links():
    files = place_unit(SMALL, "01-mulai/01-sapa.md", "02-akhir", 0).applied(SMALL)

    assert names(files, "02-akhir") == ["02-akhir/01-sapa.md", "02-akhir/02-tuntas.md"]
    assert files["02-akhir/01-sapa.md"].startswith(b"---\nid: mulai/sapa\n---\n\n# Sapa\n\n")
    assert b"[Dengar](../01-mulai/02-dengar.md#cara)" in files["02-akhir/01-sapa.md"]


def test_before_anybody_read_it_a_unit_in_another_module_needs_no_id():
    files = place_unit(SMALL, "01-mulai/02-dengar.md", "02-akhir", 9, keep_identity=False).applied(SMALL)

    assert files["02-akhir/02-dengar.md"] == b"# Dengar\n"


def test_a_unit_whose_name_the_other_module_has_gets_another_name():
    files = {**SMALL, "02-akhir/02-sapa.md": b"# Sapa lagi\n"}

    moved = place_unit(files, "01-mulai/01-sapa.md", "02-akhir", 1).applied(files)

    assert names(moved, "02-akhir") == ["02-akhir/01-tuntas.md", "02-akhir/02-sapa-2.md", "02-akhir/03-sapa.md"]


def test_modules_change_places_with_all_that_is_in_them():
    files = place_module(SMALL, "02-akhir", 0).applied(SMALL)

    assert [module.key for module in shape(files).modules] == ["akhir", "mulai"]
    assert b"[Sapa](../02-mulai/01-sapa.md)" in files["01-akhir/01-tuntas.md"]


def test_a_unit_with_a_broken_top_is_not_moved_out_of_its_module():
    files = {**SMALL, "01-mulai/01-sapa.md": b"---\ntitle: [\n---\n"}

    with pytest.raises(CannotEdit):
        place_unit(files, "01-mulai/01-sapa.md", "02-akhir", 0)


@pytest.mark.parametrize(("path", "folder"), [("01-mulai/tiada.md", "01-mulai"), ("01-mulai/01-sapa.md", "tiada")])
def test_what_is_not_there_has_no_place(path, folder):
    with pytest.raises(NoSuchPlace):
        place_unit(SMALL, path, folder, 0)


def without_links(files):
    """Every text of the course, its links' addresses and a fixed identity left out."""
    return sorted(LINK.sub(b"()", re.sub(rb"id: .*\n", b"", data)) for data in files.values())


def places(files):
    return [(module.key, [unit.title for unit in module.units]) for module in shape(files).modules]


@given(courses(), st.data())
def test_a_reordered_module_has_its_units_in_the_order_asked_for_and_nothing_else_changes(files, data):
    module = data.draw(st.sampled_from(shape(files).modules))
    unit = data.draw(st.sampled_from(module.units))
    index = data.draw(st.integers(0, len(module.units) - 1))

    after = place_unit(files, unit.path, module.folder, index).applied(files)

    wanted = [other.title for other in module.units if other != unit]
    wanted.insert(index, unit.title)
    assert dict(places(after)) == {**dict(places(files)), module.key: wanted}
    assert identities(after) == identities(files)
    assert without_links(after) == without_links(files)


@given(courses(), st.data())
def test_a_unit_anywhere_keeps_its_identity_and_every_link_leads_where_it_led(files, data):
    outline = shape(files)
    unit = data.draw(st.sampled_from(outline.units))
    module = data.draw(st.sampled_from(outline.modules))
    index = data.draw(st.integers(0, 4))

    after = place_unit(files, unit.path, module.folder, index).applied(files)

    assert sorted(each.identity for each in shape(after).units) == sorted(each.identity for each in outline.units)
    assert without_links(after) == without_links(files) or b"id:" in b"".join(after.values())
    assert _broken(after) == _broken(files) == set()


@given(courses(), st.data())
def test_modules_stand_in_the_order_asked_for_and_nothing_else_changes(files, data):
    modules = shape(files).modules
    module = data.draw(st.sampled_from(modules))
    index = data.draw(st.integers(0, len(modules) - 1))

    after = place_module(files, module.folder, index).applied(files)

    wanted = [other.key for other in modules if other != module]
    wanted.insert(index, module.key)
    assert [key for key, _units in places(after)] == wanted
    assert dict(places(after)) == dict(places(files))
    assert without_links(after) == without_links(files)
    assert _broken(after) == set()


def _broken(files):
    return {(each.file, each.line) for each in load("kursus", files).findings if each.code == "broken-link"}
