"""What is said of files that come from other platforms, or go there: what was not, or not wholly, converted."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, advice, error, warning

MESSAGES: Mapping[str, Message] = {
    "import-too-large": error(
        "berkas ini {size}, paling besar {limit}; pecah menjadi beberapa berkas",
        "this file has {size}, the limit is {limit}; split it into several files",
    ),
    "import-encoding": error(
        "huruf di sini tidak terbaca; simpan berkas ini sebagai UTF-8",
        "the characters here cannot be read; save this file as UTF-8",
    ),
    "import-empty": error(
        "tidak ada soal {format} di berkas ini; periksa jenis berkasnya",
        "there is no {format} question in this file; check its format",
    ),
    "import-entities": error(
        "XML dengan DOCTYPE atau entitas sendiri ditolak demi keamanan; hapus bagian itu",
        "XML with a DOCTYPE or entities of its own is refused for safety; remove that part",
    ),
    "import-kind": error(
        "soal jenis {kind} tidak ada padanannya dan dilewati; tulis ulang dengan jenis lain",
        "a question of the kind {kind} has no counterpart and is left out; write it as another kind",
    ),
    "import-no-key": error(
        "soal ini tidak punya jawaban benar dan dilewati; tandai jawabannya di berkas asal",
        "this question has no right answer and is left out; mark one in the original file",
    ),
    "import-broken": error(
        "soal ini tidak terbaca pada “{what}” dan dilewati; betulkan di berkas asal",
        "this question cannot be read at “{what}” and is left out; correct it in the original file",
    ),
    "import-number": error(
        "“{number}” bukan bilangan atau rentang, jadi soal ini dilewati; betulkan di berkas asal",
        "“{number}” is no number or range, so the question is left out; correct it in the original file",
    ),
    "import-unsaid": error(
        "soal ini tidak dapat ditulis dalam teks pelatihan tanpa berubah arti dan dilewati; tulis ulang di sini",
        "this question cannot be written as course text without changing its meaning and is left out; write it here",
    ),
    "import-weight": warning(
        "jawaban “{answer}” bernilai {weight}%; di sini jawaban hanya benar atau salah, dan yang ini {verdict}",
        "the answer “{answer}” is worth {weight}%; here an answer is right or wrong, and this one is {verdict}",
    ),
    "import-feedback": warning(
        "umpan balik “{feedback}” hanya mungkin pada pilihan dan dilewati; pindahkan ke pembahasan bila perlu",
        "the feedback “{feedback}” is only possible on options and is left out; move it to the explanation if needed",
    ),
    "import-answer": warning(
        "jawaban “{answer}” tidak dapat dipakai di sini dan dilewati; tulis setiap jawaban yang diterima",
        "the answer “{answer}” cannot be used here and is left out; write each answer that is accepted",
    ),
    "import-element": warning(
        "{what} tidak ada padanannya; isinya dipertahankan sebagai teks, periksa hasilnya",
        "{what} has no counterpart; its content is kept as text, check the outcome",
    ),
    "import-dropped": warning(
        "{what} tidak ada padanannya dan dilewati; tambahkan di sini bila perlu",
        "{what} has no counterpart and is left out; add it here if needed",
    ),
    "import-picture": warning(
        "gambar {target} tidak ada di dalam berkas ini; unggah ke media/ dengan nama {name}",
        "the picture {target} is not inside this file; upload it into media/ as {name}",
    ),
    "import-description": warning(
        "teks “{text}” tidak bertanya apa-apa dan dilewati; pindahkan ke pelajaran bila perlu",
        "the text “{text}” asks nothing and is left out; move it into a lesson if needed",
    ),
    "import-category": advice(
        "kategori “{category}” hanya berarti bagi bank soal; kuis memuat semua soalnya",
        "the category “{category}” means something for banks only; the quiz has all of its questions",
    ),
    "import-setting": advice(
        "pengaturan {what} tidak dipakai di sini",
        "the setting {what} is not used here",
    ),
    "export-kind": warning(
        "soal jenis {kind} tidak ada di {format} dan tidak ikut diekspor; pakai QTI atau teks pelatihan",
        "{format} has no questions of the kind {kind}, so this one is not exported; use QTI or the course text",
    ),
    "export-arrow": warning(
        "sisi kiri “{left}” memuat tanda panah di dalam kode, yang dibaca lain oleh Moodle; ganti katanya",
        "the left side “{left}” holds an arrow in code, which Moodle reads differently; reword it",
    ),
    "export-picture": warning(
        "gambar {target} tidak ikut di dalam GIFT; unggah ke sana tersendiri, atau pakai QTI",
        "the picture {target} does not go along in GIFT; upload it there, or use QTI",
    ),
}
