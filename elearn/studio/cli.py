"""`flask courses`: publish and export, which know of drafts in the studio."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from elearn import clock
from elearn.courses import folders, publishing
from elearn.courses.cli import (
    commands,
    known_courses,
    language_option,
    paths_argument,
    read_folders,
    today,
    write_folder,
)
from elearn.courses.folders import Folder
from elearn.coursetext.findings import Finding, as_line
from elearn.coursetext.load import Loaded
from elearn.domain.changes import ChangeKind
from elearn.domain.file_changes import FileChange
from elearn.extensions import settings
from elearn.studio import outside
from elearn.studio.drafts import files_of

SAID = {ChangeKind.ADDED: "only in the studio", ChangeKind.REMOVED: "not in the studio", ChangeKind.CHANGED: "differs"}
"""What is said of a file that differs between a folder and the draft."""


@commands.command()
@paths_argument
@language_option
@click.option(
    "--over-studio", is_flag=True, help="Publish even over newer work in the studio, which stays in its draft."
)
def publish(paths: tuple[Path, ...], lang: str | None, over_studio: bool) -> None:
    """Make course folders the editions that learners read.

    A course with errors keeps its old edition, and so does one that has newer work in the studio; exit 1 then.
    """
    found = read_folders(paths)
    current = publishing.current_sha256s()
    changed = [f for f in found if current.get(f.slug, ("", 0))[0] != publishing.sources_sha256(f.files)]
    known = known_courses(found) if changed else {}
    for folder in found:
        if folder not in changed:
            click.echo(f"{folder.slug}: edition {current[folder.slug][1]}, unchanged")
    free = [folder for folder in changed if over_studio or _nothing_newer(folder)]
    language = lang or settings().language
    done = [_publish_one(folder, loaded, language) for folder, loaded in folders.load_all(free, known, today())]
    if not all(done) or len(free) < len(changed):
        sys.exit(1)


def _nothing_newer(folder: Folder) -> bool:
    """Whether the studio has nothing newer; if it has, say in which files."""
    differing = outside.newer_work(folder.slug, folder.files)
    if differing:
        click.echo(f"{folder.slug}: not published, the studio has newer work. These files differ:", err=True)
        for change in differing:
            click.echo(f"  {_line(change)}", err=True)
        click.echo("  Take them with flask courses export --draft, or publish with --over-studio.", err=True)
    return not differing


def _line(change: FileChange) -> str:
    path = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in change.path)
    return f"{path}: {SAID[change.kind]}"


def _publish_one(folder: Folder, loaded: Loaded, language: str) -> bool:
    _print(folder, loaded.findings, language)
    try:
        done = publishing.publish(folder.slug, folder.files, loaded, now=clock.now(), by=None)
    except publishing.HasErrors:
        click.echo(f"{folder.slug}: not published, its errors stand above", err=True)
        return False
    outside.tell_draft(folder.slug, folder.files, now=clock.now())
    click.echo(f"{folder.slug}: edition {done.number} published")
    return True


def _print(folder: Folder, findings: tuple[Finding, ...], language: str) -> None:
    for finding in findings:
        click.echo(as_line(finding, language, folder.shown), err=True)


@commands.command()
@click.argument("slug")
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--edition", type=int, help="Number of the edition; the current one unless given.")
@click.option("--draft", is_flag=True, help="What the studio's draft has now, published or not.")
def export(slug: str, target: Path, edition: int | None, draft: bool) -> None:
    """Write the files of a course into a new folder, byte for byte."""
    if draft and edition is not None:
        raise click.ClickException("Choose one of --draft and --edition.")
    sources = _draft(slug) if draft else _edition(slug, edition)
    write_folder(target, sources)
    click.echo(f"{slug}: {len(sources)} files written to {target}")


def _edition(slug: str, number: int | None) -> Mapping[str, bytes]:
    sources = publishing.sources(slug, number)
    if sources is None:
        of_edition = f" with edition {number}" if number else ""
        raise click.ClickException(f"There is no published course {slug!r}{of_edition}.")
    return sources


def _draft(slug: str) -> Mapping[str, bytes]:
    draft = outside.draft_called(slug)
    if draft is None:
        raise click.ClickException(f"The studio has no draft {slug!r}.")
    return files_of(draft.id)
