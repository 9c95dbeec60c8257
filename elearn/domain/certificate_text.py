"""What a certificate says, in words. It is an Indonesian paper in whatever language the platform is read."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from elearn.domain.certificate import Snapshot, show_code
from elearn.domain.course import Competency
from elearn.domain.indonesian import long_day, terbilang
from elearn.domain.nip import EmploymentStatus, show_nip

COMPETENCIES = {
    Competency.TECHNICAL: "Kompetensi teknis",
    Competency.MANAGERIAL: "Kompetensi manajerial",
    Competency.SOCIOCULTURAL: "Kompetensi sosial kultural",
    Competency.GOVERNMENTAL: "Kompetensi pemerintahan",
}

UNSIGNED = "Sertifikat ini belum ditandatangani secara elektronik."
OUTLINE_NOTE = "Jumlah JP ditetapkan penyelenggara; JP tiap materi dibagi menurut perkiraan menit belajarnya."

NO_BREAK = "\u00a0"

Fields = tuple[tuple[str, str], ...]
"""Labels and what stands beside them, in order."""


def identity(snapshot: Snapshot) -> Fields:
    """Who the certificate is for, below the name; what isn't known is left off, and a PPPK has no rank."""
    pppk = snapshot.status_label == EmploymentStatus.PPPK.value.upper()
    grade = " / ".join(part for part in ("" if pppk else snapshot.rank, snapshot.grade) if part)
    rows = (
        ("NI PPPK" if pppk else "NIP", show_nip(snapshot.nip)),
        ("Golongan" if pppk else "Pangkat/Golongan", grade),
        ("Jabatan", snapshot.position),
        ("Unit kerja", snapshot.unit),
    )
    return tuple((label, value) for label, value in rows if value)


def period(started_on: date, completed_on: date) -> str:
    """`dari tanggal … sampai dengan …`; a course taken in one day names one day."""
    if started_on == completed_on:
        return f"pada tanggal {_unbroken(long_day(completed_on))}"
    return f"dari tanggal {_unbroken(long_day(started_on))} sampai dengan {_unbroken(long_day(completed_on))}"


def _unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK)


def statement(snapshot: Snapshot) -> str:
    """The sentence after the course's title."""
    return (
        f"yang diselenggarakan oleh {snapshot.organizer} {period(snapshot.started_on, snapshot.completed_on)} "
        f"selama {snapshot.jp}{NO_BREAK}({_unbroken(terbilang(snapshot.jp))}) jam{NO_BREAK}pelajaran."
    )


def edition(snapshot: Snapshot) -> str:
    """Which text of the course was completed."""
    return f"Edisi pelatihan ke-{snapshot.edition} (SHA-256 {snapshot.edition_sha256[:16]})."


def verification(snapshot: Snapshot) -> tuple[str, str]:
    """Where the certificate is checked, and the code to type there."""
    return snapshot.verify_address, show_code(snapshot.code)


def jp_texts(shares: Sequence[Decimal]) -> tuple[str, ...]:
    """A column of JP: whole numbers where all are whole, else all with two decimals, so that they stand in line."""
    decimals = 0 if all(share == int(share) for share in shares) else 2
    return tuple(f"{share:.{decimals}f}".replace(".", ",") for share in shares)


def for_myasn(snapshot: Snapshot) -> Fields:
    """The fields that MyASN asks for when a course is entered there, under the names that it gives them."""
    return (
        ("Jenis diklat", snapshot.training_kind),
        ("Nama diklat", snapshot.course),
        ("Institusi penyelenggara", snapshot.organizer),
        ("Nomor sertifikat", snapshot.number),
        ("Tahun", str(snapshot.completed_on.year)),
        ("Tanggal mulai", f"{snapshot.started_on:%d-%m-%Y}"),
        ("Tanggal selesai", f"{snapshot.completed_on:%d-%m-%Y}"),
        ("Durasi (jam pelajaran)", str(snapshot.jp)),
        ("Jenis kompetensi", competency_text(snapshot)),
    )


def competency_text(snapshot: Snapshot) -> str:
    """The competency that the course serves, as the civil-service law names it."""
    known = {kind.value: text for kind, text in COMPETENCIES.items()}
    return known.get(snapshot.competency, snapshot.competency)


def printable(text: str) -> str:
    """A text as ink on paper can show it: on one line, without marks that no one sees and without pictographs.

    Invisible marks could make a name read otherwise than it is stored, and no font that may be embedded draws emoji.
    """
    kept = "".join(char for char in text if char.isspace() or not _is_left_off(char))
    return re.sub(rf"[^\S{NO_BREAK}]+", " ", kept).strip()


def _is_left_off(char: str) -> bool:
    kind = unicodedata.category(char)
    invisible = kind in ("Cc", "Cf", "Cs", "Co", "Cn") or "\ufe00" <= char <= "\ufe0f"
    return invisible or (kind in ("So", "Sk") and char >= "\u2300")
