"""A stranger asks whether a certificate is genuine."""

from datetime import datetime

from elearn.accounts import throttle
from elearn.certificates import reading
from elearn.certificates.reading import Issued
from elearn.domain.certificate import read_code

GUESSES = throttle.Limit("certificate-code", 60, per_network=True)
"""Codes that don't exist; those that do cost their readers nothing."""


class UnknownCode(Exception):
    """No certificate has this code."""


def check(typed: str, address: str, now: datetime) -> Issued:
    """What a stranger may know of the certificate whose code was typed, in at most two queries.

    Raises:
        UnknownCode: there is none.
        throttle.TooManyTries: too many codes that don't exist came from this network address.
    """
    throttle.check(GUESSES, address, now)
    code = read_code(typed)
    issued = reading.find(code) if code else None
    if issued is None:
        throttle.count(GUESSES, address, now)
        raise UnknownCode
    return reading.without_private(issued)
