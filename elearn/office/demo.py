"""People who don't exist, for development: to sign in as, and to fill the pages of the office."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from elearn.accounts.people import Job, create_user
from elearn.accounts.service import find_by_nip
from elearn.courses.editions import live_courses
from elearn.database import transaction
from elearn.domain.nip import EmploymentStatus
from elearn.extensions import settings
from elearn.learning import service as learning
from elearn.learning.completion import complete_unit
from elearn.learning.standing import standing_in
from elearn.organisation.service import create_unit, find_unit

PASSWORD = "kebun-raya-" + "sore-hari"
"""The same for every demo person, and printed by `make run`: it protects nothing."""


class DemoInProduction(Exception):
    """Demo people have a password that everybody knows; they never exist where real people work."""


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who doesn't exist. `finished` is how many days ago which course was completed."""

    label: str
    nip: str
    name: str
    unit: str
    position: str
    grade: str
    rank: str = ""
    roles: frozenset[str] = frozenset()
    shown: bool = False
    finished: tuple[tuple[str, int], ...] = ()


UNITS = (
    ("TANGSEL", "Pemerintah Kota Tangerang Selatan", "Pemkot Tangsel", "kota", None),
    ("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "badan", "TANGSEL"),
    ("KEC-CONTOH", "Kecamatan Contoh", "Kec. Contoh", "kecamatan", "TANGSEL"),
    ("KEL-CONTOH", "Kelurahan Contoh", "Kel. Contoh", "kelurahan", "KEC-CONTOH"),
    ("SDN-CONTOH", "SD Negeri Contoh", "SDN Contoh", "sekolah", "TANGSEL"),
)

PEOPLE = (
    DemoPerson("peserta", "199203142025212001", "Siti Rahmawati", "KEL-CONTOH", "Pengadministrasi", "V", shown=True),
    DemoPerson(
        "pengajar",
        "198509262015051001",
        "Budi Santoso",
        "BKPSDM",
        "Widyaiswara",
        "III/c",
        "Penata",
        frozenset({"trainer"}),
        shown=True,
    ),
    DemoPerson(
        "admin",
        "198001152005012003",
        "Ratna Dewi",
        "BKPSDM",
        "Pengelola Pelatihan",
        "III/d",
        "Penata Tk. I",
        frozenset({"admin"}),
        shown=True,
    ),
    DemoPerson(
        "peserta",
        "197511022025211004",
        "Hasan Basri",
        "SDN-CONTOH",
        "Penjaga Sekolah",
        "I",
        finished=(("berakhlak", 12), ("integritas", 4)),
    ),
    DemoPerson(
        "peserta",
        "199007202014032002",
        "Dewi Lestari",
        "KEC-CONTOH",
        "Pengelola Layanan",
        "III/c",
        "Penata",
        finished=(("berakhlak", 30), ("pelayanan-prima", 9), ("integritas", 2)),
    ),
)


def load(now: datetime) -> None:
    """Make the demo people who aren't there yet, and complete what they completed.

    Raises:
        DemoInProduction: this is a production instance.
    """
    if settings().production:
        raise DemoInProduction
    for code, name, short, kind, parent in UNITS:
        if find_unit(code) is None:
            create_unit(code, name, short, kind, parent)
    for person in PEOPLE:
        if find_by_nip(person.nip) is None:
            _add(person, now)


@transaction
def _add(person: DemoPerson, now: datetime) -> None:
    user = create_user(
        person.nip,
        person.name,
        now - timedelta(days=60),
        EmploymentStatus.PNS if person.rank else EmploymentStatus.PPPK,
        person.roles,
        Job(person.unit, person.position, person.rank, person.grade),
        PASSWORD,
    )
    published = {edition.course.slug for edition in live_courses()}
    for slug, days in person.finished:
        if slug in published:
            _complete(user.id, slug, now - timedelta(days=days))


def _complete(user_id: int, slug: str, at: datetime) -> None:
    standing = standing_in(user_id, slug)
    if standing is None:
        return
    enrolment_id = learning.enrol(user_id, standing, now=at - timedelta(days=1))
    for unit in standing.course.units:
        complete_unit(enrolment_id, standing.edition, unit, now=at)


def sign_ins() -> list[str]:
    """A line for each person to sign in as: what they are, NIP, password."""
    return [f"{person.label:<9} {person.nip}  {PASSWORD}" for person in PEOPLE if person.shown]
