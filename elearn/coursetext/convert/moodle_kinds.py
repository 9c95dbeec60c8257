"""The kinds of questions that Moodle has and course text hasn't, as people call them."""

from collections.abc import Mapping

from elearn.coursetext.levels import Words

_KINDS: Mapping[str, Words] = {
    "essay": Words("esai", "essay"),
    "calculated": Words("hitungan dengan rumus", "calculated"),
    "calculatedsimple": Words("hitungan dengan rumus", "calculated"),
    "calculatedmulti": Words("pilihan dengan rumus", "calculated multiple choice"),
    "ddwtos": Words("menyeret kata ke teks", "dragging words into a text"),
    "ddimageortext": Words("menyeret ke gambar", "dragging onto a picture"),
    "ddmarker": Words("menandai gambar", "marking a picture"),
    "gapselect": Words("memilih kata di dalam teks", "selecting words in a text"),
    "random": Words("soal acak", "random question"),
    "randomsamatch": Words("menjodohkan acak", "random matching"),
    "": Words("yang tidak disebutkan", "that is not named"),
}

_CHOOSING = Words("memilih kata di dalam teks", "selecting words in a text")


def kind_of(name: str) -> Words:
    """What people call a kind of question."""
    return _KINDS.get(name, Words(f"“{name}”", f"“{name}”"))


def field_of(name: str) -> Words:
    """What people call a field in a text; others than typed ones are chosen from."""
    return _CHOOSING if name.startswith(("MULTI", "MC", "MR")) else kind_of(name)
