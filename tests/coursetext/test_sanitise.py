"""Nothing that a trainer types runs, and nothing of it is lost in silence."""

import pytest

from elearn.coursetext.findings import has_errors
from elearn.coursetext.render import sanitise
from elearn.coursetext.render.allowed import ATTRIBUTES, CLASSES, MATH_TAGS, SCHEMES, TAGS
from tests.coursetext.rendering import block, line
from tests.vectors import VECTORS, dangers

DROPPED = {
    "a script": ("<p>a</p><script>alert(1)</script>", "<p>a</p>"),
    "a handler": ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
    "a style": ('<p style="color:red">a</p>', "<p>a</p>"),
    "an id that could pass for a variable": ('<h2 id="document">a</h2>', "<h2>a</h2>"),
    "an id on what needs none": ('<p id="a-b">a</p>', "<p>a</p>"),
    "a class of the page's own": ('<div class="site-header">a</div>', "<div>a</div>"),
    "a script address": ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
    "a data address": ('<img src="data:image/svg+xml,x" alt="a">', '<img alt="a">'),
    "a comment": ("<p>a<!-- b --></p>", "<p>a</p>"),
    "a heading of the page's own": ("<h1>a</h1>", "a"),
    "a frame": ('<iframe src="https://a.id"></iframe>a', "a"),
    "a form": ('<form action="/keluar">a<input name="b"></form>', "a"),
    "a drawing": ("<svg><path></path></svg>a", "a"),
    "a mutation": ("<math><mtext><mglyph>a</mglyph></mtext></math>", "<math><mtext>a</mtext></math>"),
}


@pytest.mark.parametrize("what", DROPPED)
@pytest.mark.parametrize("clean", sanitise.PASSES, ids=lambda clean: clean.__name__)
def test_each_sanitiser_alone_drops(clean, what: str) -> None:
    html, expected = DROPPED[what]

    assert dangers(clean(html)) == []
    assert clean(html).replace("alert(1)", "").replace(' class=""', "") == expected


NEEDS_A_PARENT = {"caption", "thead", "tbody", "tfoot", "tr", "th", "td", "img", "br", "hr"}


@pytest.mark.parametrize("clean", sanitise.PASSES, ids=lambda clean: clean.__name__)
def test_each_sanitiser_keeps_everything_on_the_list(clean) -> None:
    pairs = [
        (tag, name) for tag in TAGS - NEEDS_A_PARENT for name in ATTRIBUTES.get(tag, frozenset()) | {"lang", "title"}
    ]
    samples = {"id": "a-b", "href": "/a", "src": "/a"}
    written = {(tag, name): f'<math><{tag} {name}="{samples.get(name, "1")}">a</{tag}></math>' for tag, name in pairs}
    written = {(tag, _): html if tag in MATH_TAGS else html[6:-7] for (tag, _), html in written.items()}

    assert [pair for pair, html in written.items() if f"<{pair[0]} {pair[1]}" not in clean(html)] == []


def test_the_list_names_nothing_that_runs_or_fetches() -> None:
    forbidden = {
        "script",
        "style",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "svg",
        "base",
        "meta",
        "link",
        "template",
    }
    names = {name for attributes in ATTRIBUTES.values() for name in attributes}

    assert not TAGS & forbidden
    assert not any(name.startswith("on") or name in {"style", "srcdoc", "name"} for name in names)
    assert sorted(SCHEMES) == ["http", "https", "mailto", "tel"]
    assert not CLASSES & {"hidden", "visually-hidden", "button"}


def test_the_corpus_has_the_promised_size() -> None:
    assert len(VECTORS) >= 60


@pytest.mark.parametrize("name", VECTORS)
@pytest.mark.parametrize("render", [block, line])
def test_a_vector_renders_to_nothing_that_runs(name: str, render) -> None:
    assert dangers(render(VECTORS[name]).html) == []


@pytest.mark.parametrize("name", VECTORS)
@pytest.mark.parametrize("clean", [*sanitise.PASSES, sanitise.sanitise], ids=lambda clean: clean.__name__)
def test_a_vector_is_harmless_after_each_sanitiser_alone(name: str, clean) -> None:
    assert dangers(clean(VECTORS[name])) == []


def test_the_check_of_dangers_sees_a_danger() -> None:
    assert sum(bool(dangers(vector)) for vector in VECTORS.values()) > 60


LOST = "<script", "<svg", "<iframe", "<form", "<style", "<object", "<math", "<template", "onerror=", "<!--", "<?"


@pytest.mark.parametrize("name", [name for name, text in VECTORS.items() if text.startswith(LOST) and ">" in text])
def test_html_that_is_left_out_is_an_error_and_still_legible(name: str) -> None:
    rendered = block(VECTORS[name])

    assert has_errors(rendered.findings)
    assert "&lt;" in rendered.html


def test_what_a_sanitiser_drops_after_all_is_said(monkeypatch) -> None:
    monkeypatch.setattr(sanitise, "PASSES", (lambda html: html.replace("<em>", "").replace(' class="external"', ""),))

    rendered = block("Satu\n*dua* [tiga](https://a.id)")

    assert {(finding.code, finding.values["what"]) for finding in rendered.findings} == {
        ("misplaced-html", "<em"),
        ("forbidden-html", "class="),
    }
