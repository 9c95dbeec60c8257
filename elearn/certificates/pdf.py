"""The file of a certificate: the same snapshot always gives the same bytes."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import segno

from elearn.certificates import typesetting
from elearn.domain import certificate_text
from elearn.domain.certificate import Snapshot
from elearn.domain.indonesian import long_day

TEMPLATE = Path(__file__).parent / "template"


class CertificateNotMade(Exception):
    """The file of the certificate could not be made, so nothing was issued."""


def make_pdf(snapshot: Snapshot, emblem: Path | None = None) -> bytes:
    """The certificate that a snapshot describes, with the organizer's emblem, or a neutral one.

    Raises:
        CertificateNotMade: a name has characters that no embedded font draws, or the emblem can't be read.
    """
    try:
        data = printed(snapshot, (emblem or TEMPLATE / "emblem.svg").read_bytes())
        return typesetting.pdf(TEMPLATE / "certificate.typ", {"data": json.dumps(data)}, snapshot.issued_on)
    except (OSError, typesetting.NotSet) as wrong:
        raise CertificateNotMade(str(wrong)) from wrong


def printed(snapshot: Snapshot, emblem: bytes) -> dict[str, Any]:
    """What the template sets, every text of it ready to print."""
    address, code = certificate_text.verification(snapshot)
    front = {
        "document_title": f"Sertifikat {snapshot.course}: {snapshot.name}",
        "number": snapshot.number,
        "code": code,
        "name": snapshot.name,
        "course": snapshot.course,
        "issuer": snapshot.issuer,
        "organizer": snapshot.organizer,
        "identity": [{"label": label, "value": value} for label, value in certificate_text.identity(snapshot)],
        "statement": certificate_text.statement(snapshot),
        "verify_address": address,
        "place_and_day": f"{snapshot.place}, {long_day(snapshot.issued_on)}",
        "signatory_title": snapshot.signatory_title,
        "signatory_name": snapshot.signatory_name,
        "unsigned": certificate_text.UNSIGNED,
        "emblem_alt": f"Lambang {snapshot.organizer}",
        "qr_alt": f"Kode QR menuju {address}",
    }
    texts: dict[str, Any] = _printable({**front, **_back(snapshot)})
    return {**texts, "emblem": list(emblem), "qr": _qr(address)}


def _back(snapshot: Snapshot) -> dict[str, Any]:
    rows = snapshot.outline
    shares = certificate_text.jp_texts([row.jp for row in rows])
    return {
        "outline": [
            {"title": row.title, "minutes": str(row.minutes), "jp": jp} for row, jp in zip(rows, shares, strict=True)
        ],
        "minutes": str(sum(row.minutes for row in rows)),
        "jp": str(snapshot.jp),
        "outline_note": certificate_text.OUTLINE_NOTE,
        "legal_basis": list(snapshot.legal_basis),
        "edition": certificate_text.edition(snapshot),
    }


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return certificate_text.printable(value)
    if isinstance(value, list):
        return [_printable(item) for item in value]
    return {key: _printable(item) for key, item in value.items()}


def _qr(address: str) -> list[int]:
    picture = BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=2, xmldecl=False, dark="#1b211e")
    return list(picture.getvalue())
