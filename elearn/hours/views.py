"""The ledger as its owner sees it."""

from flask import Blueprint, render_template
from flask_login import current_user, login_required

from elearn import clock
from elearn.hours import service

blueprint = Blueprint("hours", __name__)


@blueprint.get("/hours")
@login_required
def mine() -> str:
    """The person's own JP, year by year."""
    years = service.ledger_of(current_user.id, current_user.status, clock.now())
    return render_template("hours/mine.html", years=years)
