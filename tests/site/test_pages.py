"""What holds for every page, whoever reads it and in whichever language."""

import gzip
import re
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

import config
from tests.site import looking
from tests.support.courses import question_kinds
from tests.support.visitor import check_page
from tests.support.world import reader_of

HEAVIEST_LESSON = 40_000
HEAVIEST_SCRIPTS = 15_000


@pytest.fixture
def pages(world, visit):
    """Every page, by name: where it stands, and what its reader gets."""

    def fetch(language="id"):
        visitors = {}
        for name, path in world.pages.items():
            reader = reader_of(name)
            if reader not in visitors:
                visitors[reader] = visit(world.people[reader])
                visitors[reader].client.set_cookie("language", language)
            yield name, path, visitors[reader].client.get(path)

    return fetch


def found_in(pages, look, language="id"):
    """What `look` finds on each page, pages where it finds nothing left out."""
    found = {name: look(looking.read(response.text)) for name, _path, response in pages(language)}
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_is_valid_with_one_h1_that_agrees_with_the_title(pages, language):
    wrong = {}
    for name, _path, response in pages(language):
        try:
            check_page(response.text)
        except AssertionError as problem:
            wrong[name] = str(problem).splitlines()[0]

    assert wrong == {}


def test_every_page_of_the_table_is_the_page_that_it_says(pages):
    statuses = {name: response.status_code for name, _path, response in pages() if response.status_code != 200}

    assert statuses == {"verification, unknown": 404, "not found": 404}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_says_which_language_it_is_in(pages, language):
    found = found_in(pages, lambda page: page.get("lang") != language and page.get("lang"), language)

    assert found == {}


def test_every_field_has_a_label(pages):
    assert found_in(pages, looking.fields_without_label) == {}


def test_every_link_and_button_has_a_name(pages):
    assert found_in(pages, looking.without_a_name) == {}


def test_what_a_page_points_at_stands_on_it(pages):
    assert found_in(pages, lambda page: looking.pointed_at(page) - looking.ids(page)) == {}


def test_every_link_leads_somewhere(pages, world, visit):
    wanted = {}
    for name, path, response in pages():
        for link in looking.links(looking.read(response.text)):
            address, part = urldefrag(urljoin(path, link))
            if not urlsplit(address).netloc and address != path:
                wanted.setdefault((reader_of(name), address), set()).add((name, part))

    visitors = {role: visit(person) for role, person in world.people.items()}
    dead = {}
    for (reader, address), from_pages in wanted.items():
        missing = _missing(visitors[reader].client.get(address), {part for _name, part in from_pages})
        if missing:
            dead[address] = (missing, {name for name, _part in from_pages})

    assert dead == {}


def _missing(response, parts):
    """What a link promised that its target hasn't."""
    if response.status_code >= 400:
        return response.status
    return (parts - looking.ids(looking.read(response.text))) - {""} if response.mimetype == "text/html" else ""


def test_every_part_of_a_page_that_it_links_to_stands_on_it(pages):
    def lost(page):
        return {link for link in looking.links(page) if link.startswith("#") and link[1:] not in looking.ids(page)}

    assert found_in(pages, lost) == {}


def test_every_form_of_a_page_leads_to_a_route_that_takes_it(pages, app):
    routes = app.url_map.bind("localhost")
    refused = {}
    for name, path, response in pages():
        for form in looking.read(response.text).iter("form"):
            action = urlsplit(urljoin(path, form.get("action") or "")).path
            method = (form.get("method") or "get").upper()
            if method != "DIALOG" and not routes.test(action, method):  # a dialog's form is sent nowhere
                refused[name] = (method, action)

    assert refused == {}


def test_every_form_that_changes_something_carries_a_token(pages):
    def without_token(page):
        forms = [form for form in page.iter("form") if (form.get("method") or "get") == "post"]
        return [
            form.get("action")
            for form in forms
            if not any(field.get("name") == "csrf_token" and field.get("value") for field in form.iter("input"))
        ]

    assert found_in(pages, without_token) == {}


