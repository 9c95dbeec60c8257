"""`flask courses`: check, publish, export, ids, new."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy.exc import DatabaseError

import config
from elearn import clock
from elearn.courses import folders, publishing
from elearn.courses.folders import Folder
from elearn.coursetext.files import FolderNotEmpty, UnsafePath, write_files
from elearn.coursetext.findings import Finding, as_data, as_line, has_errors
from elearn.coursetext.ids import with_ids
from elearn.coursetext.load import Loaded
from elearn.coursetext.new import course_files
from elearn.coursetext.slugs import is_slug
from elearn.database import db
from elearn.domain.hours import local_day
from elearn.extensions import settings

commands = AppGroup("courses", help="Check, publish and export courses.")

paths_argument = click.argument("paths", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
language_option = click.option("--lang", type=click.Choice(config.LANGUAGES), help="Language of the messages.")


@commands.command()
@paths_argument
@language_option
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", help="For people or editors.")
def check(paths: tuple[Path, ...], lang: str | None, shape: str) -> None:
    """Say what is wrong in course folders, a finding a line; exit 1 if any is an error."""
    found = _read(paths)
    known = _known(found)
    findings = [
        (folder, finding) for folder, loaded in folders.load_all(found, known, _today()) for finding in loaded.findings
    ]
    language = lang or settings().language
    if shape == "json":
        click.echo(json.dumps([as_data(finding, language, folder.shown) for folder, finding in findings], indent=1))
    else:
        for folder, finding in findings:
            click.echo(as_line(finding, language, folder.shown))
    if has_errors(finding for _folder, finding in findings):
        sys.exit(1)


@commands.command()
@paths_argument
@language_option
def publish(paths: tuple[Path, ...], lang: str | None) -> None:
    """Make course folders the editions that learners read. A course with errors keeps its old edition; exit 1 then."""
    found = _read(paths)
    current = publishing.current_sha256s()
    changed = [f for f in found if current.get(f.slug, ("", 0))[0] != publishing.sources_sha256(f.files)]
    known = _known(found) if changed else {}
    for folder in found:
        if folder not in changed:
            click.echo(f"{folder.slug}: edition {current[folder.slug][1]}, unchanged")
    language = lang or settings().language
    done = [_publish_one(folder, loaded, language) for folder, loaded in folders.load_all(changed, known, _today())]
    if not all(done):
        sys.exit(1)


def _publish_one(folder: Folder, loaded: Loaded, language: str) -> bool:
    _print(folder, loaded.findings, language)
    try:
        done = publishing.publish(folder.slug, folder.files, loaded, now=clock.now(), by=None)
    except publishing.HasErrors:
        click.echo(f"{folder.slug}: not published, its errors stand above", err=True)
        return False
    click.echo(f"{folder.slug}: edition {done.number} published")
    return True


def _print(folder: Folder, findings: tuple[Finding, ...], language: str) -> None:
    for finding in findings:
        click.echo(as_line(finding, language, folder.shown), err=True)


@commands.command()
@click.argument("slug")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--edition", type=int, help="Number of the edition; the current one unless given.")
def export(slug: str, target: Path, edition: int | None) -> None:
    """Write the files of a published course into a new folder, byte for byte."""
    sources = publishing.sources(slug, edition)
    if sources is None:
        of_edition = f" with edition {edition}" if edition else ""
        raise click.ClickException(f"There is no published course {slug!r}{of_edition}.")
    _write(target, sources)
    click.echo(f"{slug}: {len(sources)} files written to {target}")


@commands.command()
@paths_argument
def ids(paths: tuple[Path, ...]) -> None:
    """Write missing question ids into the files; nothing else in them changes."""
    for folder, path in zip(_read(paths), folders.course_paths(paths), strict=True):
        changed = with_ids(folder.files)
        for name, data in changed.items():
            (path / name).write_bytes(data)
            click.echo(f"{folder.shown}/{name}")


@commands.command()
@click.argument("slug")
@click.option("--title", help="The course's title; made from the slug unless given.")
def new(slug: str, title: str | None) -> None:
    """Begin a course from a template that shows every idea of the format."""
    if not is_slug(slug):
        raise click.ClickException("A slug has small letters, digits and single hyphens, such as pelayanan-prima.")
    target = config.ROOT / settings().content / slug
    _write(target, course_files(slug, title or slug.replace("-", " ").title()))
    click.echo(f"{target}: edit course.md first, then run .venv/bin/flask courses check {settings().content}/{slug}")


def _today() -> date:
    return local_day(clock.now(), settings().zone)


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    try:
        write_files(target, files)
    except FolderNotEmpty:
        raise click.ClickException(f"{target} is there already and not empty.") from None
    except (UnsafePath, OSError) as wrong:
        raise click.ClickException(f"{target} can't be written: {wrong}.") from None


def _read(paths: tuple[Path, ...]) -> list[Folder]:
    try:
        return folders.read(paths)
    except folders.NoSuchFolder as missing:
        raise click.ClickException(f"There is no folder {missing}.") from None


def _known(found: list[Folder]) -> dict[str, tuple[str, ...]]:
    """Checking needs no database: without one, only the folders themselves are known."""
    try:
        return folders.known_courses(found)
    except DatabaseError:
        db.session.rollback()
        return folders.known_in(found)
