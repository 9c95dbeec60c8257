"""Commands."""

import click

commands = click.Group("quizzes")
