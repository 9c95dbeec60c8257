"""Every route, with every role: one table of what each gets, and nothing that the table doesn't know."""

import pytest
from werkzeug.routing import IntegerConverter

from tests.support.world import ROLES

SIGN_IN = 302
"""Strangers are led to the sign-in form."""

ANYBODY = (200, 200, 200, 200, 200, 200)
SIGNED_IN = (SIGN_IN, 200, 200, 200, 200, 200)
OWNER = (SIGN_IN, 200, 404, 404, 404, 404)
OWNER_AND_ADMIN = (SIGN_IN, 200, 404, 404, 404, 200)
WRITER = (SIGN_IN, 403, 403, 200, 200, 200)
"""Every trainer and admin."""
DRAFT = (SIGN_IN, 403, 403, 200, 404, 200)
"""The trainer whose draft it is, and admins."""
ADMIN = (SIGN_IN, 403, 403, 403, 403, 200)
DONE = 303
"""A form did its work and leads on."""
DRAFT_DONE = (SIGN_IN, 403, 403, DONE, 404, DONE)

TABLE = {
    # endpoint and method: status for stranger, learner (whose things they are), other learner, trainer, other trainer,
    # admin; forms are sent with a token and nothing else, so one that wants more is shown again
    ("accounts.account", "GET"): SIGNED_IN,
    ("accounts.change_password", "GET"): SIGNED_IN,
    ("accounts.change_password", "POST"): SIGNED_IN,
    ("accounts.choose_language", "POST"): (SIGN_IN, 400, 400, 400, 400, 400),
    ("accounts.end_session", "POST"): (SIGN_IN, DONE, 404, 404, 404, 404),
    ("accounts.end_other_sessions", "POST"): (SIGN_IN, DONE, DONE, DONE, DONE, DONE),
    ("accounts.first_sign_in", "GET"): ANYBODY,
    ("accounts.first_sign_in", "POST"): ANYBODY,
    ("accounts.forgot_password", "GET"): ANYBODY,
    ("accounts.sign_in", "GET"): (200, DONE, DONE, DONE, DONE, DONE),
    ("accounts.sign_in", "POST"): (200, DONE, DONE, DONE, DONE, DONE),
    ("accounts.sign_out", "POST"): (DONE, DONE, DONE, DONE, DONE, DONE),
    ("certificates.approve", "POST"): ADMIN,
    ("certificates.ask", "GET"): ANYBODY,
    ("certificates.certificate", "GET"): ADMIN,
    ("certificates.decline", "GET"): ADMIN,
    ("certificates.decline", "POST"): ADMIN,
    ("certificates.download", "GET"): OWNER_AND_ADMIN,
    ("certificates.mine", "GET"): SIGNED_IN,
    ("certificates.office", "GET"): ADMIN,
    ("certificates.office", "POST"): ADMIN,
    ("certificates.replace", "GET"): ADMIN,
    ("certificates.replace", "POST"): ADMIN,
    ("certificates.revoke", "GET"): ADMIN,
    ("certificates.revoke", "POST"): ADMIN,
    ("certificates.verify", "GET"): ANYBODY,
    ("courses.show_media", "GET"): SIGNED_IN,
    ("home.show", "GET"): SIGNED_IN,
    ("hours.mine", "GET"): SIGNED_IN,
    ("learning.catalogue", "GET"): SIGNED_IN,
    ("learning.enrol", "POST"): (SIGN_IN, DONE, DONE, DONE, DONE, DONE),
    ("learning.show_changes", "GET"): (SIGN_IN, 200, 302, 302, 302, 302),  # nothing changed for who read nothing
    ("learning.show_course", "GET"): SIGNED_IN,
    ("learning.show_unit", "GET"): SIGNED_IN,
    ("learning.show_unit", "POST"): (SIGN_IN, DONE, DONE, DONE, DONE, DONE),
    ("office.list_people", "GET"): ADMIN,
    ("office.list_people", "POST"): ADMIN,
    ("office.new_code", "GET"): ADMIN,
    ("office.new_code", "POST"): ADMIN,
    ("office.new_person", "GET"): ADMIN,
    ("office.new_person", "POST"): ADMIN,
    ("office.overview", "GET"): ADMIN,
    ("office.participation", "GET"): ADMIN,
    ("office.participation", "POST"): ADMIN,
    ("office.person", "GET"): ADMIN,
    ("office.person", "POST"): ADMIN,
    ("pages.choose_language", "POST"): (DONE, DONE, DONE, DONE, DONE, DONE),
    ("pages.health", "GET"): ANYBODY,
    ("pages.offline", "GET"): ANYBODY,
    ("pages.privacy", "GET"): ANYBODY,
    ("pages.service_worker", "GET"): ANYBODY,
    ("quizzes.review", "GET"): OWNER,
    ("quizzes.save_answers", "POST"): (SIGN_IN, 400, 404, 404, 404, 404),  # nothing to save
    ("quizzes.show_attempt", "GET"): OWNER,
    ("quizzes.show_result", "GET"): (SIGN_IN, 302, 404, 404, 404, 404),  # the attempt is still open
    ("quizzes.submit", "POST"): (SIGN_IN, DONE, 404, 404, 404, 404),
    ("studio.answer_remark", "POST"): DRAFT_DONE,
    ("studio.answer_review", "POST"): DRAFT,
    ("studio.archive", "GET"): DRAFT,
    ("studio.archive", "POST"): DRAFT_DONE,
    ("studio.ask_restore", "GET"): DRAFT,
    ("studio.ask_review", "POST"): DRAFT,
    ("studio.bring_back", "POST"): DRAFT_DONE,
    ("studio.compare", "GET"): DRAFT,
    ("studio.publish", "POST"): DRAFT_DONE,  # what the page showed isn't what stands there: nothing is published
    ("studio.restore", "POST"): DRAFT_DONE,
    ("studio.settle_newer", "POST"): DRAFT_DONE,
    ("studio.settle_remark", "POST"): DRAFT_DONE,
    ("studio.show_edition", "GET"): DRAFT,
    ("studio.show_edition_unit", "GET"): DRAFT,
    ("studio.show_editions", "GET"): DRAFT,
    ("studio.show_publish", "GET"): DRAFT,
    ("studio.show_review", "GET"): DRAFT,
    ("studio.try_again", "POST"): DRAFT_DONE,
    ("studio.try_course", "GET"): DRAFT,
    ("studio.try_enrol", "POST"): DRAFT_DONE,
    ("studio.try_unit", "GET"): DRAFT,
    ("studio.try_unit", "POST"): DRAFT_DONE,
    ("studio.withdraw_review", "POST"): DRAFT_DONE,
    ("studio.write_remark", "POST"): DRAFT_DONE,
    ("studio.edit", "GET"): DRAFT,
    ("studio.show_files", "GET"): DRAFT,
    ("studio.show_history", "GET"): DRAFT,
    ("studio.take_back", "POST"): DRAFT_DONE,
    ("studio.add_questions", "POST"): (SIGN_IN, 403, 403, DONE, 404, 404),
    ("studio.converted_questions", "GET"): (SIGN_IN, 403, 403, 200, 404, 404),
    ("studio.converted_remarks", "GET"): (SIGN_IN, 403, 403, 200, 404, 404),
    ("studio.converted_text", "GET"): (SIGN_IN, 403, 403, 200, 404, 404),
    ("studio.convert_questions", "POST"): (SIGN_IN, 403, 403, 400, 404, 400),  # no file
    ("studio.export", "GET"): DRAFT,
    ("studio.export_gift", "GET"): DRAFT,
    ("studio.export_qti", "GET"): DRAFT,
    ("studio.import_questions", "GET"): DRAFT,
    ("studio.export_print", "GET"): DRAFT,
    ("studio.export_scorm", "GET"): DRAFT,
    ("studio.export_zip", "GET"): DRAFT,
    ("studio.import_course", "GET"): WRITER,
    ("studio.import_course", "POST"): (SIGN_IN, 403, 403, DONE, DONE, DONE),
    ("studio.import_report", "POST"): (SIGN_IN, 403, 403, DONE, 404, 404),  # at the address that the files suggest
    ("studio.import_report", "GET"): (SIGN_IN, 403, 403, 200, 404, 404),
    ("studio.figures", "GET"): DRAFT,
    ("studio.figures_csv", "GET"): DRAFT,
    ("studio.figures_xlsx", "GET"): DRAFT,
    ("studio.question_figures", "GET"): DRAFT,
    ("studio.add", "POST"): DRAFT_DONE,
    ("studio.files", "GET"): DRAFT,
    ("studio.insert", "POST"): DRAFT_DONE,
    ("studio.move", "POST"): DRAFT_DONE,
    ("studio.my_courses", "GET"): WRITER,
    ("studio.new", "GET"): WRITER,
    ("studio.new", "POST"): WRITER,
    ("studio.people", "GET"): DRAFT,
    ("studio.people", "POST"): DRAFT,
    ("studio.remove", "POST"): DRAFT_DONE,
    ("studio.rename", "POST"): DRAFT_DONE,
    ("studio.outline", "GET"): DRAFT,
    ("studio.draft_media", "GET"): DRAFT,
    ("studio.preview", "POST"): (SIGN_IN, 403, 403, 400, 404, 400),
    ("studio.take", "POST"): (SIGN_IN, 403, 403, 403, 403, 404),  # no course named
    ("studio.undo", "POST"): DRAFT_DONE,
    ("studio.unshare", "POST"): (SIGN_IN, 403, 403, 400, 404, 400),  # nobody named
    ("studio.upload", "POST"): DRAFT_DONE,
    ("studio.last_saved", "GET"): DRAFT,
    ("studio.save", "POST"): (SIGN_IN, 403, 403, 400, 404, 400),  # no text
    ("studio.save_form", "POST"): (SIGN_IN, 403, 403, 400, 404, 400),  # no text
    ("ratings.rate", "GET"): (SIGN_IN, 200, DONE, DONE, DONE, DONE),  # who completed the course is asked
    ("ratings.rate", "POST"): (SIGN_IN, 200, DONE, DONE, DONE, DONE),
    ("static", "GET"): ANYBODY,
}

