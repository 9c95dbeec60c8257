"""Courses of any names and links, for what must hold whatever they are called."""

from hypothesis import strategies as st

from elearn.coursetext.editing.names import key_of

KEYS = ("sapa", "dengar", "tuntas", "kuis", "catat")
NUMBER = st.sampled_from(["", "1-", "01-", "02-", "2 ", "03_", "7-", "07-", "10-", "12."])


@st.composite
def courses(draw):
    """Files of a course whose modules and units have numbers of any kind, or none; every unit links to others."""
    modules = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True))
    paths = []
    for module in modules:
        folder = draw(NUMBER) + module
        units = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
        paths += [f"{folder}/{draw(NUMBER)}{unit}.md" for unit in units]
    files = {path: _lesson(path, draw(st.lists(st.sampled_from(paths), max_size=2))) for path in paths}
    links = "".join(f"[satu]({path.replace(' ', '%20')})\n" for path in paths)
    return {"course.md": f"---\ntitle: A\njp: 1\n---\n\n{links}".encode(), "media/a.png": b"PNG", **files}


def _lesson(path, others):
    links = "".join(f"Baca [ini](<../{other}#bagian>) dulu.\r\n" for other in others)
    return f"---\ntitle: {key_of(path.rpartition('/')[2][:-3])}\n---\n\n![Gambar](../media/a.png)\n{links}".encode()
