"""Home: the next thing to do, one tap away."""

from flask import Blueprint, render_template
from flask_login import current_user, login_required

from elearn import clock
from elearn.extensions import settings
from elearn.home.greeting import part_of_day, short_name
from elearn.hours import service as hours
from elearn.learning import presenting
from elearn.learning.standing import standings_of

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@login_required
def show() -> str:
    """The next unit, JP of the year, pieces that fit the time one has, and one's courses."""
    now = clock.now()
    return render_template(
        "home/home.html",
        part_of_day=part_of_day(now.astimezone(settings().zone).hour),
        short_name=short_name(current_user.name),
        year=hours.year_of(current_user.id, current_user.status, now),
        shelf=presenting.shelf(standings_of(current_user.id)),
    )
