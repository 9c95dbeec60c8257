"""What becomes of certificates: awarded, approved, declined, revoked, replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from elearn.accounts.models import User
from elearn.certificates.issuing import AlreadyIssued, NotCompleted, completion_of, issue, issue_anew
from elearn.certificates.models import Certificate, CertificateRequest
from elearn.certificates.pdf import CertificateNotMade
from elearn.courses.editions import edition
from elearn.database import db, transaction
from elearn.domain.certificate import UNDECIDED, CertificateStatus, RequestState
from elearn.domain.course import CertificateRule
from elearn.hours import service as hours
from elearn.learning.completion import Completion
from elearn.learning.models import Enrolment
from elearn.logs import logger


class AlreadyDecided(Exception):
    """Another admin has decided this already, or there is nothing to decide."""


class AlreadyEnded(Exception):
    """The certificate was revoked or replaced already."""


class ReasonMissing(Exception):
    """Whoever is concerned must be able to read why."""


REFUSALS = (NotCompleted, AlreadyIssued, AlreadyDecided, CertificateNotMade)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of the requests approved together: the number issued, or which refusal."""

    enrolment_id: int
    name: str
    number: str = ""
    refusal: type[Exception] | None = None


@transaction
def award(completion: Completion) -> None:
    """Issue the certificate of a completed course, or let it wait for approval, as the course says.

    A file that can't be made never takes the completion away: an admin finds it among those that wait.
    """
    rule = edition(completion.edition_id).course.certificate
    if rule is CertificateRule.AUTOMATIC and not _issued_at_once(completion):
        _ask_admin(completion, RequestState.FAILED)
    elif rule is CertificateRule.APPROVAL:
        _ask_admin(completion, RequestState.WAITING)


def _issued_at_once(completion: Completion) -> bool:
    try:
        with db.session.begin_nested():
            issue(completion.enrolment_id, by=None, now=completion.completed_at)
    except CertificateNotMade:
        logger.error("certificate-not-made", extra={"fields": {"enrolment": completion.enrolment_id}})
        return False
    return True


def _ask_admin(completion: Completion, state: RequestState) -> None:
    request = CertificateRequest(
        enrolment_id=completion.enrolment_id, state=state.value, requested_at=completion.completed_at
    )
    db.session.add(request)
    db.session.flush()


def approve(enrolment_ids: Sequence[int], *, by: int, now: datetime) -> tuple[Outcome, ...]:
    """Approve requests, each in a transaction of its own, and tell what became of each."""
    named = select(Enrolment.id, User.name).join(User, User.id == Enrolment.user_id)
    rows = db.session.execute(named.where(Enrolment.id.in_(enrolment_ids)).order_by(User.name, Enrolment.id))
    return tuple(_outcome(row.id, row.name, by, now) for row in rows.all())


def _outcome(enrolment_id: int, name: str, by: int, now: datetime) -> Outcome:
    try:
        certificate = _approve(enrolment_id, by, now)
    except REFUSALS as refusal:
        return Outcome(enrolment_id, name, refusal=type(refusal))
    return Outcome(enrolment_id, name, certificate.number)


@transaction
def _approve(enrolment_id: int, by: int, now: datetime) -> Certificate:
    request = _request(enrolment_id, (*UNDECIDED, RequestState.DECLINED))
    request.state, request.reason = RequestState.APPROVED.value, ""
    request.decided_at, request.decided_by = now, by
    certificate = issue(enrolment_id, by=by, now=now)
    completion = completion_of(enrolment_id)
    hours.credit(completion, edition(completion.edition_id).course, by=by, now=now)
    return certificate


@transaction
def decline(enrolment_id: int, reason: str, *, by: int, now: datetime) -> None:
    """Decline a request; the learner reads the reason, and it can be approved later.

    Raises:
        AlreadyDecided: another admin was faster.
        ReasonMissing: no reason is given.
    """
    request = _request(enrolment_id, UNDECIDED)
    request.state, request.reason = RequestState.DECLINED.value, _given(reason)
    request.decided_at, request.decided_by = now, by


def _request(enrolment_id: int, states: Sequence[RequestState]) -> CertificateRequest:
    held = select(CertificateRequest).where(CertificateRequest.enrolment_id == enrolment_id).with_for_update()
    found = db.session.scalars(held.execution_options(populate_existing=True)).one_or_none()
    if found is None or found.state not in states:
        raise AlreadyDecided
    return found


@transaction
def revoke(certificate_id: int, reason: str, *, by: int, now: datetime) -> None:
    """Revoke a certificate for good, and take its JP back.

    Raises:
        AlreadyEnded: it was revoked or replaced already.
        ReasonMissing: no reason is given.
    """
    certificate = _valid(certificate_id)
    _end(certificate, CertificateStatus.REVOKED, _given(reason), by, now)
    hours.take_back_completion(certificate.enrolment_id, certificate.reason, by=by, now=now)


@transaction
def replace(certificate_id: int, reason: str, *, by: int, now: datetime) -> Certificate:
    """Issue a new certificate with the person's data as they are now; the old one says where it is. JP stay.

    Raises:
        AlreadyEnded: it was revoked or replaced already.
        ReasonMissing: no reason is given.
        CertificateNotMade: the new file can't be made; the old certificate stays valid.
    """
    old = _valid(certificate_id)
    given = _given(reason)
    new = issue_anew(completion_of(old.enrolment_id), by=by, now=now)
    old.replaced_by_id = new.id
    _end(old, CertificateStatus.REPLACED, given, by, now)
    return new


def _valid(certificate_id: int) -> Certificate:
    held = select(Certificate).where(Certificate.id == certificate_id).with_for_update()
    found = db.session.scalars(held.execution_options(populate_existing=True)).one()
    if found.status != CertificateStatus.VALID:
        raise AlreadyEnded
    return found


def _end(certificate: Certificate, status: CertificateStatus, reason: str, by: int, now: datetime) -> None:
    certificate.status, certificate.reason = status.value, reason
    certificate.ended_at, certificate.ended_by = now, by


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()
