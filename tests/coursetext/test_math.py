"""Formulas become MathML, prices stay prices."""

import pytest

from elearn.coursetext.render.math import BadFormula, to_mathml
from tests.coursetext.rendering import block, codes, line


def test_a_formula_in_a_sentence_is_mathml_with_itself_as_alternative_text() -> None:
    html = block(r"Maka $\frac{a}{b}$ jadi.").html

    assert html == (
        r'<p>Maka <math display="inline" alttext="\frac{a}{b}"><mrow><mfrac><mrow><mi>a</mi></mrow>'
        "<mrow><mi>b</mi></mrow></mfrac></mrow></math> jadi.</p>"
    )


def test_a_formula_of_its_own_may_have_lines_that_look_like_a_list_or_a_heading() -> None:
    rendered = block("Jadi:\n\n$$\na\n- b\n= c\n$$\n\nSelesai.")

    assert '<math display="block"' in rendered.html
    assert "<li>" not in rendered.html
    assert rendered.findings == ()


def test_signs_of_markdown_and_html_mean_nothing_in_a_formula() -> None:
    rendered = block(r"$a_1 * b_2 * c < d$ dan $x_1$")

    assert rendered.html.count("<math") == 2
    assert "<em>" not in rendered.html
    assert rendered.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rp$5 dan $6",
        "harga $5 dan $6.",
        "antara $5-$6",
        "US$ 5 atau US$ 6",
        "$5, $6, $7",
        r"\$5 dan \$6",
        "$5 (atau $6) saja",
        "`$x$`",
        "a$b$c",
    ],
)
def test_prices_are_no_formulas(text: str) -> None:
    assert "<math" not in block(text).html
    assert block(text).findings == ()


def test_a_number_with_a_decimal_comma_is_one_number() -> None:
    assert "<mn>1.500,5</mn>" in to_mathml("1.500,5 + 2")
    assert "<mtext>1,5 m</mtext>" in to_mathml(r"\text{1,5 m}").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("formula", [r"\left( x", "x^", "x^2^3", r"\begin{matrix} a", r"\tidakada", "", "{"])
def test_a_formula_that_cant_be_read_is_a_finding_and_shown_as_typed(formula: str) -> None:
    with pytest.raises(BadFormula):
        to_mathml(formula)


@pytest.mark.parametrize(
    "command", [r"\def\a{b}", r"\newcommand{\a}{b}", r"\href{x}{y}", r"\style{x}{y}", r"\color{red}{x}"]
)
def test_commands_that_define_lead_or_dress_are_refused(command: str) -> None:
    with pytest.raises(BadFormula, match=r"\\[a-z]+"):
        to_mathml(command)


@pytest.mark.parametrize("formula", ["{" * 500 + "}" * 500, "x" * 5_000, "x^" * 400 + "x", r"\frac" * 300])
def test_a_formula_made_to_take_long_is_refused_at_once(formula: str) -> None:
    with pytest.raises(BadFormula):
        to_mathml(formula)


def test_a_bad_formula_doesnt_stop_the_text_around_it() -> None:
    rendered = line(r"Jika $\left( x$ maka **y**")

    assert codes(rendered) == {"bad-formula"}
    assert "<code>\\left( x</code> maka <strong>y</strong>" in rendered.html


def test_html_in_a_formula_stays_text() -> None:
    html = to_mathml(r"\text{<img src=x onerror=alert(1)>&lt;b&gt;}")

    assert "<img" not in html
    assert "<b>" not in html