OPEN = {
    "accounts.first_sign_in", "accounts.forgot_password", "accounts.sign_in", "accounts.sign_out", "certificates.ask",
    "certificates.verify", "pages.choose_language", "pages.health", "pages.offline", "pages.privacy",
    "pages.service_worker", "static",
}  # fmt: skip
"""Routes that answer people who aren't signed in; every other one asks them to."""


def routes(app):
    """Every endpoint with each method that it takes."""
    taken = {(rule.endpoint, method) for rule in app.url_map.iter_rules() for method in rule.methods or ()}
    return {(endpoint, method) for endpoint, method in taken if method not in ("HEAD", "OPTIONS")}


def answers(visit, world, method):
    """What each role gets from each route of a method, every request with a session of its own."""
    found = {}
    for endpoint in (key[0] for key in TABLE if key[1] == method):
        address = world.address(endpoint)
        found[endpoint, method] = tuple(_status(visit(world.people[role]), method, address) for role in ROLES)
    return found


def _status(visitor, method, address):
    return (visitor.post(address) if method == "POST" else visitor.get(address)).status_code


def test_the_table_has_every_route_and_no_other(app):
    assert routes(app) == set(TABLE)


@pytest.fixture
def inside(app):
    """Addresses are made as inside a request."""
    with app.test_request_context():
        yield


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_role_gets_what_the_table_says(world, visit, inside, method):
    expected = {key: statuses for key, statuses in TABLE.items() if key[1] == method}

    found = answers(visit, world, method)

    assert {key: found[key] for key in expected if found[key] != expected[key]} == {}


