"""Keys of QTI items as other tools write them: each is converted as it grades, or what changes is named at its line."""

from decimal import Decimal

import pytest

from elearn.coursetext.convert.qti_read import read_qti
from elearn.coursetext.findings import sentence
from elearn.domain.course import QuestionKind, Range
from tests.coursetext.convert.qti_items import item
from tests.coursetext.convert.test_qti import zipped

MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
MAP_RESPONSE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"
VARIABLE = '<variable identifier="RESPONSE"/>'
CORRECT = '<correct identifier="RESPONSE"/>'
ONE = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>'


def value(number, kind="float"):
    return f'<baseValue baseType="{kind}">{number}</baseValue>'


def scored(test, outcome=ONE):
    """A processing that gives a point, or sets what is said, when a test is passed."""
    branch = f"<responseIf>{test}{outcome}</responseIf>"
    return f"<responseProcessing><responseCondition>{branch}</responseCondition></responseProcessing>"


def template(address):
    return f'<responseProcessing template="{address}"/>'


def declared(kind, *right, cardinality="single", mapping=""):
    values = "".join(f"<value>{each}</value>" for each in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    start = f'identifier="RESPONSE" cardinality="{cardinality}" baseType="{kind}"'
    return f"<responseDeclaration {start}>{correct}{mapping}</responseDeclaration>\n"


def mapped(entries, default="0", cased="", limits=""):
    each = "".join(f'<mapEntry mapKey="{key}" mappedValue="{worth}"{cased}/>' for key, worth in entries.items())
    return f'<mapping defaultValue="{default}"{limits}>{each}</mapping>'


def typed(declaration, processing, stem="Berapa?"):
    body = f'<itemBody><p>{stem}</p><p><textEntryInteraction responseIdentifier="RESPONSE"/></p></itemBody>'
    return item("soal", f"{declaration}{body}\n{processing}")


def choosing(declaration, processing="", names="ABC", after="", limits='maxChoices="0"', kind="choice"):
    options = "".join(f'<simpleChoice identifier="{name}">Butir {name}</simpleChoice>\n' for name in names)
    start = f'responseIdentifier="RESPONSE" shuffle="true" {limits}'
    body = f"<itemBody><p>Apa?</p><{kind}Interaction {start}>\n{options}</{kind}Interaction></itemBody>"
    return item("soal", f"{declaration}{body}\n{processing}{after}")


def read(data):
    return read_qti("soal.xml", data)


def one(data):
    (question,) = read(data).questions
    return question


def codes(data):
    return [finding.code for finding in read(data).findings]


def between(*ends):
    return Range(Decimal(ends[0]), Decimal(ends[-1]))


def equal(mode, tolerance, order=(VARIABLE, CORRECT), more=""):
    return f'<equal toleranceMode="{mode}" tolerance="{tolerance}"{more}>{"".join(order)}</equal>'


@pytest.mark.parametrize(
    ("test", "expected", "named"),
    [
        (equal("absolute", "0.01 0.02", (CORRECT, VARIABLE)), between("9.99", "10.02"), []),
        (equal("absolute", "0.5"), between("9.5", "10.5"), []),
        (equal("absolute", "0.01 0.02"), between("9.99", "10.02"), ["qti-tolerance"]),
        (equal("relative", "10", (CORRECT, VARIABLE)), between("9", "11"), []),
        (equal("relative", "10 20"), between("9", "12"), ["qti-tolerance"]),
        (equal("exact", ""), between("10"), []),
        (equal("absolute", "1", more=' includeLowerBound="false"'), between("9", "11"), ["qti-edge"]),
        (f"<and><gt>{VARIABLE}{value(3)}</gt><lt>{VARIABLE}{value(4)}</lt></and>", between("3", "4"), ["qti-edge"] * 2),
        (f"<and><gte>{VARIABLE}{value(3)}</gte><lte>{VARIABLE}{value(4)}</lte></and>", between("3", "4"), []),
        (f"<and><lte>{value(3)}{VARIABLE}</lte><gte>{value(4)}{VARIABLE}</gte></and>", between("3", "4"), []),
        (f"<match>{VARIABLE}{CORRECT}</match>", between("10"), []),
        (f"<equalRounded figures='2'>{VARIABLE}{CORRECT}</equalRounded>", between("10"), ["qti-processing"]),
    ],
)
def test_numbers_are_right_where_the_processing_says_so(test, expected, named):
    imported = read(typed(declared("float", "10"), scored(test)))

    assert imported.questions[0].ranges == (expected,)
    assert [finding.code for finding in imported.findings] == named


@pytest.mark.parametrize("tolerance", ["TOLERANSI", ""])
def test_a_tolerance_that_is_a_variable_is_named(tolerance):
    data = typed(declared("float", "10"), scored(equal("absolute", tolerance)))

    assert (one(data).ranges, codes(data)) == ((between("10"),), ["qti-processing"])


def test_open_ends_of_whole_numbers_are_the_next_ones():
    test = f"<and><gt>{VARIABLE}{value(3)}</gt><lt>{VARIABLE}{value(6)}</lt></and>"

    assert one(typed(declared("integer", "4"), scored(test))).ranges == (between("4", "5"),)


def test_numbers_without_a_limit_on_one_side_are_named_and_left_out():
    data = typed(declared("float", "4"), scored(f"<gte>{VARIABLE}{value(3)}</gte>"))

    assert read(data).questions == ()
    assert "3..," in sentence(read(data).findings[0])


def test_a_wider_range_that_earns_less_is_named_and_not_right():
    near = f"<responseElseIf>{equal('absolute', '1')}{ONE}</responseElseIf>"
    two = ONE.replace(">1<", ">2<")
    right = f"<responseIf><match>{VARIABLE}{CORRECT}</match>{two}</responseIf>"
    processing = f"<responseProcessing><responseCondition>{right}{near}</responseCondition></responseProcessing>"

    imported = read(typed(declared("float", "10"), processing))

    assert (imported.questions[0].ranges, imported.questions[0].points) == ((between("10"),), 2)
    assert [sentence(each) for each in imported.findings] == [
        "jawaban “9..11” bernilai 50%; di sini jawaban hanya benar atau salah, dan yang ini salah"
    ]


def test_a_range_of_a_blank_in_a_sentence_is_named():
    answers = declared("float", "3.5") + declared("float", "7").replace("RESPONSE", "B")
    first, second = (f'<textEntryInteraction responseIdentifier="{name}"/>' for name in ("RESPONSE", "B"))
    data = item(
        "s", f"{answers}<itemBody><p>Antara {first} dan {second}.</p></itemBody>{scored(equal('absolute', '1'))}"
    )

    assert (one(data).blanks, codes(data)) == ((("3,5",), ("7",)), ["qti-blank-range"])


def test_only_what_earns_most_is_an_accepted_text():
    mapping = mapped({"York": 1, "Lancaster": "0.5", "Leeds": 0}, cased=' caseSensitive="false"')
    data = typed(declared("string", "York", mapping=mapping), template(MAP_RESPONSE))

    assert one(data).accepted == ("York",)
    assert ["“Lancaster” bernilai 50%" in sentence(each) for each in read(data).findings] == [True]


@pytest.mark.parametrize("processing", ["", scored(f"<gt><mapResponse identifier='RESPONSE'/>{value(0)}</gt>")])
def test_a_text_that_differs_in_case_is_said_to_be_right_here(processing):
    data = typed(declared("string", mapping=mapped({"York": 1, "york": "0.5"})), processing)

    assert ["yang ini benar" in sentence(each) for each in read(data).findings if each.code == "import-weight"] == [
        True
    ]
    assert "import-case" in codes(data)


@pytest.mark.parametrize("cased", ["true", "false"])
def test_telling_cases_apart_is_named(cased):
    mapping = mapped({"York": 1}, cased=f' caseSensitive="{cased}"')
    compared = f'<stringMatch caseSensitive="{cased}" substring="false">{VARIABLE}{CORRECT}</stringMatch>'

    by_map = codes(typed(declared("string", mapping=mapping), template(MAP_RESPONSE)))
    by_text = codes(typed(declared("string", "York"), scored(compared)))

    assert by_map == by_text == (["import-case"] if cased == "true" else [])


@pytest.mark.parametrize(
    ("entries", "default", "named"),
    [
        ({"A": 1, "B": 1, "C": -1}, "0", []),
        ({"A": 1, "B": 1}, "-1", []),
        ({"A": 1, "B": 1}, "-2", ["qti-penalty"]),
        ({"A": 1, "B": 1, "C": -2}, "0", ["qti-penalty"]),
        ({"A": 2, "B": "0.5", "C": -1}, "-2", ["import-weight", "import-weight", "qti-penalty"]),
    ],
)
def test_weights_that_no_share_of_a_point_says_are_named(entries, default, named):
    mapping = mapped(entries, default)
    data = choosing(declared("identifier", cardinality="multiple", mapping=mapping), template(MAP_RESPONSE))

    assert [option.correct for option in one(data).options] == [True, True, False]
    assert sorted(code for code in codes(data) if code != "import-points") == named


def test_a_weight_is_named_by_what_the_option_says():
    mapping = mapped({"A": 1, "B": "0.5"})
    data = choosing(declared("identifier", mapping=mapping), template(MAP_RESPONSE), limits='maxChoices="1"')

    (finding,) = read(data).findings
    assert sentence(finding).startswith("jawaban “Butir B” bernilai 50%")
    assert [option.correct for option in one(data).options] == [True, False, False]


def test_the_key_is_what_the_processing_asks_for():
    test = f"<match>{VARIABLE}{value('C', 'identifier')}</match>"
    data = choosing(declared("identifier", "A"), scored(test), limits='maxChoices="1"')

    assert [option.correct for option in one(data).options] == [False, False, True]


def test_one_of_several_right_options_is_named_and_left_out():
    data = choosing(declared("identifier", mapping=mapped({"A": 1, "B": 1})), template(MAP_RESPONSE))

    assert (read(data).questions, codes(data)) == ((), ["qti-several-keys"])


@pytest.mark.parametrize(
    ("limits", "named"),
    [('maxChoices="2"', 1), ('maxChoices="3"', 0), ('maxChoices="0"', 0), ('maxChoices="0" minChoices="2"', 1)],
)
def test_how_many_may_be_chosen_is_named(limits, named):
    data = choosing(declared("identifier", "A", "B", cardinality="multiple"), limits=limits)

    assert codes(data) == ["import-setting"] * named


def test_an_item_that_is_not_put_in_order_is_named():
    data = choosing(
        declared("identifier", "C", "A", cardinality="ordered"), kind="order", limits='minChoices="2" maxChoices="2"'
    )

    assert one(data).items == ("Butir C", "Butir A")
    assert codes(data) == ["import-setting", "import-setting", "qti-left-out"]


def matching(*right):
    sets = (
        "".join(
            f'<simpleAssociableChoice identifier="{name}" matchMax="3">{name}{name}</simpleAssociableChoice>'
            for name in names
        )
        for names in ("AB", "XYZ")
    )
    both = "".join(f"<simpleMatchSet>{each}</simpleMatchSet>" for each in sets)
    body = (
        f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="0">{both}</matchInteraction>'
    )
    return item(
        "soal", f"{declared('directedPair', *right, cardinality='multiple')}<itemBody><p>Apa?</p>{body}</itemBody>"
    )


def test_several_partners_on_both_sides_are_named_and_left_out():
    data = matching("A X", "A Y", "B Y")

    assert (read(data).questions, codes(data)) == ((), ["qti-several-pairs"])


def test_several_partners_on_the_right_are_asked_for_from_there():
    data = matching("A X", "A Y", "B Z")

    assert (one(data).pairs, codes(data)) == ((("XX", "AA"), ("YY", "AA"), ("ZZ", "BB")), [])


def test_several_partners_on_the_left_stay_there():
    assert one(matching("A X", "B X")).pairs == (("AA", "XX"), ("BB", "XX"))


def test_a_pair_that_earns_less_than_its_best_is_named_and_not_right():
    entries = {"A X": 1, "A Y": "0.5", "B Y": 1}
    data = (
        matching("A X", "B Y")
        .replace(b"</correctResponse>", f"</correctResponse>{mapped(entries)}".encode())
        .replace(b"</itemBody>", f"</itemBody>{template(MAP_RESPONSE)}".encode())
    )

    assert one(data).pairs == (("AA", "XX"), ("BB", "YY"))
    assert [
        "“AA → YY” bernilai 25%" in sentence(each) for each in read(data).findings if each.code == "import-weight"
    ] == [True]


def said(outcome, identifier):
    return f'<setOutcomeValue identifier="{outcome}">{value(identifier, "identifier")}</setOutcomeValue>'


def modal(identifier, text, show="show"):
    return f'<modalFeedback outcomeIdentifier="F" identifier="{identifier}" showHide="{show}">{text}</modalFeedback>\n'


RIGHT_OR_WRONG = (
    f"<responseProcessing><responseCondition><responseIf><match>{VARIABLE}{CORRECT}</match>{ONE}{said('F', 'CORRECT')}"
    f"</responseIf><responseElse>{said('F', 'INCORRECT')}</responseElse></responseCondition></responseProcessing>"
)
BOTH = modal("CORRECT", "Ya.") + modal("INCORRECT", "Bukan.")


@pytest.mark.parametrize("processing", ["", RIGHT_OR_WRONG])
def test_feedback_of_right_and_wrong_answers_stands_beside_the_options(processing):
    data = choosing(declared("identifier", "B"), processing, after=BOTH, limits='maxChoices="1"')

    assert [option.feedback for option in one(data).options] == ["Bukan.", "Ya.", "Bukan."]
    assert (one(data).explanation, codes(data)) == ("", [])


def test_feedback_of_right_and_wrong_answers_of_other_kinds_is_named():
    data = choosing(declared("identifier", "A", "B", cardinality="multiple"), RIGHT_OR_WRONG, after=BOTH)

    assert (one(data).explanation, codes(data)) == ("", ["qti-feedback", "qti-feedback"])


def test_feedback_that_is_always_set_is_the_explanation():
    processing = f"<responseProcessing>{said('F', 'any')}</responseProcessing>"
    data = choosing(declared("identifier", "A"), processing, after=modal("any", "Karena."), limits='maxChoices="1"')

    assert (one(data).explanation, one(data).options[0].feedback) == ("Karena.", "")


def test_feedback_that_is_hidden_by_an_answer_is_named():
    data = choosing(declared("identifier", "A"), after=modal("A", "Ya.", "hide"), limits='maxChoices="1"')

    assert (one(data).options[0].feedback, codes(data)) == ("", ["qti-feedback"])


def test_feedback_in_the_body_is_no_part_of_the_question():
    block = '<feedbackBlock outcomeIdentifier="F" identifier="A" showHide="show">Kuncinya A.</feedbackBlock></itemBody>'
    data = choosing(declared("identifier", "A"), limits='maxChoices="1"').replace(b"</itemBody>", block.encode())

    assert (one(data).stem, one(data).options[0].feedback) == ("Apa?", "Kuncinya A.")


@pytest.mark.parametrize(
    ("score", "points", "named"),
    [("2.5", 3, 1), ("0.5", 1, 1), ("150", 100, 1), ("4", 4, 0)],
)
def test_points_that_are_no_whole_numbers_are_named(score, points, named):
    most = f"<defaultValue><value>{score}</value></defaultValue>"
    outcome = f"<outcomeDeclaration identifier='MAXSCORE'>{most}</outcomeDeclaration>"
    data = choosing(declared("identifier", "A") + outcome, limits='maxChoices="1"')

    assert (one(data).points, codes(data)) == (points, ["import-points"] * named)


def test_points_are_what_the_processing_gives():
    five = ONE.replace(">1<", ">5<")
    data = choosing(declared("identifier", "A"), scored(f"<match>{VARIABLE}{CORRECT}</match>", five))

    assert one(data).points == 5


def test_a_title_is_named():
    data = choosing(declared("identifier", "A")).replace(b'title="soal"', b'title="Tas di loket"')

    assert ["Tas di loket" in sentence(each) for each in read(data).findings] == [True]


TEST = b"""<assessmentTest identifier="tes" title="Tes"><testPart identifier="p" navigationMode="linear">
<assessmentSection identifier="s" visible="true">
<selection select="3"/>
<ordering shuffle="true"/>
<assessmentItemRef identifier="i" href="soal.xml"><weight identifier="W" value="5"/></assessmentItemRef>
</assessmentSection></testPart></assessmentTest>"""


def test_what_a_test_asks_of_its_items_is_named_with_its_file_and_line():
    manifest = (
        b'<manifest><resources><resource type="imsqti_test_xmlv2p1" href="tes.xml"/>'
        b'<resource type="imsqti_item_xmlv2p1" href="soal.xml"/></resources></manifest>'
    )
    imported = read(
        zipped({"imsmanifest.xml": manifest, "tes.xml": TEST, "soal.xml": choosing(declared("identifier", "A"))})
    )

    said = [(each.file, each.line, sentence(each).partition(" di susunan")[0]) for each in imported.findings]
    assert said == [
        ("tes.xml", 1, "urutan yang tidak boleh dilompati"),
        ("tes.xml", 3, "pengambilan acak 3 soal"),
        ("tes.xml", 4, "pengacakan urutan"),
        ("tes.xml", 5, "bobot 5 sebuah soal"),
    ]


@pytest.mark.parametrize("kind", ["associate", "extendedText", "hotspot", "slider", "upload", "gapMatch"])
def test_kinds_are_named_in_words(kind):
    (finding,) = read(item("x", f"<itemBody><{kind}Interaction responseIdentifier='R'/></itemBody>")).findings

    assert "Interaction" not in sentence(finding) + sentence(finding, "en")


def test_several_questions_in_one_item_are_said_to_be():
    twice = '<choiceInteraction responseIdentifier="RESPONSE"/>' * 2
    (finding,) = read(item("x", f"<itemBody>{twice}</itemBody>")).findings

    assert "beberapa pertanyaan dalam satu soal" in sentence(finding)


def test_a_question_of_single_choice_is_known_by_its_cardinality():
    assert one(choosing(declared("identifier", "A"))).kind is QuestionKind.SINGLE
