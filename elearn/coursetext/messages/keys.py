"""What the checker says about front matter, and about what it promises: prerequisites, dates, draws."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "unclosed-front-matter": error(
        "bagian atas yang dibuka dengan --- tidak pernah ditutup; tambahkan baris --- di bawahnya",
        "the front matter that begins with --- never ends; add a line --- below it",
    ),
    "front-matter-too-long": error(
        "bagian atas lebih dari {limit} karakter; pindahkan teks panjang ke bawah ---",
        "the front matter has more than {limit} characters; move long text below the ---",
    ),
    "front-matter-too-deep": error(
        "bagian atas hanya memuat teks, daftar, dan pasangan; sederhanakan nilai ini",
        "front matter holds only texts, lists and pairs; simplify this value",
    ),
    "front-matter-no-mapping": error(
        "bagian atas ditulis sebagai “kunci: nilai”, satu baris satu kunci",
        "front matter is written as “key: value”, one key a line",
    ),
    "bad-yaml": error(
        "YAML tidak terbaca ({problem}); apit nilai yang memuat : # [ ] {{ }} & * ! atau @ dengan tanda kutip",
        "the YAML cannot be read ({problem}); put a value with : # [ ] {{ }} & * ! or @ between quotation marks",
    ),
    "yaml-extra": error(
        "jangkar (&), alias (*) dan penanda (!) YAML tidak dipakai di sini; tulis nilainya langsung, atau kutip",
        "YAML's anchors (&), aliases (*) and tags (!) are not used here; write the value itself, or quote it",
    ),
    "comment-after-text": warning(
        "teks sesudah # tidak terbaca sebagai bagian dari {key}; bila perlu, apit seluruh nilainya dengan tanda kutip",
        "what follows # is not read as part of {key}; if it should be, put the whole value between quotation marks",
    ),
    "unknown-key": error(
        "kunci “{key}” tidak dikenal; maksud Anda “{nearest}”?",
        "the key “{key}” is unknown; do you mean “{nearest}”?",
    ),
    "strange-key": error(
        "kunci “{key}” tidak dikenal; hapus, atau lihat daftar kunci di panduan menulis",
        "the key “{key}” is unknown; remove it, or see the list of keys in the guide",
    ),
    "misplaced-key": error(
        "kunci “{key}” hanya berlaku untuk {files}, bukan {kind}; pindahkan atau hapus",
        "the key “{key}” is for {files}, not for {kind}; move or remove it",
    ),
    "repeated-key": error(
        "“{key}” disebut dua kali; hapus salah satu",
        "“{key}” stands here twice; remove one",
    ),
    "not-a-text": error("isi {key} dengan teks satu baris", "fill {key} with one line of text"),
    "not-a-list": error(
        "isi {key} dengan daftar teks, misalnya [satu, dua]",
        "fill {key} with a list of texts, for example [one, two]",
    ),
    "not-a-number": error(
        "isi {key} dengan bilangan bulat {low} sampai {high}",
        "fill {key} with a whole number from {low} to {high}",
    ),
    "out-of-range": error(
        "{key} harus antara {low} dan {high}",
        "{key} must be between {low} and {high}",
    ),
    "not-a-date": error(
        "isi {key} dengan tanggal seperti 2026-11-24",
        "fill {key} with a date such as 2026-11-24",
    ),
    "not-yes-or-no": error(
        "isi {key} dengan true atau false (ya atau tidak)",
        "fill {key} with true or false",
    ),
    "not-a-choice": error("isi {key} dengan salah satu dari: {choices}", "fill {key} with one of: {choices}"),
    "not-a-draw": error(
        "isi {key} dengan bilangan, atau dengan jumlah per bank seperti {{bank/standar: 5}}",
        "fill {key} with a number, or with a number for each bank such as {{bank/standar: 5}}",
    ),
    "value-too-long": error(
        "{key} {length} karakter, paling panjang {limit}; persingkat",
        "{key} has {length} characters, the limit is {limit}; shorten it",
    ),
    "missing-title": error(
        "tulis title: nama pelatihan seperti akan tercetak di sertifikat",
        "write title: the course's name as it will stand on the certificate",
    ),
    "missing-jp": error(
        "tulis jp: jumlah jam pelajaran, bilangan bulat",
        "write jp: the number of lesson hours, a whole number",
    ),
    "dates-reversed": error(
        "review_due lebih awal daripada valid_as_of; betulkan tanggalnya",
        "review_due is earlier than valid_as_of; correct the dates",
    ),
    "review-overdue": warning(
        "isi pelatihan ini seharusnya ditinjau paling lambat {due}; tinjau, lalu majukan tanggalnya",
        "this course was due for review by {due}; review it, then move the date",
    ),
    "unknown-prerequisite": error(
        "tidak ada pelatihan “{slug}”; maksud Anda “{nearest}”?",
        "there is no course “{slug}”; do you mean “{nearest}”?",
    ),
    "strange-prerequisite": error(
        "tidak ada pelatihan “{slug}”; tulis nama folder pelatihan yang ada",
        "there is no course “{slug}”; write the folder's name of a course that exists",
    ),
    "circular-prerequisite": error(
        "“{slug}” pada gilirannya mensyaratkan pelatihan ini; putuskan lingkarannya",
        "“{slug}” in its turn requires this course; break the circle",
    ),
    "unknown-bank": error(
        "tidak ada bank soal “{bank}”; maksud Anda “{nearest}”?",
        "there is no question bank “{bank}”; do you mean “{nearest}”?",
    ),
    "draw-too-large": error(
        "draw meminta {count} soal, yang ada {size}; kurangi, atau tambah soal",
        "draw asks for {count} questions and there are {size}; ask for fewer, or write more",
    ),
    "no-questions": error(
        "kuis ini belum punya soal; tulis “## ? …”, atau ambil dari bank dengan draw",
        "this quiz has no questions yet; write “## ? …”, or draw from a bank",
    ),
}