def test_every_route_asks_strangers_to_sign_in_unless_listed(app, world, visit, inside):
    stranger = visit(None)
    answering = set()
    for endpoint, method in routes(app):
        send = stranger.post if method == "POST" else stranger.get
        response = send(world.address(endpoint))
        if not (response.status_code == SIGN_IN and response.location.startswith("/sign-in")):
            answering.add(endpoint)

    assert answering == OPEN


def test_every_change_is_refused_without_a_token(app, world, visit, inside):
    visitors = {role: visit(person) for role, person in world.people.items()}

    taken = {
        (endpoint, role): response.status_code
        for endpoint, method in routes(app)
        if method == "POST"
        for role, visitor in visitors.items()
        if (response := visitor.client.post(world.address(endpoint), data={"reason": "x" * 20})).status_code != 400
    }

    assert taken == {}


def test_every_change_is_refused_with_the_token_of_somebody_else(app, world, visit, inside):
    admin, other = visit(world.people["admin"]), visit(world.people["learner"])
    token = other.token()

    taken = {
        endpoint: response.status_code
        for endpoint, method in routes(app)
        if method == "POST"
        if (response := admin.client.post(world.address(endpoint), data={"csrf_token": token})).status_code != 400
    }

    assert taken == {}


def test_only_a_form_sent_by_post_changes_anything(app, world, visit, inside):
    admin = visit(world.people["admin"])

    taken = {
        (rule.endpoint, method): response.status_code
        for rule in app.url_map.iter_rules()
        for method in ("PUT", "PATCH", "DELETE")
        if (response := admin.client.open(world.address(rule.endpoint), method=method)).status_code not in (400, 405)
    }

    assert taken == {}


def test_asking_for_the_head_of_a_page_gets_what_the_page_gets_and_no_page(app, world, visit, inside):
    learner = visit(world.people["learner"])
    different = {}
    for endpoint, method in sorted(routes(app)):
        if method == "GET":
            page = learner.client.get(world.address(endpoint)).status_code
            head = learner.client.head(world.address(endpoint))
            if (head.status_code, head.data) != (page, b""):
                different[endpoint] = (page, head.status_code)

    assert different == {}


@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**30])
def test_a_number_that_nothing_has_is_not_found(app, world, visit, inside, number):
    admin = visit(world.people["admin"])
    numbered = [rule for rule in app.url_map.iter_rules() if _has_number(rule)]

    found = {}
    for rule in numbered:
        path = rule.rule.split("<")[0] + str(number) + rule.rule.split(">")[1]
        for method in rule.methods & {"GET", "POST"}:
            status = _status(admin, method, path)
            if status != 404:
                found[method, path] = status

    assert numbered
    assert found == {}


def _has_number(rule):
    return any(isinstance(converter, IntegerConverter) for converter in rule._converters.values())
