"""What holds for every answer: headers, cookies, hosts, and no way out to other sites."""

import re
from dataclasses import replace

import pytest

from elearn.accounts.passwords import hash_password
from elearn.app import create_app
from elearn.database import db
from elearn.security import own_address
from tests.site import looking
from tests.support.client import SeparateClient
from tests.support.visitor import TOKEN, Visitor
from tests.support.world import PASSWORD, reader_of

HOST = "belajar.contoh.go.id"
HTTPS = {"base_url": f"https://{HOST}"}

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
MEDIA = ("picture", "not changed")
"""A drawing may carry style of its own; opened alone, it stands in a sandbox."""

STRICT = {"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", "form-action": "'self'"}


@pytest.fixture
def production(app, settings):
    """The application as it stands behind a proxy that ends TLS, on the database of the tests."""
    made = create_app(replace(settings, base_url=f"https://{HOST}", hosts=(HOST,)))
    made.test_client_class = SeparateClient
    yield made
    with made.app_context():
        db.engine.dispose()


def rules_of(policy):
    """A content security policy by directive."""
    return dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))


def kinds_of_answers(visit, world):
    """One answer of every kind: pages, redirects, errors, files, data."""
    stranger, learner, admin = (visit(world.people[role]) for role in ("stranger", "learner", "admin"))
    script = {"headers": {"Accept": "application/json"}}
    yield from ((f"page {name}", (admin if name.startswith("office") else learner).client.get(path))
                for name, path in world.pages.items())  # fmt: skip
    yield "page of a stranger", stranger.client.get("/sign-in")
    yield "redirect", stranger.client.get("/")
    yield "refused script", stranger.client.get("/", **script)
    yield "not found", learner.client.get("/tidak-ada")
    yield "forbidden", learner.client.get("/office/")
    yield "wrong method", learner.client.put("/courses/")
    yield "expired form", learner.client.post("/language")
    yield "too large", learner.client.post("/language", data={"next": "x" * 300_000})
    yield "health", stranger.client.get("/health")
    yield "style", stranger.client.get("/static/css/app.css?v=1")
    yield "picture", learner.client.get(world.address("courses.show_media"))
    yield "no picture", learner.client.get("/courses/melayani/media/0000000000000000.svg")
    yield "certificate", learner.client.get(world.address("certificates.download"))
    path = world.address("courses.show_media")
    tag = learner.client.get(path).headers["ETag"]
    yield "not changed", learner.client.get(path, headers={"If-None-Match": tag})


@pytest.fixture
def answers_of_every_kind(app, world, visit):
    """Answers by what they are."""
    with app.test_request_context():
        return dict(kinds_of_answers(visit, world))


def test_every_answer_carries_the_headers_that_protect_its_reader(answers_of_every_kind):
    lacking = {}
    for name, response in answers_of_every_kind.items():
        wrong = {header for header, value in ALWAYS.items() if response.headers.get(header) != value}
        if wrong:
            lacking[name] = wrong

    assert lacking == {}


def test_no_answer_lets_anything_run_but_our_own_files(answers_of_every_kind):
    loose = {}
    for name, response in answers_of_every_kind.items():
        rules = rules_of(response.headers["Content-Security-Policy"])
        scripts = rules.get("script-src", rules["default-src"])
        if scripts not in ("'self'", "'none'") or "unsafe-eval" in str(rules):
            loose[name] = rules
        if name in MEDIA:
            continue
        if "unsafe-inline" in str(rules) or any(rules.get(key) != value for key, value in STRICT.items()):
            loose[name] = rules

    assert loose == {}


def test_every_answer_has_one_of_each_header(answers_of_every_kind):
    doubled = {}
    for name, response in answers_of_every_kind.items():
        names = [header.lower() for header, _value in response.headers if header.lower() not in ("set-cookie", "vary")]
        if len(names) != len(set(names)):
            doubled[name] = sorted(header for header in names if names.count(header) > 1)

    assert doubled == {}


