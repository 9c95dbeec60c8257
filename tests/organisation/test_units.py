"""The tree of units."""

import pytest
from flask import Flask

from elearn.organisation import service


def _tree() -> None:
    service.create_unit("kec-serpong", "Kecamatan Serpong", "Kec. Serpong", "kecamatan")
    service.create_unit("kel-buaran", "Kelurahan Buaran", parent_code="kec-serpong")
    service.create_unit("kel-buaran-1", "Seksi Pelayanan", parent_code="kel-buaran")


def test_a_unit_is_found_by_its_code(app: Flask) -> None:
    _tree()

    unit = service.find_unit("kec-serpong")

    assert unit
    assert (unit.name, unit.short_name, unit.kind) == ("Kecamatan Serpong", "Kec. Serpong", "kecamatan")


def test_a_code_is_given_to_one_unit_only(app: Flask) -> None:
    _tree()

    with pytest.raises(service.UnitExists):
        service.create_unit("kel-buaran", "Kelurahan Lain")


def test_a_unit_is_not_put_under_a_parent_that_is_not_there(app: Flask) -> None:
    with pytest.raises(service.NoSuchUnit):
        service.create_unit("kel-buaran", "Kelurahan Buaran", parent_code="kec-serpong")


def test_the_path_of_a_unit_begins_with_that_of_its_parent(app: Flask) -> None:
    _tree()

    parent, unit = service.find_unit("kec-serpong"), service.find_unit("kel-buaran")

    assert parent
    assert unit
    assert unit.path == f"{parent.path}{unit.id}/"


def test_a_unit_is_named_with_its_ancestors_from_the_top(app: Flask) -> None:
    _tree()
    unit = service.find_unit("kel-buaran-1")
    assert unit

    names = service.names_from_top(unit.id)

    assert names == ("Kecamatan Serpong", "Kelurahan Buaran", "Seksi Pelayanan")


def test_who_belongs_to_no_unit_has_no_names_of_units(app: Flask) -> None:
    assert service.names_from_top(None) == ()


def test_a_unit_that_moves_takes_its_units_along(app: Flask) -> None:
    _tree()
    service.create_unit("kec-setu", "Kecamatan Setu")

    service.move_unit("kel-buaran", "kec-setu")

    unit = service.find_unit("kel-buaran-1")
    assert unit
    assert service.names_from_top(unit.id) == ("Kecamatan Setu", "Kelurahan Buaran", "Seksi Pelayanan")


def test_a_unit_that_moves_to_the_top_has_no_ancestors(app: Flask) -> None:
    _tree()

    service.move_unit("kel-buaran", None)

    unit = service.find_unit("kel-buaran")
    assert unit
    assert unit.path == f"/{unit.id}/"


def test_a_unit_does_not_move_under_its_own_unit(app: Flask) -> None:
    _tree()

    with pytest.raises(service.UnitInsideItself):
        service.move_unit("kec-serpong", "kel-buaran-1")
