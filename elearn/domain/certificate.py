"""What a certificate says, its number, and the code it is checked by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class CertificateStatus(StrEnum):
    """A certificate is never deleted: it is valid, revoked, or replaced by another."""

    VALID = "valid"
    REVOKED = "revoked"
    REPLACED = "replaced"


class RequestState(StrEnum):
    """Where a completed course without a certificate stands.

    `failed`: it should have been issued at once, but its file could not be made; an admin tries again.
    """

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    FAILED = "failed"


UNDECIDED = (RequestState.WAITING, RequestState.FAILED)
"""States in which an admin is expected to do something."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A row of the back page: a module, the minutes it was estimated at, and its share of the course's JP."""

    title: str
    minutes: int
    jp: Decimal = Decimal(0)


def outline(modules: Sequence[tuple[str, int]], jp: int) -> tuple[OutlineRow, ...]:
    """The rows of the back page for modules given as title and minutes.

    Only the course's JP is decided by its organiser; a module's share follows its minutes, in hundredths, and the
    shares add up to exactly that JP: what rounding leaves goes to the modules that lost most by it.
    """
    total = sum(minutes for _, minutes in modules)
    weights = [minutes for _, minutes in modules] if total else [1] * len(modules)
    divided = [divmod(jp * 100 * weight, sum(weights)) for weight in weights]
    left = jp * 100 - sum(whole for whole, _ in divided) if divided else 0
    by_loss = sorted(range(len(divided)), key=lambda place: -divided[place][1])
    raised = set(by_loss[:left])
    return tuple(
        OutlineRow(title, minutes, Decimal(divided[place][0] + (place in raised)) / 100)
        for place, (title, minutes) in enumerate(modules)
    )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that a certificate states, as it was true on the day of issue.

    `score` is the percent of the final quiz, None where the course has no scored quiz. `unit` is the learner's
    organisational unit. Fields empty for a person (rank of a PPPK) are left off the page.
    """

    number: str
    code: str
    name: str
    nip: str
    unit: str
    course: str
    course_slug: str
    competency: str
    training_kind: str
    jp: int
    started_on: date
    completed_on: date
    issued_on: date
    edition: int
    edition_sha256: str
    organizer: str
    issuer: str
    signatory_name: str
    signatory_title: str
    place: str
    outline: tuple[OutlineRow, ...]
    verify_address: str
    position: str = ""
    rank: str = ""
    grade: str = ""
    status_label: str = ""
    score: int | None = None
    legal_basis: tuple[str, ...] = ()


ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
"""Twenty-seven characters without look-alikes: no 0/O, 1/I/L, U/V, S/5, Z/2, B/8."""

_MISREAD = str.maketrans("USZB", "V528")
"""What people type for the character that stands there."""

CODE_LENGTH = 16
"""16 of 27 characters: 76 bits, not to be guessed."""


def read_code(typed: str) -> str | None:
    """The code that a person typed, in any case, with or without separators; None if it is no code."""
    bare = re.sub(r"[\s\-–.]", "", typed).upper().translate(_MISREAD)
    return bare if len(bare) == CODE_LENGTH and all(char in ALPHABET for char in bare) else None


def show_code(code: str) -> str:
    """The code in groups of four, as it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


NUMBER_FIELDS = ("klasifikasi", "urut", "unit", "tahun", "bulan_romawi")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class UnknownNumberField(ValueError):
    """The number template names a field that doesn't exist."""


def certificate_number(template: str, *, classification: str, running: int, unit: str, day: date) -> str:
    """The number on a certificate, from a template such as `{klasifikasi}/{urut}/{unit}/{tahun}`.

    Raises:
        UnknownNumberField: the template names a field not in `NUMBER_FIELDS`, or has no `{urut}` and `{tahun}`, without
            which numbers would repeat.
    """
    named = set(re.findall(r"\{(\w*)\}", template))
    if unknown := named - set(NUMBER_FIELDS):
        raise UnknownNumberField(", ".join(sorted(unknown)))
    if missing := {"urut", "tahun"} - named:
        raise UnknownNumberField(", ".join(sorted(missing)))
    return template.format(
        klasifikasi=classification, urut=running, unit=unit, tahun=day.year, bulan_romawi=_ROMAN[day.month - 1]
    )


def file_name(number: str) -> str:
    """What the file is called when it is downloaded: `Sertifikat-800-17-BKPSDM-2026.pdf`."""
    return f"Sertifikat-{'-'.join(re.findall('[A-Za-z0-9.]+', number))}.pdf"