def test_no_page_carries_style_or_script_of_its_own(pages):
    def own(page):
        tags = [tag.tag for tag in page.iter() if tag.tag == "style" or (tag.tag == "script" and not tag.get("src"))]
        names = [name for tag in page.iter() for name in tag.attrib if name == "style" or name.startswith("on")]
        return tags + names

    assert found_in(pages, own) == {}


def test_no_page_asks_another_site_for_anything(pages):
    def foreign(page):
        loaded = {tag.get("src") or "" for tag in page.iter() if tag.get("src")}
        loaded |= {tag.get("href") or "" for tag in page.iter("link")}
        return {address for address in loaded if urlsplit(address).netloc}

    assert found_in(pages, foreign) == {}


def test_only_an_admins_pages_show_whole_nips_of_others(pages, world):
    people = {role: person for role, person in world.people.items() if person}
    shown = {}
    for name, _path, response in pages():
        digits = re.sub(r"\D", "", re.sub(r"<[^>]+>", " ", response.text).replace(" ", ""))
        for role, person in people.items():
            if person.nip in digits and role != reader_of(name) and not name.startswith("office"):
                shown[name] = role

    assert shown == {}


def assets_of(html):
    """The style sheets and the scripts that a page loads, imported ones included."""
    page = looking.read(html)
    styles = [tag.get("href") for tag in page.iter("link") if tag.get("rel") == "stylesheet"]
    scripts = [tag.get("src") for tag in page.iter("script")]
    return styles, scripts


def weigh(visitor, path):
    """The compressed bytes of a page with its styles and scripts, and of the scripts alone."""
    compressed = {"headers": {"Accept-Encoding": "gzip"}}
    page = visitor.client.get(path, **compressed)
    styles, scripts = assets_of(gzip.decompress(page.data).decode())
    sizes = {address: len(visitor.client.get(address, **compressed).data) for address in (*styles, *scripts)}
    return len(page.data) + sum(sizes.values()), sum(sizes[script] for script in scripts)


@pytest.mark.parametrize("name", ["lesson, changed", "lesson, with practice", "attempt", "home"])
def test_a_page_with_its_style_and_scripts_is_light(world, visit, name):
    visitor = visit(world.people["learner"])

    whole, scripts = weigh(visitor, world.pages[name])

    assert whole <= HEAVIEST_LESSON
    assert scripts <= HEAVIEST_SCRIPTS


def test_a_long_lesson_is_light_too(publish, people, visit):
    prose = (config.ROOT / "README.md").read_text()[:8000]
    words = re.sub(r"[^\w\s.,]", "", prose)
    practice = question_kinds("l").replace("01-langkah/01-tiga-langkah.md", "01-mulai/01-panjang.md")
    text = f"---\ntitle: Panjang\n---\n\n{words}\n\n{practice}"
    publish({"course.md": "---\ntitle: Kursus\njp: 1\n---\n\nIsi.\n", "01-mulai/01-panjang.md": text})

    whole, _scripts = weigh(visit(people.create()), "/courses/kursus/mulai/panjang/")

    assert whole <= HEAVIEST_LESSON


def test_assets_are_named_by_what_they_hold_and_kept_for_a_year(pages, client):
    kept = {}
    for _name, _path, response in pages():
        styles, scripts = assets_of(response.text)
        for address in (*styles, *scripts):
            assert re.search(r"\?v=[0-9a-f]{12}$", address), address
            kept[address] = client.get(address).headers["Cache-Control"]

    assert set(kept.values()) == {"public, max-age=31536000, immutable"}


@pytest.mark.parametrize("name", ["home", "lesson, with practice", "office"])
def test_pages_are_compressed_for_browsers_that_take_it(world, visit, name):
    visitor = visit(world.people[reader_of(name)])
    path = world.pages[name]

    visitor.client.get(path)

    plain = visitor.client.get(path)
    compressed = visitor.client.get(path, headers={"Accept-Encoding": "gzip, br"})

    assert "Content-Encoding" not in plain.headers
    assert compressed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in compressed.headers["Vary"]
    assert len(compressed.data) < len(plain.data) / 2
    assert _without_token(gzip.decompress(compressed.data).decode()) == _without_token(plain.text)


def _without_token(html):
    return re.sub(r'(csrf_token" value=|data-token=)"[^"]*"', "", html)
