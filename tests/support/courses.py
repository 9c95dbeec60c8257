"""Courses for tests: a small one, and a short one that uses every kind of question and of text."""

from collections.abc import Mapping

Files = dict[str, str | bytes]


def course_md(title: str = "Menyapa warga", jp: int = 2, **front: object) -> str:
    """A course.md; `front` are further lines of its front matter, written as YAML."""
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\ntitle: {title}\njp: {jp}\n{lines}---\n\nCara menyapa warga di loket.\n"


def lesson(title: str, words: str = "Warga disapa lebih dulu.", **front: object) -> str:
    """A lesson of one paragraph."""
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    return f"---\ntitle: {title}\n{lines}---\n\n{words}\n"


QUIZ = """---
title: Kuis akhir
kind: quiz
---

## ? Siapa yang disapa lebih dulu? {#sapa}

- [x] Warga yang sudah lama mengantre
- [ ] Rekan kerja yang baru saja datang
- [ ] Siapa pun yang paling kita kenal

> Warga datang untuk dilayani.
"""


def small_course(title: str = "Menyapa warga", jp: int = 2, quiz: str = QUIZ, **front: object) -> Files:
    """Two lessons and a quiz of one question; its right option is the first."""
    return {
        "course.md": course_md(title, jp, **front),
        "01-mulai/01-sapa.md": lesson("Menyapa", minutes=4),
        "01-mulai/02-dengar.md": lesson("Mendengarkan", "Keluhan didengarkan sampai selesai.", minutes=7),
        "01-mulai/03-kuis.md": quiz,
    }


def lessons_only(title: str = "Menyapa warga", jp: int = 2, count: int = 2, **front: object) -> Files:
    """Lessons without a quiz: whoever reads them all completes the course."""
    texts = {f"01-mulai/{at:02}-bagian-{at}.md": lesson(f"Bagian {at}", minutes=4) for at in range(1, count + 1)}
    return {"course.md": course_md(title, jp, **front), **texts}


def question_kinds(prefix: str) -> str:
    """A question of every kind, with ids that begin with `prefix`."""
    return f"""## ? Siapa yang disapa lebih dulu di loket? {{#{prefix}-satu}}

- [ ] Rekan kerja yang baru saja datang
  > Rekan dapat menunggu sebentar.
- [x] Warga yang sudah lama mengantre
  > Betul, warga datang untuk dilayani.
- [ ] Siapa pun yang paling kita kenal

> Baca lagi [Tiga langkah](../01-langkah/01-tiga-langkah.md).

## ? Apa saja yang dicatat saat menerima keluhan? {{#{prefix}-banyak}}

- [x] Waktu kejadian
- [x] Layanan yang dikeluhkan
- [ ] Pendapat petugas
- [ ] Nama tetangga warga

> Waktu dan layanan cukup untuk mulai.

## ? Di kota mana kelurahan contoh ini? {{#{prefix}-isian}}

- = Tangerang Selatan

## ? Berapa menit lama antre paling panjang? {{#{prefix}-bilangan}}

- = 37,5 ± 0,5

## ? Pasangkan sikap dengan contohnya. {{#{prefix}-pasangan}}

- Menyapa -> mengucapkan selamat pagi
- Mendengarkan -> mengulang keluhan
- Menuntaskan -> memberi kabar

## ? Urutkan langkah melayani. {{#{prefix}-urutan}}

1. Menyapa
2. Mendengarkan
3. Menuntaskan

## ? Lengkapi kalimat ini. {{#{prefix}-rumpang}}

Warga disapa, [[didengarkan|didengar]], lalu urusannya [[dituntaskan]].

> Tiga langkah itu berurutan.
"""


RIGHT: Mapping[str, object] = {
    "satu": "Warga yang sudah lama mengantre",
    "banyak": ("Waktu kejadian", "Layanan yang dikeluhkan"),
    "isian": "tangerang selatan",
    "bilangan": "37,5",
    "pasangan": {
        "Menyapa": "mengucapkan selamat pagi",
        "Mendengarkan": "mengulang keluhan",
        "Menuntaskan": "memberi kabar",
    },
    "urutan": ("Menyapa", "Mendengarkan", "Menuntaskan"),
    "rumpang": ("didengarkan", "dituntaskan"),
}
"""The right answer to each of `question_kinds`, in the words that a learner reads."""

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="160" viewBox="0 0 640 160">
  <rect width="640" height="160" fill="#f7faf9"/>
  <circle cx="120" cy="80" r="50" fill="#0b6b4f"/>
  <circle cx="320" cy="80" r="50" fill="#8a4606"/>
  <circle cx="520" cy="80" r="50" fill="#1d4f91"/>
</svg>
"""

_LONG = "\n\n".join(
    f"Cerita {number}. Seorang warga datang ke loket membawa berkas yang belum lengkap. Petugas menyapa, mendengarkan, "
    "lalu menuliskan apa saja yang masih kurang, supaya warga cukup kembali satu kali."
    for number in range(1, 13)
)

_TEXT = f"""---
title: Tiga langkah
minutes: 4
---

Petugas loket melayani warga dalam **tiga langkah**: menyapa, mendengarkan, lalu menuntaskan[^1].

![Tiga lingkaran berjajar: menyapa, mendengarkan, menuntaskan.](../media/langkah.svg)

| Layanan | Lama |
|---|---|
| Surat pengantar | 15 menit |
| Legalisasi | 1 hari |

Antrean
:   Warga yang menunggu giliran, dipanggil menurut nomornya.

!!! catatan "Perlu diingat"
    Warga yang SKM-nya rendah biasanya tidak disapa.

??? pembahasan
    Menyapa hanya perlu lima detik.

Rata-rata dihitung dengan $\\frac{{3}}{{4}} = 0{{,}}75$.

```python
print("Selamat pagi")
```

- [x] Sudah dibaca
- [ ] Sudah dicoba

## Cerita dari loket

{_LONG}

[^1]: Urutannya penting.

*[SKM]: Survei Kepuasan Masyarakat
"""

_FINAL = """---
title: Kuis akhir
kind: quiz
minutes: 9
draw: {bank/akhir: 7}
---

Tujuh soal, diambil dari bank soal.
"""


def demo_course(certificate: str = "automatic", title: str = "Melayani warga", passing_score: int = 70) -> Files:
    """A short course with every kind of question, as practice and drawn for its quiz, and every kind of text."""
    front = {"certificate": certificate, "passing_score": passing_score, "tags": "[loket, layanan]"}
    return {
        "course.md": course_md(title, 3, **front, valid_as_of="2026-11-24", legal_basis="[UU 25/2009]"),
        "01-langkah/01-tiga-langkah.md": _TEXT,
        "01-langkah/02-berlatih.md": f"---\ntitle: Berlatih\nminutes: 5\n---\n\nCoba dulu.\n\n{question_kinds('l')}",
        "02-akhir/01-kuis.md": _FINAL,
        "bank/akhir.md": question_kinds("k"),
        "media/langkah.svg": PICTURE,
    }
