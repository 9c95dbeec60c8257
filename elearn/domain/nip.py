"""NIP and NI PPPK: the 18-digit number of a civil servant.

PNS: birth date (8), month of appointment (6), sex (1), serial (3). PPPK: birth date (8), year of appointment (4), a
code (2), sex (1), serial (3). There is no check digit, and the roster is the authority: only length, date and sex
digit are errors.
"""

import re
from datetime import date
from enum import StrEnum


class EmploymentStatus(StrEnum):
    """How a civil servant is employed."""

    PNS = "pns"
    PPPK = "pppk"


class NotANip(ValueError):
    """What was typed isn't an 18-digit NIP. `reason` is `length`, `date` or `sex`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
"""Also the invisible ones that come along when a number is copied from a chat or a spreadsheet."""


def read_nip(typed: str) -> str:
    """The bare 18 digits of a NIP typed with or without spaces, dots and hyphens.

    Raises:
        NotANip: it hasn't 18 digits, its first eight are no date, or its 15th is neither 1 nor 2.
    """
    bare = _SEPARATORS.sub("", typed)
    if len(bare) != 18 or not bare.isascii() or not bare.isdigit():
        raise NotANip("length")
    try:
        date(int(bare[:4]), int(bare[4:6]), int(bare[6:8]))
    except ValueError:
        raise NotANip("date") from None
    if bare[14] not in "12":
        raise NotANip("sex")
    return bare


def nip_doubts(nip: str, today: date) -> tuple[str, ...]:
    """What looks odd about a NIP without being an error: `age`, `appointment` or `serial`."""
    born, appointed = int(nip[:4]), int(nip[8:12])
    doubts = []
    if not 17 <= today.year - born <= 75:
        doubts.append("age")
    if not born + 16 <= appointed <= today.year + 1:
        doubts.append("appointment")
    if nip[15:] == "000":
        doubts.append("serial")
    return tuple(doubts)


def likely_status(nip: str) -> EmploymentStatus:
    """What the number hints at: digits 13 and 14 are a month for a PNS."""
    return EmploymentStatus.PNS if 1 <= int(nip[12:14]) <= 12 else EmploymentStatus.PPPK


def show_nip(nip: str) -> str:
    """Grouped 8-6-1-3, as it is printed."""
    return f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}"
