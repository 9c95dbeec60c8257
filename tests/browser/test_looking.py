"""What looks at every page finds what it looks for."""

import pytest

from tests.browser import looking

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="id"><head><title>{title}</title><style>{style}</style></head>
<body><main><h1>Contoh</h1>{body}</main></body></html>"""


@pytest.fixture
def show(browser):
    """Shows a page that was never published, on a phone."""
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()

        def run(body="", style="", title="Contoh"):
            page.set_content(PAGE.format(body=body, style=style, title=title))
            return page

        yield run


def test_a_page_with_nothing_wrong_shows_nothing_wrong(show):
    page = show('<button>Kirim</button> <p>Lihat <a href="#x">ini</a>.</p>', "button { min-width: 44px; height: 44px }")

    looks = (looking.headings, looking.sticks_out, looking.small_targets, looking.unseen_focus, looking.barriers)
    assert [look(page) for look in looks] == [[]] * 5


def test_a_title_that_says_something_else_is_found(show):
    assert looking.headings(show(title="Lain")) == ["Contoh", "Lain"]


def test_a_second_heading_is_found(show):
    assert len(looking.headings(show("<h1>Contoh</h1>"))) == 3


def test_what_makes_a_page_scroll_sideways_is_found(show):
    assert looking.sticks_out(show("<p>lebar</p>", "p { width: 400px }"))


@pytest.mark.parametrize(
    "body",
    [
        "<button>Kirim</button>",
        "<nav><a href='#x'>Beranda</a></nav>",
        "<label class='choice'><input type='radio'> Ya</label>",
        "<input aria-label='Nama'>",
        "<p><a href='#x'>Sendirian</a></p>",
    ],
)
def test_what_a_thumb_cannot_hit_is_found(show, body):
    assert len(looking.small_targets(show(body, "* { font-size: 12px }"))) == 1


@pytest.mark.parametrize("body", ["<button>Kirim</button>", "<a href='#x'>Ke sana</a>", "<input aria-label='Nama'>"])
def test_focus_that_nobody_sees_is_found(show, body):
    assert len(looking.unseen_focus(show(body, ":focus { outline: none }"))) == 1


def test_words_too_pale_are_found(show):
    assert looking.barriers(show("<p>pucat</p>", "p { color: #ccc }"), "color-contrast")


def test_a_field_without_a_label_is_found(show):
    assert any(found.startswith("label: ") for found in looking.barriers(show("<input>")))


def test_what_moves_while_the_rest_is_loading_is_found(show):
    page = show("<div id='late'></div><p>" + "kata " * 200 + "</p>")
    page.evaluate("""() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
        document.getElementById('late').style.height = '300px';
        requestAnimationFrame(() => requestAnimationFrame(done));
    })))""")

    assert looking.shifts(page)
