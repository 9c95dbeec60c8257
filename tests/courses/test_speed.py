"""Publishing is quick enough to be done after every small change."""

import time

from tests.support.courses import course_md, lesson

COURSES, UNITS = 20, 20
COLD, AGAIN = 10, 1
"""Seconds that publishing may take, all courses cold and with nothing changed."""

PATIENCE = 4
"""How many times slower a machine may be that runs other tests at the same moment."""

WORDS = "Petugas loket **menyapa** warga, mendengarkan keluhan, lalu menuliskan berkas yang masih kurang. " * 6


def _unit(name):
    paragraphs = "\n\n".join(f"## Bagian {part}\n\n{WORDS}\n\n- butir satu\n- butir dua" for part in range(6))
    table = "| Layanan | Lama |\n|---|---|\n| Surat pengantar | 15 menit |"
    question = f"## ? Siapa disapa dulu? {{#{name}}}\n\n- [x] Warga yang datang\n- [ ] Rekan kerja\n- [ ] Atasan"
    return lesson(f"Unit {name}", f"{paragraphs}\n\n{table}\n\n{question}")


def _write_courses(folder):
    for course in range(COURSES):
        below = folder / f"pelatihan-{course}" / "01-modul"
        below.mkdir(parents=True)
        (below.parent / "course.md").write_text(course_md(f"Pelatihan {course}"))
        for number in range(1, UNITS + 1):
            (below / f"{number:02}-unit-{number}.md").write_text(_unit(f"p{course}-u{number}"))


def test_twenty_courses_of_twenty_units_are_published_in_seconds(app, tmp_path):
    _write_courses(tmp_path)

    cold = _seconds(app, tmp_path, f"pelatihan-{COURSES - 1}: edition 1 published")
    again = _seconds(app, tmp_path, f"pelatihan-{COURSES - 1}: edition 1, unchanged")

    assert cold < COLD * PATIENCE
    assert again < AGAIN * PATIENCE


def _seconds(app, folder, said):
    began = time.perf_counter()
    result = app.test_cli_runner().invoke(args=["courses", "publish", str(folder)])
    seconds = time.perf_counter() - began
    assert result.exit_code == 0, result.output
    assert said in result.output
    print(f"{seconds:.2f} s: {said}")
    return seconds
