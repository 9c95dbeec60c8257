"""Commands."""

import click

commands = click.Group("courses")
