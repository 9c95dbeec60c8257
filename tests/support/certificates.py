"""Certificates for tests: a snapshot to print, and issuing in processes of their own."""

from dataclasses import replace
from datetime import UTC, date, datetime
from multiprocessing.synchronize import Barrier
from typing import Any

from config import Settings
from elearn.app import create_app
from elearn.certificates.issuing import issue
from elearn.certificates.pdf import CertificateNotMade
from elearn.database import db
from elearn.domain.certificate import Snapshot, outline

CODE = "7KQ4M2XWPZ9D3HRA"
ISSUED = datetime(2026, 11, 24, 3, tzinfo=UTC)

SNAPSHOT = Snapshot(
    number="800/17/BKPSDM/2026",
    code=CODE,
    name="Siti Rahmawati, S.Sos.",
    nip="198609262015052001",
    unit="Kelurahan Contoh, Kecamatan Contoh",
    course="Pelayanan Publik Prima",
    course_slug="pelayanan-prima",
    competency="technical",
    training_kind="Kursus",
    jp=3,
    started_on=date(2026, 11, 2),
    completed_on=date(2026, 11, 20),
    issued_on=date(2026, 11, 24),
    edition=2,
    edition_sha256="ab" * 32,
    organizer="BKPSDM Kota Tangerang Selatan",
    issuer="Pemerintah Kota Tangerang Selatan",
    signatory_name="Kepala Contoh, S.H., M.Si.",
    signatory_title="Kepala BKPSDM",
    place="Tangerang Selatan",
    outline=outline([("Standar pelayanan", 24), ("Menghadapi warga", 31), ("Menangani pengaduan", 20)], 3),
    verify_address=f"https://elearn.example.go.id/v/{CODE}",
    position="Pengelola Pelayanan Umum",
    rank="Penata Muda Tk. I",
    grade="III/b",
    status_label="PNS",
    score=87,
    legal_basis=("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",),
)


def snapshot(**changes: Any) -> Snapshot:
    """A snapshot, with some fields of its own."""
    return replace(SNAPSHOT, **changes)


_ready: list[Barrier] = []


def begin_together(barrier: Barrier) -> None:
    """Prepare this process to begin when all the others are ready too."""
    _ready.append(barrier)


def issue_all(settings: Settings, enrolment_ids: list[int]) -> int:
    """Issue certificates in this process, one transaction each; returns how many could not be made."""
    failed = 0
    app = create_app(settings)
    with app.app_context():
        _ready[0].wait(60)
        for enrolment_id in enrolment_ids:
            try:
                issue(enrolment_id, by=None, now=ISSUED)
            except CertificateNotMade:
                failed += 1
        db.session.remove()
        db.engine.dispose()
    return failed
