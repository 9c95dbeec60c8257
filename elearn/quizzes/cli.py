"""`flask quizzes`: what has to be done for attempts when nobody looks at them."""

import click
from flask.cli import AppGroup

from elearn import clock
from elearn.quizzes import service

commands = AppGroup("quizzes", help="Attempts at quizzes.")


@commands.command("close-expired")
def close_expired() -> None:
    """Grade attempts whose time is over, with what was saved. To be run every few minutes."""
    click.echo(f"graded: {service.close_overdue(now=clock.now())}")
