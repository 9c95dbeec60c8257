"""Who the demo people are, and where they work."""

from dataclasses import dataclass

PASSWORD = "kebun-raya-" + "sore-hari"
"""The same for every demo person, and printed by `make run`: it protects nothing."""


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who doesn't exist. `finished` is how many days ago which course was completed."""

    label: str
    nip: str
    name: str
    unit: str
    position: str
    grade: str
    rank: str = ""
    roles: frozenset[str] = frozenset()
    shown: bool = False
    finished: tuple[tuple[str, int], ...] = ()


UNITS = (
    ("TANGSEL", "Pemerintah Kota Tangerang Selatan", "Pemkot Tangsel", "kota", None),
    ("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "badan", "TANGSEL"),
    ("KEC-CONTOH", "Kecamatan Contoh", "Kec. Contoh", "kecamatan", "TANGSEL"),
    ("KEL-CONTOH", "Kelurahan Contoh", "Kel. Contoh", "kelurahan", "KEC-CONTOH"),
    ("SDN-CONTOH", "SD Negeri Contoh", "SDN Contoh", "sekolah", "TANGSEL"),
)

PEOPLE = (
    DemoPerson("peserta", "199203142025212001", "Siti Rahmawati", "KEL-CONTOH", "Pengadministrasi", "V", shown=True),
    DemoPerson(
        "pengajar",
        "198509262015051001",
        "Budi Santoso",
        "BKPSDM",
        "Widyaiswara",
        "III/c",
        "Penata",
        frozenset({"trainer"}),
        shown=True,
    ),
    DemoPerson(
        "admin",
        "198001152005012003",
        "Ratna Dewi",
        "BKPSDM",
        "Pengelola Pelatihan",
        "III/d",
        "Penata Tk. I",
        frozenset({"admin"}),
        shown=True,
    ),
    DemoPerson(
        "peserta",
        "197511022025211004",
        "Hasan Basri",
        "SDN-CONTOH",
        "Penjaga Sekolah",
        "I",
        finished=(("berakhlak", 12), ("integritas", 4)),
    ),
    DemoPerson(
        "peserta",
        "199007202014032002",
        "Dewi Lestari",
        "KEC-CONTOH",
        "Pengelola Layanan",
        "III/c",
        "Penata",
        finished=(("berakhlak", 30), ("pelayanan-prima", 9), ("integritas", 2)),
    ),
)
