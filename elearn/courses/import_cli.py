"""`flask courses import`: questions of other platforms as course text."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click
from flask.cli import with_appcontext

import config
from elearn.coursetext.convert.as_files import QuestionFile, as_files, identified
from elearn.coursetext.convert.formats_in import READERS
from elearn.coursetext.findings import as_line
from elearn.coursetext.slugs import slugify, title_of_key
from elearn.extensions import settings


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--format", "shape", type=click.Choice(tuple(READERS)), required=True, help="What the file is.")
@click.option("--as", "kind", type=click.Choice(("bank", "quiz")), default="bank", help="What it becomes.")
@click.option("--into", type=click.Path(path_type=Path), help="The Markdown file to write; printed unless given.")
@click.option("--lang", type=click.Choice(config.LANGUAGES), help="Language of the messages.")
@with_appcontext
def import_questions(file: Path, shape: str, kind: str, into: Path | None, lang: str | None) -> None:
    """Turn questions in GIFT, Aiken, Moodle XML or QTI 2.1 into course text; name what can't be. Exit 1 without any."""
    imported = READERS[shape](file.name, file.read_bytes())
    for finding in imported.findings:
        click.echo(as_line(finding, lang or settings().language), err=True)
    questions = identified(imported.questions, frozenset())
    texts = as_files(questions, title_of_key(slugify((into or file).stem)), quiz=kind == "quiz")
    if into is None:
        click.echo("\n".join(text.text for text in texts), nl=False)
    else:
        _write(into, texts)
        _write_pictures(into.parent.parent / "media", imported.media)
    if not questions:
        sys.exit(1)


def _write(into: Path, texts: tuple[QuestionFile, ...]) -> None:
    """The first text under the name that was asked for, further ones beside it."""
    for number, text in enumerate(texts, start=1):
        path = into if number == 1 else into.with_stem(f"{into.stem}-{number}")
        if path.exists():
            raise click.ClickException(f"{path} is there already.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.text, encoding="utf-8")
        click.echo(f"{path}: {text.questions} questions")


def _write_pictures(folder: Path, pictures: Mapping[str, bytes]) -> None:
    """Pictures that came along, beside those that the course has; none is written over another."""
    for name, data in pictures.items():
        path = folder / name
        if path.exists() and path.read_bytes() != data:
            raise click.ClickException(f"{path} is there already, with another picture.")
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        click.echo(path)
