"""What is chosen in the editor is what buttons, keys and pastes change; what is dropped stands where it is dropped."""

import base64
import re

import pytest
from playwright.sync_api import expect

from tests.browser.clipboards import PASTE, png
from tests.browser.modules import runner
from tests.browser.writing import DESK, PAGE, TEXT, source

pytestmark = pytest.mark.browser

FRONT = "---\ntitle: Sapa\n---\n\n"
LIST = "<ul><li>satu</li><li>dua</li></ul>"
ONLY_PICTURES = "hanya gambar PNG, JPEG, WebP, atau GIF. Unggah berkas lain di halaman “Gambar & berkas”"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"

GIVE = """(area, [kind, name, type, data, x, y]) => {
    const given = new DataTransfer();
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    given.items.add(new File([bytes], name, {type}));
    const how = {bubbles: true, cancelable: true, clientX: x, clientY: y};
    const event = kind === 'drop'
        ? new DragEvent('drop', {...how, dataTransfer: given})
        : new ClipboardEvent('paste', {...how, clipboardData: given});
    area.dispatchEvent(event);
    return event.defaultPrevented;
}"""


@pytest.fixture(params=["plain", "CodeMirror"])
def field(request, device, trainer, draft):
    """Where one types, in either field, with the cursor at the beginning."""
    with device(trainer, code_field=request.param == "CodeMirror", **DESK) as page:
        page.goto(PAGE)
        typed = page.locator(".cm-content") if request.param == "CodeMirror" else source(page)
        typed.press("Control+Home")
        yield typed


def choose(field, line, last=None):
    """Choose a line, or all to another line."""
    field.press("Control+Home")
    for _ in range(line - 1):
        field.press("ArrowDown")
    for _ in range((last or line) - line):
        field.press("Shift+ArrowDown")
    field.press("Shift+End")


def give(field, kind, name, type_, data, x=0, y=0):
    """Drop or paste a file; whether the editor kept the browser from doing what it does."""
    return field.evaluate(GIVE, [kind, name, type_, base64.b64encode(data).decode(), x, y])


def test_a_pasted_block_takes_the_place_of_what_is_chosen_and_of_no_front_matter(field):
    choose(field, 7)
    field.evaluate(PASTE, LIST)
    expect(source(field.page)).to_have_value(TEXT.replace("Tengah.", "- satu\n- dua"))
    field.press("Control+z")
    expect(source(field.page)).to_have_value(TEXT)
    field.press("Control+a")
    field.evaluate(PASTE, f"<h1>Baru</h1>{LIST}")

    expect(source(field.page)).to_have_value(f"{FRONT}## Baru\n\n- satu\n- dua\n")
    field.press("Control+z")
    expect(source(field.page)).to_have_value(TEXT)


@pytest.mark.parametrize(
    ("button", "block"),
    [
        ("Judul", "## Pertama. Tengah."),
        ("Kotak", '!!! catatan "Judul kotak"\n    Pertama.\n\n    Tengah.'),
        ("Lipatan", "??? Judul yang dapat dibuka\n    Pertama.\n\n    Tengah."),
    ],
)
def test_a_heading_a_box_and_a_fold_hold_what_was_chosen_and_repeat_nothing(desk, draft, button, block):
    desk.goto(PAGE)
    choose(source(desk), 5, 7)
    desk.get_by_role("button", name=button, exact=True).click()

    expect(source(desk)).to_have_value(TEXT.replace("Pertama.\n\nTengah.", block))
    source(desk).press("Control+z")
    expect(source(desk)).to_have_value(TEXT)


def test_bold_and_italic_are_switched_off_again_and_a_link_holds_no_link(field):
    choose(field, 7)
    for keys, words in [("b", "**Tengah.**"), ("i", "***Tengah.***"), ("b", "*Tengah.*"), ("i", "Tengah.")]:
        field.press(f"Control+{keys}")
        expect(source(field.page)).to_have_value(TEXT.replace("Tengah.", words))
    for address in ("https://a.id", "https://b.id"):
        field.press("Control+k")
        field.page.keyboard.insert_text(address)

    expect(source(field.page)).to_have_value(TEXT.replace("Tengah.", "[Tengah.](https://b.id)"))


@pytest.mark.parametrize(
    ("text", "chosen", "count", "becomes"),
    [
        ("a **b** c", "**b**", 2, "a b c"),
        ("__b__ c", "b", 2, "b c"),
        ("**a b c**", "b", 2, "**a** b **c**"),
        ("**a *b***", "b", 2, "**a** *b*"),
        ("**a** b **c**", "**a** b **c**", 2, "**a b c**"),
        ("a **b c** d", "c** d", 2, "a **b c d**"),
        ("kata lain", "kata ", 2, "**kata** lain"),
        ("a_b_c", "b", 1, "a_*b*_c"),
    ],
)
def test_no_sign_stands_in_its_like(device, text, chosen, count, becomes):
    with device() as page:
        page.goto("/sign-in")
        start = text.index(chosen)
        change = runner(page)("marks", "toggled", text, start, start + len(chosen), count)

    assert text[: change["from"]] + "".join(change["parts"]) + text[change["to"] :] == becomes


def test_a_file_that_is_no_picture_is_not_inserted_and_its_place_is_named(field):
    told = field.page.locator("[data-pasted]")
    for kind in ("drop", "paste"):
        told.evaluate("(told) => (told.textContent = '')")
        assert give(field, kind, "denah.svg", "image/svg+xml", SVG)
        expect(told).to_contain_text(ONLY_PICTURES)

    expect(source(field.page)).to_have_value(TEXT)


def test_a_dropped_picture_stands_below_the_line_where_it_was_dropped(field):
    field.press("Control+End")
    box = field.bounding_box()
    fifth = box["y"] + 10 + 4.5 * field.evaluate("(field) => parseFloat(getComputedStyle(field).lineHeight)")
    give(field, "drop", "loket.png", "image/png", png(30, 20), box["x"] + 90, fifth)
    dialog = field.page.get_by_role("dialog", name="Gambar")
    dialog.get_by_label("Teks alternatif").fill("Loket")
    dialog.get_by_role("button", name="Sisipkan gambar").click()

    expect(source(field.page)).to_have_value(re.compile(r"Pertama\.\n\n!\[Loket\]\(\.\./media/[^)]+\)\n\nTengah\."))
