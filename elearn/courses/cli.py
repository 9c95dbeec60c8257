"""`flask courses`: check, ids, new. Publishing and exporting know of drafts, so they stand with the studio."""

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
from elearn.courses import folders
from elearn.courses.folders import Folder
from elearn.courses.import_cli import import_questions
from elearn.coursetext.files import FolderNotEmpty, UnsafePath, write_files
from elearn.coursetext.findings import as_data, as_line, has_errors
from elearn.coursetext.ids import with_ids
from elearn.coursetext.new import course_files
from elearn.coursetext.slugs import is_slug
from elearn.database import db
from elearn.domain.hours import local_day
from elearn.extensions import settings

commands = AppGroup("courses", help="Check, publish and export courses.")
commands.add_command(import_questions)

paths_argument = click.argument("paths", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
language_option = click.option("--lang", type=click.Choice(config.LANGUAGES), help="Language of the messages.")


@commands.command()
@paths_argument
@language_option
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", help="For people or editors.")
def check(paths: tuple[Path, ...], lang: str | None, shape: str) -> None:
    """Say what is wrong in course folders, a finding a line; exit 1 if any is an error."""
    found = read_folders(paths)
    known = known_courses(found)
    findings = [
        (folder, finding) for folder, loaded in folders.load_all(found, known, today()) for finding in loaded.findings
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
def ids(paths: tuple[Path, ...]) -> None:
    """Write missing question ids into the files; nothing else in them changes."""
    for folder, path in zip(read_folders(paths), folders.course_paths(paths), strict=True):
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
    write_folder(target, course_files(slug, title or slug.replace("-", " ").title()))
    click.echo(f"{target}: edit course.md first, then run .venv/bin/flask courses check {settings().content}/{slug}")


def today() -> date:
    """The day, as the calendar stands where the platform is used."""
    return local_day(clock.now(), settings().zone)


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a course's files into a new folder, or say in a sentence why not."""
    try:
        write_files(target, files)
    except FolderNotEmpty:
        raise click.ClickException(f"{target} is there already and not empty.") from None
    except (UnsafePath, OSError) as wrong:
        raise click.ClickException(f"{target} can't be written: {wrong}.") from None


def read_folders(paths: tuple[Path, ...]) -> list[Folder]:
    """The course folders named on the command line; one that isn't there is said in a sentence."""
    try:
        return folders.read(paths)
    except folders.NoSuchFolder as missing:
        raise click.ClickException(f"There is no folder {missing}.") from None


def known_courses(found: list[Folder]) -> dict[str, tuple[str, ...]]:
    """The prerequisites of every course. Checking needs no database: without one, the folders themselves are known."""
    try:
        return folders.known_courses(found)
    except DatabaseError:
        db.session.rollback()
        return folders.known_in(found)
