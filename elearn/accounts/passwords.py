"""Passwords: which are refused, and how they are kept."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from elearn.extensions import settings

SHORTEST = 10
LONGEST = 200

_COMMON = """
password passwd passwrd passwordku kata katasandi sandi sandiku katakunci rahasia rahasiaku qwerty qwertyuiop asdf
asdfgh asdfghjkl zxcvbnm qazwsx qazwsxedc admin administrator adminadmin user username login welcome selamatdatang
selamatpagi masuk buka bukapintu letmein iloveyou akucintakamu cintaku cinta sayang sayangku sayangkamu bismillah
alhamdulillah assalamualaikum subhanallah allahuakbar indonesia indonesiaku indonesiaraya nusantara merdeka garuda
pancasila jakarta bandung surabaya banten tangerang tangsel tangerangselatan kotatangerangselatan serpong pamulang
ciputat pondokaren setu bkpsdm bkn asn pns pppk cpns korpri elearn elearning belajar pegawai pegawainegeri
walikota pemkot pemkottangsel berakhlak keluarga keluargaku anakku ibu ibuku ayah ayahku mama papa mamapapa
gantengku cantik barcelona realmadrid persija persib liverpool manchesterunited football dragon monkey sunshine
princess superman batman doraemon naruto rumah rumahku semangat sukses sehat bahagia terimakasih ramadan ramadhan
lebaran januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu
kamis jumat sabtu minggu abc abcd abcdef abcdefgh abcdefghij test testing coba cobacoba ganti gantisandi default
"""
COMMON_WORDS = frozenset(_COMMON.split())
"""Words that make no password, whatever digits and signs are put around them."""

RUNS = ("01234567890123456789", "09876543210987654321", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")


class WeakPassword(Exception):
    """The new password is too easy to guess. `reason` is `short`, `long`, `nip` or `common`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def refuse_weak(password: str, nip: str) -> None:
    """Refuse a new password that others would guess.

    Raises:
        WeakPassword: it has fewer than 10 characters or more than 200, contains its owner's NIP, or is a common one.
    """
    if len(password) < SHORTEST:
        raise WeakPassword("short")
    if len(password) > LONGEST:
        raise WeakPassword("long")
    if nip in "".join(char for char in password if char.isdigit()):
        raise WeakPassword("nip")
    if _is_common(_plain(password).casefold()):
        raise WeakPassword("common")


def _is_common(password: str) -> bool:
    letters = "".join(char for char in password if char.isalpha())
    if letters in COMMON_WORDS or len(set(password)) <= 3:
        return True
    return any(password in run for run in RUNS)


def hash_password(password: str) -> str:
    """What is kept of a password: its Argon2id hash, with its salt and parameters."""
    return _hasher(_cheap()).hash(_plain(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password. Without a hash it never is, and the answer takes as long."""
    hasher = _hasher(_cheap())
    try:
        hasher.verify(password_hash or _nobodys_hash(_cheap()), _plain(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _hasher(_cheap()).check_needs_rehash(password_hash)


def _plain(password: str) -> str:
    """Phones and computers write the same character in different ways; here they are one."""
    return unicodedata.normalize("NFKC", password)


def _cheap() -> bool:
    return settings().environment == "testing"


@cache
def _hasher(cheap: bool) -> PasswordHasher:
    """19 MiB, two passes, one lane: about 30 ms. Tests sign in thousands of times and take the cheapest there is."""
    return PasswordHasher(time_cost=1 if cheap else 2, memory_cost=8 if cheap else 19 * 1024, parallelism=1)


@cache
def _nobodys_hash(cheap: bool) -> str:
    return _hasher(cheap).hash("nobody's password")
