"""Settings: one frozen value read from the environment, checked before anything starts.

Where the environment doesn't set ELEARN_ENV, `instance/settings.env`, made by `make setup` for development, is read
too.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from elearn.domain.certificate import NUMBER_FIELDS, UnknownNumberField, certificate_number

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"
ENVIRONMENTS = ("production", "development", "testing")
LANGUAGES = ("id", "en")
YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class BadSetting(Exception):
    """A setting is missing or makes no sense; the sentence names it."""


@dataclass(frozen=True)
class Settings:
    """What the platform is told from outside. The name in the environment stands in each field's metadata."""

    secret_key: str = field(metadata={"env": "SECRET_KEY"})
    database_url: str = field(metadata={"env": "DATABASE_URL"})
    environment: str = field(default="production", metadata={"env": "ELEARN_ENV"})
    base_url: str = field(default="http://127.0.0.1:8000", metadata={"env": "ELEARN_BASE_URL"})
    hosts: tuple[str, ...] = field(default=(), metadata={"env": "ELEARN_HOSTS"})
    proxies: int = field(default=0, metadata={"env": "ELEARN_PROXIES"})
    timezone: str = field(default="Asia/Jakarta", metadata={"env": "ELEARN_TIMEZONE"})
    language: str = field(default="id", metadata={"env": "ELEARN_LANGUAGE"})
    content: str = field(default="content", metadata={"env": "ELEARN_CONTENT"})
    target_jp_pns: int = field(default=20, metadata={"env": "ELEARN_TARGET_JP_PNS"})
    target_jp_pppk: int = field(default=20, metadata={"env": "ELEARN_TARGET_JP_PPPK"})
    jp_minutes: int = field(default=45, metadata={"env": "ELEARN_JP_MINUTES"})
    organizer: str = field(default="BKPSDM Kota Tangerang Selatan", metadata={"env": "ELEARN_ORGANIZER"})
    issuer: str = field(default="Pemerintah Kota Tangerang Selatan", metadata={"env": "ELEARN_ISSUER"})
    place: str = field(default="Tangerang Selatan", metadata={"env": "ELEARN_PLACE"})
    signatory_name: str = field(default="", metadata={"env": "ELEARN_SIGNATORY_NAME"})
    signatory_title: str = field(default="Kepala BKPSDM", metadata={"env": "ELEARN_SIGNATORY_TITLE"})
    emblem: str = field(default="", metadata={"env": "ELEARN_EMBLEM"})
    number_template: str = field(
        default="{klasifikasi}/{urut}/{unit}/{tahun}", metadata={"env": "ELEARN_NUMBER_TEMPLATE"}
    )
    number_classification: str = field(default="800", metadata={"env": "ELEARN_NUMBER_CLASSIFICATION"})
    number_unit: str = field(default="BKPSDM", metadata={"env": "ELEARN_NUMBER_UNIT"})
    contact: str = field(default="", metadata={"env": "ELEARN_CONTACT"})
    review_required: bool = field(default=False, metadata={"env": "ELEARN_REVIEW_REQUIRED"})

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days and years are named."""
        return ZoneInfo(self.timezone)

    @property
    def production(self) -> bool:
        """Whether real people use this instance."""
        return self.environment == "production"


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process.

    Raises:
        BadSetting: one is missing or makes no sense.
    """
    given = dict(environ)
    if "ELEARN_ENV" not in given:
        given = {**_settings_file(INSTANCE / "settings.env"), **given}
    settings = Settings(**{item.name: _value(item.name, item.metadata["env"], given) for item in fields(Settings)})
    _check(settings)
    return settings


def _settings_file(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = (line.partition("=") for line in lines if "=" in line and not line.lstrip().startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _value(name: str, env: str, given: Mapping[str, str]) -> Any:
    kind = Settings.__annotations__[name]
    default = Settings.__dataclass_fields__[name].default
    text = given.get(env, "").strip()
    if name == "database_url":
        return _database_url(text)
    if not text:
        if name == "secret_key":
            raise BadSetting(f"Set {env} in the environment (see README.md).")
        return default
    if kind is int:
        if not text.isdigit():
            raise BadSetting(f"{env} must be a whole number, not {text!r}.")
        return int(text)
    if kind is bool:
        if text.lower() not in YES_OR_NO:
            raise BadSetting(f"{env} must be yes or no, not {text!r}.")
        return YES_OR_NO[text.lower()]
    if kind == tuple[str, ...]:
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text


def _database_url(text: str) -> str:
    if not text:
        INSTANCE.mkdir(exist_ok=True)
        return f"sqlite:///{INSTANCE / 'elearn.db'}"
    if text.startswith("postgres://"):
        return "postgresql" + text.removeprefix("postgres")
    if not text.startswith(("sqlite:", "postgresql")):
        raise BadSetting("DATABASE_URL must begin with sqlite: or postgresql:.")
    return text


def _check(settings: Settings) -> None:
    if settings.environment not in ENVIRONMENTS:
        raise BadSetting(f"ELEARN_ENV must be one of {', '.join(ENVIRONMENTS)}.")
    if settings.language not in LANGUAGES:
        raise BadSetting(f"ELEARN_LANGUAGE must be one of {', '.join(LANGUAGES)}.")
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        raise BadSetting("ELEARN_TIMEZONE must name a zone such as Asia/Jakarta.") from None
    if not settings.base_url.startswith(("http://", "https://")):
        raise BadSetting("ELEARN_BASE_URL must begin with https:// (or http:// in development).")
    if not settings.jp_minutes:
        raise BadSetting("ELEARN_JP_MINUTES must be above 0.")
    try:
        certificate_number(settings.number_template, classification="", running=1, unit="", day=date.min)
    except (UnknownNumberField, ValueError) as wrong:
        fields_known = ", ".join(NUMBER_FIELDS)
        raise BadSetting(f"ELEARN_NUMBER_TEMPLATE needs urut and tahun, and knows {fields_known}: {wrong}.") from None
    if settings.emblem and not Path(settings.emblem).is_file():
        raise BadSetting("ELEARN_EMBLEM must name a file that exists, an SVG or a PNG.")
    if settings.production:
        _check_production(settings)


def _check_production(settings: Settings) -> None:
    if len(settings.secret_key) < 32:
        raise BadSetting("SECRET_KEY must have 32 characters or more in production.")
    if not settings.base_url.startswith("https://"):
        raise BadSetting("ELEARN_BASE_URL must begin with https:// in production.")
    if not settings.hosts:
        raise BadSetting("Set ELEARN_HOSTS to the host names that this instance answers to (see README.md).")