def test_no_cache_keeps_what_is_a_persons_own(answers_of_every_kind):
    kept = {
        name: response.headers["Cache-Control"]
        for name, response in answers_of_every_kind.items()
        if response.headers["Cache-Control"] != "no-store"
    }

    picture = "private, max-age=31536000, immutable"
    assert kept == {
        "page offline": "no-cache",
        "style": "public, max-age=31536000, immutable",
        "picture": picture,
        "not changed": picture,
    }


def test_no_answer_names_the_server_behind_it(answers_of_every_kind):
    assert {name for name, response in answers_of_every_kind.items() if "X-Powered-By" in response.headers} == set()


def sign_in(client, person, **fields):
    """Sign in by the form, over https."""
    page = client.get("/sign-in", **HTTPS).text
    token = TOKEN.search(page)[1]
    form = {"csrf_token": token, "nip": person.nip, "password": PASSWORD, **fields}
    return client.post("/sign-in", data=form, **HTTPS)


@pytest.fixture
def person(people):
    """Somebody with a password."""
    return people.create(password_hash=hash_password(PASSWORD))


def cookies(response):
    """The cookies that an answer sets, as name, value and attributes."""
    return {text.partition("=")[0]: text.split("; ")[1:] for text in response.headers.getlist("Set-Cookie")}


def test_the_session_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_http(production, person):
    attributes = cookies(sign_in(production.test_client(), person))["__Host-elearn"]

    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(attributes)
    assert not any(attribute.startswith("Domain") for attribute in attributes)


def test_the_session_ends_with_the_browser_unless_it_is_to_be_remembered(production, person):
    short = cookies(sign_in(production.test_client(), person))["__Host-elearn"]
    remembered = cookies(sign_in(production.test_client(), person, remember="y"))["__Host-elearn"]

    assert not any(attribute.startswith(("Expires", "Max-Age")) for attribute in short)
    assert any(attribute.startswith("Expires") for attribute in remembered)


def test_the_language_cookie_is_as_guarded(production):
    client = production.test_client()
    token = TOKEN.search(client.get("/privacy", **HTTPS).text)[1]

    answer = client.post("/language", data={"csrf_token": token, "language": "en"}, **HTTPS)

    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookies(answer)["language"])


def test_the_cookie_names_nobody(production, person):
    client = production.test_client()
    sign_in(client, person)

    cookie = client.get_cookie("__Host-elearn", domain=HOST)

    assert person.nip not in cookie.value
    assert person.name.split()[0] not in cookie.value


def test_browsers_are_told_to_come_back_by_https_only(production):
    answer = production.test_client().get("/sign-in", **HTTPS)

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_in_development_browsers_are_not_bound_to_https(client):
    assert "Strict-Transport-Security" not in client.get("/sign-in").headers


@pytest.mark.parametrize(
    "host", ["lain.contoh.go.id", f"{HOST}.lain.id", f"lain-{HOST}", "127.0.0.1", f"{HOST}@lain.id", "[::1]"]
)
def test_only_hosts_of_the_settings_are_answered(production, host):
    answer = production.test_client().get("/sign-in", base_url="https://x", headers={"Host": host})

    assert answer.status_code == 400


@pytest.mark.parametrize("host", [HOST, HOST.upper(), f"{HOST}:443"])
def test_a_host_of_the_settings_is_answered_however_it_is_written(production, host):
    answer = production.test_client().get("/sign-in", base_url="https://x", headers={"Host": host})

    assert answer.status_code == 200


def test_a_forwarded_host_counts_for_nothing_without_a_proxy(production):
    answer = production.test_client().get("/", headers={"X-Forwarded-Host": "lain.id"}, **HTTPS)

    assert "lain.id" not in answer.location


