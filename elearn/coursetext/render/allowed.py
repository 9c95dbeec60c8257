"""The one allow-list of HTML, as data: what a rendered text may hold, and what a trainer may type as HTML."""

import re
from collections.abc import Mapping


def names(text: str) -> frozenset[str]:
    """The names in a text, separated by spaces: how the lists here are written."""
    return frozenset(text.split())


MATH_TAGS = names(
    "math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup munder mover munderover mmultiscripts "
    "mprescripts mtable mtr mtd mstyle mpadded mphantom menclose"
)
"""Presentation MathML only: nothing here can hold HTML, a link, a style sheet or a picture."""

TYPED_TAGS = names(
    "p br hr em strong b i u s del ins mark small sub sup kbd code samp var pre span div blockquote ul ol li dl dt dd "
    "table caption thead tbody tfoot tr th td a img figure figcaption details summary abbr cite q dfn"
)
"""Elements that a trainer may type. Headings are not among them: they are written with `##`, for the outline."""

TAGS = MATH_TAGS | TYPED_TAGS | names("h2 h3 h4 h5 h6 audio video")
"""Every element that a rendered text may hold."""

VOID_TAGS = frozenset({"br", "hr", "img"})

_OPERATOR = "stretchy fence separator form lspace rspace minsize maxsize largeop movablelimits symmetric accent"
_TABLE = "columnalign rowspacing columnspacing columnlines rowlines displaystyle"

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    tag: names(attributes)
    for tag, attributes in {
        "*": "lang title",
        "a": "href rel role download aria-label",
        "img": "src alt width height loading decoding",
        "audio": "src controls preload aria-label",
        "video": "src controls preload aria-label width height",
        "div": "role tabindex aria-label",
        "span": "role aria-label aria-hidden",
        "pre": "tabindex",
        "details": "open",
        "ol": "start",
        "li": "id",
        "sup": "id",
        **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "id"),
        "th": "scope colspan rowspan",
        "td": "colspan rowspan",
        "math": "display alttext",
        "mo": _OPERATOR,
        "mi": "mathvariant",
        "mn": "mathvariant",
        "mtext": "mathvariant",
        "mspace": "width height depth linebreak",
        "mfrac": "linethickness bevelled",
        "mover": "accent",
        "munder": "accentunder",
        "mtable": _TABLE,
        "mtd": "columnalign",
        "mstyle": "displaystyle scriptlevel mathsize mathvariant",
        "mpadded": "width height depth lspace voffset",
        "menclose": "notation",
    }.items()
}
"""Attributes of each element; `*` is for all. `class` has a list of its own, and `id` a shape."""

TYPED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"class", "lang", "title"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt"}),
    "details": frozenset({"open"}),
    "ol": frozenset({"start"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "td": frozenset({"colspan", "rowspan"}),
}
"""Attributes that a trainer may type in HTML."""

TYPED_CLASSES = frozenset({"decorative", "center", "right", "wide"})
"""Classes that a trainer may give, in HTML or as `{.wide}`."""

TOKEN_CLASSES = names(
    "c c1 ch cm cp cpf cs err g gd ge ges gh gi gl go gp gr gs gt gu k kc kd kn kp kr kt l l-Scalar l-Scalar-Plain ld "
    "m mb mf mh mi mo n na nb nc nd ne nf nl nn no nt nv o ow p p-Indicator s s1 s2 sb sc sd se sh si sr ss vc vg vi w"
)
"""What Pygments calls the parts of a program; `static/css/code.css` colours the ones that matter."""

CLASSES = (
    TYPED_CLASSES
    | TOKEN_CLASSES
    | names(
        "admonition admonition-title note important warning example footnote footnote-ref footnote-backref external "
        "table-wrap code media download task task-open task-done"
    )
)
"""Every class that a rendered text may hold."""

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""Schemes of addresses; an address without a scheme is relative."""

SAFE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
"""An id holds a hyphen, so that no script can take an element for a variable of its own, nor for one of the page."""


def allows(tag: str, name: str, value: str) -> bool:
    """Whether the list keeps this attribute on this element. Classes are judged apart, one by one."""
    if name == "id":
        return name in ATTRIBUTES.get(tag, ()) and SAFE_ID.fullmatch(value) is not None
    return name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ())


def kept_classes(value: str) -> str:
    """Those of the classes that the list keeps."""
    return " ".join(name for name in value.split() if name in CLASSES)
