"""The editor's page: what is inserted and where, findings at their lines, what learners see at once, who is away."""

import re

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.studio import drafts
from tests.browser import looking
from tests.browser.conftest import until
from tests.browser.writing import DESK, PAGE, PATH, TEXT, made, source, state, stored
from tests.support.browsing import cookies_of

pytestmark = pytest.mark.browser

QUESTION = "## ? Kota apa? {#kota-apa}\n\n- = Tangsel\n"
LONG = TEXT + "\n".join(f"\n## Bagian {part}\n\n{'Kata demi kata yang panjang. ' * 25}\n" for part in range(16))
MARKED = re.compile(r"^<<<<<< .*^>>>>>> [^\n]*\n", re.MULTILINE | re.DOTALL)

BELOW = (
    "document.documentElement.scrollHeight - scrollY - document.querySelector('footer').getBoundingClientRect().bottom"
)
CHOSEN = "(area) => area.value.slice(area.selectionStart, area.selectionEnd)"

ON_TOP = """(summary) => {
    const {x, y, width, height} = summary.getBoundingClientRect();
    return summary.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""

FOCUS_ON_TOP = """() => {
    const {x, y, bottom} = document.activeElement.getBoundingClientRect();
    return document.activeElement.matches('.line-sign')
        && [y + 2, bottom - 2].every((each) => document.elementFromPoint(x + 12, each) === document.activeElement);
}"""

TYPE_FOR_A_WHILE = """async (area) => {
    const pane = document.querySelector('[data-preview-pane]');
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const late = [];
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    for (let key = 0; key < 20; key++) {
        const word = `k${key}k`;
        const from = performance.now();
        const seen = new MutationObserver(() => {
            if (!pane.textContent.includes(word)) return;
            late.push(performance.now() - from);
            seen.disconnect();
        });
        seen.observe(pane, {childList: true, subtree: true, characterData: true});
        document.execCommand('insertText', false, ` ${word}`);
        await wait(140);
    }
    const during = late.length;
    await wait(1000);
    return [during, late.sort((a, b) => a - b)];
}"""


@pytest.fixture
def draft(trainer):
    return made(trainer, **{"02-lain": "# Lain\n"})


def ask_for_a_question(page):
    page.locator(".toolbar-more > summary").click()
    page.get_by_role("button", name="Soal isian", exact=True).click()
    return page.get_by_role("dialog", name="Soal isian")


def fill(dialog):
    dialog.get_by_label("Pertanyaan").fill("Kota apa?")
    dialog.get_by_label("Jawaban yang diterima").fill("Tangsel")


def test_a_question_that_was_put_off_is_there_again_and_is_inserted_once(device, trainer, draft):
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        dialog = ask_for_a_question(page)
        fill(dialog)
        dialog.get_by_role("button", name="Batal").click()
        expect(dialog).to_be_hidden()
        ask_for_a_question(page)
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        ask_for_a_question(page)
        expect(dialog.get_by_label("Pertanyaan")).to_have_value("Kota apa?")
        dialog.get_by_role("button", name="Sisipkan soal").click()

        expect(source(page)).to_have_value(f"{TEXT}\n{QUESTION}")
        ask_for_a_question(page)
        expect(dialog.get_by_label("Pertanyaan")).to_have_value("")


def test_what_is_inserted_first_stands_at_the_end_and_both_sides_show_it_and_it_is_undone(device, trainer):
    made(trainer, LONG)
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        dialog = ask_for_a_question(page)
        fill(dialog)
        dialog.get_by_role("button", name="Sisipkan soal").click()

        expect(source(page)).to_have_value(f"{LONG}\n{QUESTION}")
        expect(page.locator("[data-preview-pane] .question")).to_be_in_viewport()
        until(page, "(([area]) => area.scrollTop > area.scrollHeight / 2)(document.querySelectorAll('[data-source]'))")
        source(page).press("Control+z")
        expect(source(page)).to_have_value(LONG)


@pytest.mark.parametrize(
    ("cursor", "expected"),
    [
        (5, TEXT.replace("Pertama", f"{QUESTION}\nPertama")),
        (TEXT.index("rtama"), TEXT.replace("Tengah", f"{QUESTION}\nTengah")),
        (TEXT.index("Tengah"), TEXT.replace("Tengah", f"{QUESTION}\nTengah")),
        (len(TEXT), f"{TEXT}\n{QUESTION}"),
    ],
)
def test_a_block_splits_no_sentence_and_no_front_matter(device, cursor, expected):
    with device() as page:
        page.goto("/sign-in")
        run = """async ([text, cursor, block]) => {
            const {placeFor, spaceAround} = await import('/static/js/studio/block_places.js');
            const place = placeFor(text, cursor, block);
            const {lead, tail} = spaceAround(text, place);
            return text.slice(0, place) + lead + block + tail + text.slice(place);
        }"""

        assert page.evaluate(run, [TEXT, cursor, QUESTION.rstrip("\n")]) == expected


def test_a_question_stands_in_no_other_question_and_no_block_in_code(device):
    asked = f"# A\n\n{QUESTION}\n> Sebab.\n\n## Lalu\n\n```\na\n\nb\n```\n\nAkhir.\n"
    place = """async ([text, word, block]) => {
        const {placeFor} = await import('/static/js/studio/block_places.js');
        return text.slice(placeFor(text, text.indexOf(word), block)).trimStart().split('\\n')[0];
    }"""
    with device() as page:
        page.goto("/sign-in")

        assert page.evaluate(place, [asked, "Tangsel", QUESTION]) == "## Lalu"
        assert page.evaluate(place, [asked, "Tangsel", "![](a.png)"]) == "> Sebab."
        assert page.evaluate(place, [asked, "b\n```", "![](a.png)"]) == "Akhir."


def test_a_merge_with_marks_is_shown_and_not_sent(desk, draft, people):
    other = people.create("Dewi Lestari", roles="trainer")
    desk.goto(PAGE)
    theirs = TEXT.replace("Tengah.", "Tengah Dewi.")
    drafts.save_file(draft.id, PATH, theirs.encode(), 1, other.id, clock.now())
    source(desk).press("Control+a")
    desk.keyboard.insert_text(TEXT.replace("Tengah.", "Tengah Budi."))
    dialog = desk.get_by_role("dialog", name="Ada dua versi")
    merged = dialog.get_by_label("Gabungan keduanya")
    expect(merged).to_be_focused()
    assert merged.evaluate(CHOSEN).startswith("<<<<<< Tulisan Dewi")

    dialog.get_by_role("button", name="Pakai gabungan ini").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Tinggal 1 bagian")
    merged.fill(MARKED.sub("Tengah berdua.\n", merged.input_value()))
    dialog.get_by_role("button", name="Pakai gabungan ini").click()
    expect(dialog).to_be_hidden()
    until(desk, "document.querySelector('[data-saved]').textContent.startsWith('Tersimpan')")
    assert stored(draft) == TEXT.replace("Tengah.", "Tengah berdua.")


def test_what_learners_see_changes_while_one_types(device, trainer):
    made(trainer, LONG)
    with device(trainer, **DESK) as page:
        page.goto(PAGE)
        during, late = source(page).evaluate(TYPE_FOR_A_WHILE)

    print("preview", during, [round(each) for each in late])
    assert during >= 10
    assert len(late) == 20


def test_a_finding_has_a_sign_at_its_line_and_is_in_sight(device, trainer):
    made(trainer, LONG.replace("Tengah.", "Panjang sekali. " * 40 + "\n\n![](../media/tiada.png)"))
    with device(trainer, viewport={"width": 1280, "height": 900}) as page:
        page.goto(PAGE)
        expect(page.locator("[data-findings]")).to_be_in_viewport()
        sign = page.locator(".lined").get_by_role("link", name=re.compile("^Harus diperbaiki: "))
        sign.click()
        expect(page.locator(".line-words")).to_be_in_viewport()
        expect(page.locator(".line-words")).to_contain_text("tulis teks alternatif")
        expect(source(page)).to_be_focused()
        expect(page.get_by_role("navigation", name="Susunan pelatihan").locator("[aria-current]")).to_have_text("Sapa")
        wrong = [*looking.barriers(page), *looking.unseen_focus(page), *looking.small_targets(page)]
        below = page.evaluate(BELOW)

    assert wrong == []
    assert below < 40


def test_a_phone_has_findings_in_sight_and_a_toolbar_of_one_row(device, trainer):
    made(trainer, LONG.replace("Tengah.", "![](../media/tiada.png)"))
    with device(trainer) as page:
        page.goto(PAGE)
        summary = page.locator("[data-findings-box] > summary")
        expect(summary).to_have_text(re.compile(r"^\d temuan$"))
        assert summary.evaluate(ON_TOP)
        expect(page.locator("[data-findings]")).to_be_hidden()
        assert page.locator("[data-toolbar]").bounding_box()["height"] < 100
        summary.click()

        expect(page.locator("[data-findings]")).to_be_in_viewport()
        assert [*looking.sticks_out(page), *looking.barriers(page)] == []


def test_signs_of_lines_are_never_cut_by_the_bars_of_a_phone_and_have_the_focus_in_sight(device, trainer):
    made(trainer, TEXT.replace("Tengah.", "\n".join("![](../media/tiada.png)" for _ in range(8))))
    with device(trainer) as page:
        page.goto(PAGE)
        signs = page.locator(".line-sign")
        expect(signs).to_have_count(8)
        wrong = looking.barriers(page, "target-size")
        for _ in range(4):
            page.mouse.wheel(0, 30)
            wrong += looking.barriers(page, "target-size")
        page.evaluate("scrollTo(0, 0)")
        signs.first.focus()
        for _ in range(6):
            page.keyboard.press("Tab")
        hit = page.evaluate(FOCUS_ON_TOP)

    assert wrong == []
    assert hit


def test_who_signed_in_again_elsewhere_goes_on_without_losing_a_word(desk, draft, address, visit, trainer):
    desk.goto(PAGE)
    desk.context.clear_cookies()
    source(desk).press("Control+End")
    source(desk).press_sequentially("\nMalam hari.")
    expect(state(desk)).to_contain_text("Anda perlu masuk lagi.")
    expect(state(desk).get_by_role("link", name="Masuk")).to_have_attribute("target", "_blank")
    desk.context.add_cookies(cookies_of(visit(trainer), address))
    desk.evaluate("dispatchEvent(new Event('focus'))")

    expect(state(desk)).to_have_text(re.compile("^Tersimpan"))
    assert stored(draft) == f"{TEXT}\nMalam hari."
