"""Pages kept in pieces are, filled, exactly the pages that were rendered."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.kept_pages import keep, marker

SLOTS = ("token", "place")
pieces = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), min_size=1, max_size=6)
values = st.fixed_dictionaries({slot: st.text(st.characters(exclude_categories=["Cs"]), max_size=50) for slot in SLOTS})


def page_of(texts):
    html = texts[0]
    for number, text in enumerate(texts[1:]):
        html += marker(SLOTS[number % 2]) + text
    return html


@given(pieces, values)
def test_a_filled_page_is_the_rendered_one(texts, filled):
    html = page_of(texts)

    page = keep(html, SLOTS)

    expected = html.replace(marker("token"), filled["token"]).replace(marker("place"), filled["place"])
    assert page.plain(filled).decode() == expected


@given(pieces, values)
def test_the_compressed_page_unpacks_to_the_plain_one(texts, filled):
    page = keep(page_of(texts), SLOTS)

    assert gzip.decompress(page.gzipped(filled)) == page.plain(filled)


def test_a_value_too_long_for_a_block_is_refused():
    page = keep(f"a{marker('token')}b", SLOTS)

    with pytest.raises(ValueError, match="too long"):
        page.gzipped({"token": "x" * 70_000})
