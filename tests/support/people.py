"""People for tests."""

from itertools import count

from elearn import clock
from elearn.accounts.models import User
from elearn.database import db
from elearn.organisation.models import OrgUnit

_serials = count(1)


class People:
    """Makes people and units, each with a number of its own."""

    def unit(self, name: str = "Kelurahan Contoh", code: str = "") -> OrgUnit:
        """A unit of the organisation."""
        unit = OrgUnit(code=code or f"u{next(_serials)}", name=name, short_name=name)
        db.session.add(unit)
        db.session.flush()
        unit.path = f"/{unit.id}/"
        db.session.commit()
        return unit

    def create(self, name: str = "Siti Rahma", roles: str = "", **fields: object) -> User:
        """A person; `roles` are separated by a space."""
        values = {
            "nip": f"19900101201501{1 + next(_serials) % 2}{next(_serials) % 1000:03}",
            "status": "pns",
            "created_at": clock.now(),
            **fields,
        }
        person = User(name=name, roles=roles, **values)
        db.session.add(person)
        db.session.commit()
        return person
