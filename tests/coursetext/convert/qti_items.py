"""Items of QTI 2.1 as other tools write them: prompts, modal feedback, mappings, tolerance, kinds nobody else has."""

SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
HEAD = f'<?xml version="1.0"?>\n<assessmentItem xmlns="{SPACE}" identifier="{{}}" title="{{}}">\n'


def item(identifier: str, body: str, title: str = "") -> bytes:
    """An item of this identifier."""
    return f"{HEAD.format(identifier, title or identifier)}{body}</assessmentItem>".encode()


CHOICE = item(
    "tas",
    """<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse>
    <value>ChoiceA</value></correctResponse></responseDeclaration>
<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>3</value>
    </defaultValue></outcomeDeclaration>
<itemBody><p>Lihat <em>papan</em> ini.</p><rubricBlock view="scorer"><p>rahasia</p></rubricBlock>
<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
<prompt>Apa bunyinya?</prompt>
<simpleChoice identifier="ChoiceA">Jaga tas Anda.<feedbackInline outcomeIdentifier="FEEDBACK" identifier="ChoiceA"
 showHide="show">Ya.</feedbackInline></simpleChoice>
<simpleChoice identifier="ChoiceB">Titipkan <strong>tas</strong>.</simpleChoice>
</choiceInteraction></itemBody>
<modalFeedback outcomeIdentifier="FEEDBACK" identifier="ChoiceB" showHide="show">Bukan.</modalFeedback>
<modalFeedback outcomeIdentifier="SAID" identifier="any" showHide="show"><p>Tas dijaga sendiri.</p></modalFeedback>""",
)
MAPPED = item(
    "air",
    """<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
<mapping defaultValue="-2"><mapEntry mapKey="H" mappedValue="1"/><mapEntry mapKey="O" mappedValue="1"/>
<mapEntry mapKey="Cl" mappedValue="-1"/></mapping></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0"><prompt>Unsur air?</prompt>
<simpleChoice identifier="H">Hidrogen</simpleChoice><simpleChoice identifier="Cl">Klor</simpleChoice>
<simpleChoice identifier="O" fixed="true">Oksigen</simpleChoice></choiceInteraction></itemBody>""",
)
ORDER = item(
    "urut",
    """<responseDeclaration identifier="R" cardinality="ordered" baseType="identifier"><correctResponse>
<value>C</value><value>A</value></correctResponse></responseDeclaration><itemBody>
<orderInteraction responseIdentifier="R" shuffle="true"><prompt>Urutkan</prompt>
<simpleChoice identifier="A">dua</simpleChoice>
<simpleChoice identifier="C">satu</simpleChoice></orderInteraction></itemBody>""",
)
MATCH = item(
    "jodoh",
    """<responseDeclaration identifier="R" cardinality="multiple" baseType="directedPair"><correctResponse>
<value>C R</value><value>D M</value></correctResponse></responseDeclaration><itemBody>
<matchInteraction responseIdentifier="R" shuffle="true" maxAssociations="4"><prompt>Jodohkan</prompt><simpleMatchSet>
<simpleAssociableChoice identifier="C" matchMax="1">Banten</simpleAssociableChoice>
<simpleAssociableChoice identifier="D" matchMax="1">Bali</simpleAssociableChoice></simpleMatchSet><simpleMatchSet>
<simpleAssociableChoice identifier="M" matchMax="4">Denpasar</simpleAssociableChoice>
<simpleAssociableChoice identifier="R" matchMax="4">Serang</simpleAssociableChoice>
<simpleAssociableChoice identifier="T" matchMax="4">Bogor</simpleAssociableChoice></simpleMatchSet></matchInteraction>
</itemBody>""",
)
BLANKS = item(
    "isian",
    """<responseDeclaration identifier="A" cardinality="single" baseType="string"><correctResponse><value>York</value>
</correctResponse><mapping><mapEntry mapKey="York" mappedValue="1"/><mapEntry mapKey="york" mappedValue=".5"/></mapping>
</responseDeclaration><responseDeclaration identifier="B" cardinality="single" baseType="integer"><correctResponse>
<value>25</value></correctResponse></responseDeclaration><itemBody><p>Matahari <textEntryInteraction
 responseIdentifier="A" expectedLength="15"/>; umur <textEntryInteraction responseIdentifier="B"/>.</p></itemBody>""",
)
NUMBER = item(
    "bilangan",
    """<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="float"><correctResponse>
<value>3.14</value></correctResponse></responseDeclaration><itemBody><p>Berapa pi?</p><p><textEntryInteraction
 responseIdentifier="RESPONSE"/></p></itemBody><responseProcessing><responseCondition><responseIf>
<equal toleranceMode="absolute" tolerance="0.01 0.02"><variable identifier="RESPONSE"/><baseValue baseType="float">3.14
</baseValue></equal></responseIf></responseCondition></responseProcessing>""",
)
GAP = item(
    "celah",
    "<itemBody><gapMatchInteraction responseIdentifier='R'><gapText identifier='a'>x</gapText></gapMatchInteraction>"
    "</itemBody>",
)
ESSAY = item("esai", "<itemBody><extendedTextInteraction responseIdentifier='R'/></itemBody>")
TEXT = item("teks", "<itemBody><p>Baca saja.</p></itemBody>")
OLD = b"<questestinterop><assessment/></questestinterop>"
BOMB = b'<!DOCTYPE a [<!ENTITY x "ha">]><assessmentItem>&x;</assessmentItem>'
