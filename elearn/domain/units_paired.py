"""Which unit of an earlier edition a unit continues."""

from collections.abc import Mapping

from elearn.domain.course import Course, Unit


def pair_units(old: Course, new: Course) -> Mapping[str, Unit]:
    """By the identity of each unit of `new` that `old` had already, the unit that it was there.

    As in progress, a unit continues the one of its identity, or else one that it names in `formerly`; each is
    continued once.
    """
    by_identity = {unit.identity: unit for unit in old.units}
    pairs: dict[str, Unit] = {}
    for unit in new.units:
        if unit.identity in by_identity:
            pairs[unit.identity] = by_identity.pop(unit.identity)
    for unit in new.units:
        earlier = next((key for key in unit.formerly if key in by_identity), None)
        if unit.identity not in pairs and earlier is not None:
            pairs[unit.identity] = by_identity.pop(earlier)
    return pairs
