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
    "import-legacy": warning(
        "berkas ini bukan UTF-8 dan dibaca sebagai Windows-1252, mulai baris ini, di {count} baris; periksa hurufnya, "
        "misalnya {sample}",
        "this file is no UTF-8 and was read as Windows-1252, from this line on, on {count} lines; check the "
        "characters, as in {sample}",
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
    "import-no-text": error(
        "soal ini tidak punya kalimat soal dan dilewati; tulis pertanyaannya di berkas asal",
        "this question has no text and is left out; write what it asks in the original file",
    ),
    "import-one-option": error(
        "soal ini punya kurang dari dua pilihan dan dilewati; tambahkan pilihan lain di berkas asal",
        "this question has fewer than two options and is left out; add another option in the original file",
    ),
    "import-one-pair": error(
        "soal ini punya kurang dari dua pasangan dan dilewati; tambahkan pasangan lain di berkas asal",
        "this question has fewer than two pairs and is left out; add another pair in the original file",
    ),
    "import-one-item": error(
        "soal ini punya kurang dari dua langkah dan dilewati; tambahkan langkah lain di berkas asal",
        "this question has fewer than two items and is left out; add another item in the original file",
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
    "import-blank": warning(
        "pilihan atau jawaban di sini kosong dan dilewati; tulis isinya, atau hapus di berkas asal",
        "the option or answer here is empty and left out; write it, or remove it in the original file",
    ),
    "import-twice": warning(
        "“{answer}” ditulis dua kali; yang kedua dilewati",
        "“{answer}” is written twice; the second one is left out",
    ),
    "import-same": error(
        "“{answer}” ada dua kali di soal ini, jadi soal ini dilewati; ubah salah satunya di berkas asal",
        "“{answer}” stands twice in this question, so it is left out; change one of them in the original file",
    ),
    "import-split": warning(
        "tanda {sign} di tengah kata, sebelum “{after}”, dibaca sebagai awal jawaban baru; tulis \\{sign} bila ia "
        "bagian dari jawaban",
        "the {sign} inside a word, before “{after}”, was read as the beginning of an answer; write \\{sign} if it "
        "belongs to the answer",
    ),
    "import-letters": error(
        "sesudah pilihan {before} seharusnya {due}, tetapi di sini “{what}”, jadi soal ini dilewati; urutkan hurufnya",
        "after option {before} comes {due}, but here stands “{what}”, so the question is left out; put the "
        "letters in order",
    ),
    "import-many": error(
        "pilihan sesudah Z tidak punya huruf, jadi soal ini dilewati; kurangi pilihannya",
        "an option after Z has no letter, so the question is left out; write fewer options",
    ),
    "import-penalty": advice(
        "pilihan yang salah mengurangi nilai {weights} di asalnya; di sini pada soal dengan satu jawaban tidak",
        "wrong options take away {weights} in the original; here a question with one answer takes nothing away",
    ),
    "import-wrong": advice(
        "pilihan yang salah bernilai {weights} di asalnya; di sini setiap pilihan salah menghapus satu yang benar, "
        "bila kuisnya memberi nilai sebagian",
        "wrong options are worth {weights} in the original; here each takes back a right one, "
        "where the quiz gives partial credit",
    ),
    "import-points": warning(
        "nilai soal ini {points}; di sini poin bilangan bulat 1 sampai 100, jadi menjadi {used}",
        "this question is worth {points}; here points are whole numbers from 1 to 100, so it becomes {used}",
    ),
    "import-title": advice(
        "judul “{title}” tidak dipakai di sini; soal dikenali dari kalimatnya",
        "the title “{title}” is not used here; a question is known by its sentence",
    ),
    "import-case": warning(
        "huruf besar dan kecil dibedakan di asalnya; di sini tidak",
        "upper and lower case are told apart in the original; here they are not",
    ),
    "import-hidden": warning(
        "soal ini disembunyikan di asalnya; di sini ikut tampil, hapus bila tidak dipakai lagi",
        "this question is hidden in the original; here it is shown, remove it if it is no longer used",
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
    "export-ordering": advice(
        "soal urutan menjadi menjodohkan setiap butir dengan nomor urutnya di {format}",
        "a question of order becomes one of matching each item with its number in {format}",
    ),
    "export-arrow": warning(
        "sisi kiri “{left}” memuat tanda panah di dalam kode, yang dibaca lain oleh Moodle; ganti katanya",
        "the left side “{left}” holds an arrow in code, which Moodle reads differently; reword it",
    ),
    "export-link": warning(
        "tautan “{text}” tidak ikut di {format}; tulis alamatnya sebagai teks bila perlu",
        "the link “{text}” does not go along in {format}; write its address as text if needed",
    ),
    "export-picture": warning(
        "gambar {target} tidak ikut di dalam GIFT; unggah ke sana tersendiri, atau pakai QTI",
        "the picture {target} does not go along in GIFT; upload it there, or use QTI",
    ),
}
