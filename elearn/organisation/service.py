"""Units of the city government: how the tree is built, moved and read."""

from sqlalchemy import func, select, update

from elearn.database import db, transaction
from elearn.organisation.models import OrgUnit


class UnitExists(Exception):
    """There is already a unit with this code."""


class NoSuchUnit(Exception):
    """There is no unit with this code."""


class UnitInsideItself(Exception):
    """A unit can't stand under itself or under one of its own units."""


def find_unit(code: str) -> OrgUnit | None:
    """The unit with this code; None when there is none."""
    return db.session.scalar(select(OrgUnit).where(OrgUnit.code == code))


def all_units() -> list[OrgUnit]:
    """Every unit, by name."""
    return list(db.session.scalars(select(OrgUnit).order_by(OrgUnit.name, OrgUnit.id)))


@transaction
def create_unit(code: str, name: str, short_name: str = "", kind: str = "", parent_code: str | None = None) -> OrgUnit:
    """A new unit under its parent, or at the top of the tree.

    Raises:
        UnitExists: the code is taken.
        NoSuchUnit: there is no parent with that code.
    """
    if find_unit(code):
        raise UnitExists
    parent = _existing(parent_code) if parent_code else None
    unit = OrgUnit(code=code, name=name, short_name=short_name, kind=kind, parent_id=parent.id if parent else None)
    db.session.add(unit)
    db.session.flush()
    unit.path = _path(parent, unit)
    return unit


@transaction
def move_unit(code: str, parent_code: str | None) -> None:
    """Put a unit, with all units under it, under another parent, or at the top of the tree.

    Raises:
        NoSuchUnit: there is no unit with one of the codes.
        UnitInsideItself: the new parent is the unit or stands under it.
    """
    unit = _existing(code)
    parent = _existing(parent_code) if parent_code else None
    if parent and parent.path.startswith(unit.path):
        raise UnitInsideItself
    old, new = unit.path, _path(parent, unit)
    unit.parent_id = parent.id if parent else None
    db.session.flush()
    moved = update(OrgUnit).where(OrgUnit.path.startswith(old))
    db.session.execute(moved.values(path=new + func.substr(OrgUnit.path, len(old) + 1)))


def names_from_top(unit_id: int | None) -> tuple[str, ...]:
    """The names of a unit's ancestors, the highest first, and its own last; empty for nobody's unit."""
    unit = db.session.get(OrgUnit, unit_id) if unit_id else None
    if unit is None:
        return ()
    ids = [int(part) for part in unit.path.split("/") if part]
    rows = db.session.execute(select(OrgUnit.id, OrgUnit.name).where(OrgUnit.id.in_(ids)))
    names = {row.id: row.name for row in rows}
    return tuple(names[ancestor] for ancestor in ids)


def _existing(code: str) -> OrgUnit:
    if unit := find_unit(code):
        return unit
    raise NoSuchUnit


def _path(parent: OrgUnit | None, unit: OrgUnit) -> str:
    return f"{parent.path if parent else '/'}{unit.id}/"
