"""Which features the platform has, and how they hear of each other without importing back."""

from flask import Flask

from elearn.accounts import cli as accounts_cli
from elearn.accounts import views as accounts_views
from elearn.accounts.signing_in import read_along
from elearn.certificates import cli as certificates_cli
from elearn.certificates import service as certificates_service
from elearn.certificates import views as certificates_views
from elearn.courses import views as courses_views
from elearn.home import views as home_views
from elearn.hours import service as hours_service
from elearn.hours import views as hours_views
from elearn.learning import standing
from elearn.learning import views as learning_views
from elearn.learning.events import course_completed
from elearn.office import cli as office_cli
from elearn.office import views as office_views
from elearn.pages import views as pages_views
from elearn.quizzes import cli as quizzes_cli
from elearn.quizzes import views as quizzes_views
from elearn.ratings import views as ratings_views
from elearn.studio import cli as studio_cli
from elearn.studio import views as studio_views


def init_app(app: Flask) -> None:
    """Register every feature's pages and commands, and what follows from completing a course."""
    for views in (
        pages_views,
        accounts_views,
        courses_views,
        learning_views,
        ratings_views,
        quizzes_views,
        hours_views,
        certificates_views,
        home_views,
        studio_views,
        office_views,
    ):
        app.register_blueprint(views.blueprint)
    for cli in (accounts_cli, studio_cli, quizzes_cli, certificates_cli, office_cli):
        app.cli.add_command(cli.commands)
    app.extensions["unit_pages"] = {"lesson": learning_views.show_lesson, "quiz": quizzes_views.show_quiz}
    for page in ("show_course", "show_unit"):
        read_along(f"learning.{page}", standing.ALONG)
    course_completed.connect(hours_service.credit_completion)
    course_completed.connect(certificates_service.award)
