"""Home: the next thing to do, one tap away."""

from flask import Blueprint, render_template
from flask_login import current_user, login_required

from elearn import clock
from elearn.hours import service as hours
from elearn.learning import presenting
from elearn.learning.standing import standings_of

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@login_required
def show() -> str:
    """The next unit, JP of the year, pieces that fit the time one has, and one's courses."""
    year = hours.year_of(current_user.id, current_user.status, clock.now())
    return render_template("home/home.html", year=year, shelf=presenting.shelf(standings_of(current_user.id)))