ELSEWHERE = [
    "https://lain.id/", "http:lain.id", "//lain.id", "///lain.id", "/\\lain.id", "\\\\lain.id", "/\t/lain.id",
    "/\n/lain.id", " //lain.id", "https:/lain.id", "javascript:alert(1)", "data:text/html,x", "lain.id", "",
    "/%0d/..//lain.id\r\nX: y",
]  # fmt: skip


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_never_leads_to_another_site(client, person, target):
    visitor = Visitor(client)
    form = {"nip": person.nip, "password": PASSWORD, "next": target}

    answer = visitor.post("/sign-in", form)

    assert (answer.status_code, answer.location) == (303, "/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_the_sign_in_form_carries_no_way_to_another_site(client, target):
    page = client.get("/sign-in", query_string={"next": target}).text

    fields = [field for field in looking.read(page).iter("input") if field.get("name") == "next"]
    form = next(form for form in looking.read(page).iter("form") if form.get("action") is None)
    assert all(field.get("value").startswith("/sign-in") for field in fields)
    assert not [field for field in form.iter("input") if field.get("name") == "next"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_choosing_a_language_never_leads_to_another_site(client, target):
    answer = Visitor(client).post("/language", {"language": "en", "next": target})

    assert (answer.status_code, answer.location) == (303, "/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_address_elsewhere_passes_for_one_of_ours(target):
    assert own_address(target) is None


@pytest.mark.parametrize("target", ["/", "/courses/", "/courses/?q=a&b=//c", "/v/ABC"])
def test_a_path_of_this_site_is_a_place_to_go(target):
    assert own_address(target) == target


def test_signing_in_leads_to_the_page_that_was_asked_for(client, person, publish):
    asked = client.get("/courses/?q=warga")
    page = client.get(asked.location).text
    wanted = next(f.get("value") for f in looking.read(page).iter("input") if f.get("name") == "next")

    answer = Visitor(client).post("/sign-in", {"nip": person.nip, "password": PASSWORD, "next": wanted})

    assert answer.location == "/courses/?q=warga"


BROKEN_CHARACTER = b"\xed\xa0\x80"
ODD = ["\0", "sepuluh huruf\0", BROKEN_CHARACTER.decode("latin-1"), "x" * 6000, "'\"><%", "-1", "9" * 40]


def test_nothing_that_is_typed_into_a_form_breaks_a_page(world, visit):
    visitors = {role: visit(person) for role, person in world.people.items()}
    forms = {
        (reader_of(name), *form)
        for name, path in world.pages.items()
        for form in _forms(visitors[reader_of(name)].client.get(path).text, path)
    }

    broken = {}
    for reader, method, action, fields in forms:
        for odd in ODD:
            data = {**dict.fromkeys(fields, odd), "csrf_token": visitors[reader].token()}
            sent = {"data": data} if method == "post" else {"query_string": data}
            status = visitors[reader].client.open(action, method=method.upper(), **sent).status_code
            if status >= 500:
                broken[action, odd[:20]] = status

    assert forms
    assert broken == {}


def _forms(html, path):
    """The forms of a page that have something to fill in: method, action and names of fields."""
    for form in looking.read(html).iter("form"):
        names = frozenset(field.get("name") for field in form.iter() if field.get("name")) - {"csrf_token"}
        if names and (form.get("action") != "/language" or path == "/privacy"):
            yield (form.get("method") or "get"), (form.get("action") or path).partition("#")[0], names


ADDRESSES = ["%00", "a%00b", "%ED%A0%80", "x" * 6000, "%27%22", "%F0%9F%98%80", "..%2f..", "%2e%2e"]


@pytest.mark.parametrize("odd", ADDRESSES)
def test_nothing_that_is_typed_into_an_address_breaks_a_page(app, world, visit, odd):
    visitors = [visit(world.people[role]) for role in ("learner", "admin")]
    broken = {}
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<[^>]+>", odd, re.sub(r"<int[^>]*>", "1", rule.rule))
        for visitor in visitors:
            status = visitor.client.get(f"{path}?q={odd}&page={odd}&next={odd}&code={odd}&language={odd}").status_code
            if status >= 500:
                broken[path] = status

    assert broken == {}
