"""What the checker says about questions, practice and scored, and about their quality."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, advice, error, warning

MESSAGES: Mapping[str, Message] = {
    "empty-stem": error("tulis pertanyaannya sesudah tanda ?", "write the question after the ?"),
    "too-many-questions": error(
        "berkas ini lebih dari {limit} soal; pecah menjadi beberapa bank",
        "this file has more than {limit} questions; split it into several banks",
    ),
    "no-key": error(
        "soal ini belum punya jawaban; tulis “- [x] …”, “- = …”, “- a -> b”, “1. …”, atau [[…]]",
        "this question has no answer yet; write “- [x] …”, “- = …”, “- a -> b”, “1. …” or [[…]]",
    ),
    "no-answer": error(
        "tandai paling sedikit satu pilihan dengan [x]",
        "mark at least one option with [x]",
    ),
    "bad-checkbox": error(
        "tulis [x] untuk pilihan yang benar dan [ ], dengan spasi, untuk yang lain",
        "write [x] for a right option and [ ], with a space, for the others",
    ),
    "empty-option": error("tulis isi pilihan ini, atau hapus barisnya", "write this option, or remove its line"),
    "duplicate-option": error(
        "pilihan ini sama dengan baris {first}; ubah atau hapus",
        "this option is the same as on line {first}; change or remove it",
    ),
    "empty-answer": error("tulis jawaban sesudah tanda =", "write the answer after the ="),
    "answer-too-long": error(
        "jawaban lebih dari {limit} karakter tidak mungkin diketik tepat; persingkat",
        "nobody can type an answer of more than {limit} characters exactly; shorten it",
    ),
    "empty-blank": error("tulis jawaban di antara [[ dan ]]", "write the answer between [[ and ]]"),
    "empty-side": error("tulis kedua sisi: “- kiri -> kanan”", "write both sides: “- left -> right”"),
    "empty-range": error(
        "batas bawah lebih besar daripada batas atas; tukar keduanya",
        "the lower end is larger than the upper; exchange them",
    ),
    "mixed-number": error(
        "rentang bilangan tidak dapat dicampur dengan jawaban teks; pilih salah satu",
        "a range of numbers cannot be mixed with answers in words; choose one",
    ),
    "mixed-answers": error(
        "baris ini ditulis lain daripada pilihan di atasnya; samakan, atau pisahkan dengan satu paragraf",
        "this line is written in another way than those above it; make them alike, or put a paragraph between",
    ),
    "too-few-answers": error("tambahkan paling sedikit satu baris lagi", "add at least one more line"),
    "answer-has-blocks": error(
        "satu pilihan hanya satu paragraf; pindahkan isi ini ke pertanyaan atau ke pembahasan",
        "an option is one paragraph; move this into the stem or the explanation",
    ),
    "stray-feedback": error(
        "umpan balik hanya untuk pilihan [ ]; pindahkan kutipan ini ke pembahasan di bawah daftar",
        "only options [ ] have feedback; move this quotation into the explanation below the list",
    ),
    "unindented-feedback": warning(
        "beri dua spasi di depan > agar kutipan ini terbaca sebagai umpan balik pilihan di atasnya",
        "put two spaces before the > so that this quotation is read as feedback for the option above",
    ),
    "two-answer-blocks": error(
        "soal ini punya dua bagian jawaban; sisakan satu, atau pecah menjadi dua soal",
        "this question has two answer blocks; keep one, or make two questions",
    ),
    "text-after-answers": error(
        "teks sesudah jawaban: tulis sebagai pembahasan dengan >, atau akhiri soal dengan baris ---",
        "text after the answers: write it as an explanation with >, or end the question with a line ---",
    ),
    "unbalanced-blank": error(
        "setiap [[ berpasangan dengan ]] di baris yang sama; lengkapi atau hapus",
        "each [[ goes with a ]] on the same line; complete or remove it",
    ),
    "unknown-attribute": error(
        "atribut “{attribute}” tidak dikenal; maksud Anda “{nearest}”?",
        "the attribute “{attribute}” is unknown; do you mean “{nearest}”?",
    ),
    "bad-id": error(
        "id “{id}” hanya boleh huruf, angka, tanda hubung, dan garis bawah, paling panjang 64",
        "the id “{id}” may only have letters, digits, hyphens and underscores, at most 64",
    ),
    "bad-points": error(
        "points adalah bilangan bulat 1 sampai {limit}",
        "points is a whole number from 1 to {limit}",
    ),
    "useless-attribute": warning(
        "{attribute} tidak berarti apa-apa untuk soal jenis ini; hapus",
        "{attribute} means nothing for this kind of question; remove it",
    ),
    "duplicate-id": error(
        "soal “{id}” sudah ada di {first}; beri {{#id}} lain di akhir judulnya",
        "the question “{id}” exists at {first}; put another {{#id}} at the end of its heading",
    ),
    "question-inside": error(
        "soal ini tersangkut di dalam daftar, kotak, atau HTML di atasnya; tutup dahulu bagian itu",
        "this question is caught in a list, a box or HTML above it; close that first",
    ),
    "question-misplaced": error(
        "soal hanya boleh di pelajaran, kuis, atau bank; pindahkan",
        "questions belong in lessons, quizzes and banks; move it",
    ),
    "indented-question": error(
        "hapus spasi atau > di depan # agar baris ini menjadi soal",
        "remove the spaces or > before the # to make this line a question",
    ),
    "looks-like-question": warning(
        "judul ini tampak seperti soal; tambahkan ? sesudah tanda #, misalnya “## ? …”",
        "this heading looks like a question; add a ? after the #, as in “## ? …”",
    ),
    "blank-outside-question": warning(
        "[[…]] hanya menjadi isian di dalam soal; di sini ia tampil apa adanya",
        "[[…]] is a blank only in a question; here it is shown as typed",
    ),
    "repeated-answer": warning(
        "jawaban “{answer}” sudah diterima oleh baris di atasnya; hapus",
        "the answer “{answer}” is accepted by a line above already; remove it",
    ),
    "repeated-question": warning(
        "soal ini sama dengan baris {first}; ubah atau hapus salah satu",
        "this question is the same as on line {first}; change or remove one",
    ),
    "all-right": advice(
        "semua pilihan benar; tambahkan pengecoh",
        "every option is right; add a distractor",
    ),
    "few-options": advice(
        "hanya dua pilihan, jadi separuh tebakan benar; tambahkan satu pengecoh yang masuk akal",
        "with two options half of all guesses are right; add a plausible distractor",
    ),
    "no-explanation": advice(
        "tambahkan pembahasan dengan > di bawah jawaban: di sanalah peserta belajar",
        "add an explanation with > below the answers: that is where learners learn",
    ),
    "all-of-above": advice(
        "pilihan seperti “semua benar” menunjuk pilihan lain; letakkan terakhir dan tandai {{.last}}",
        "an option such as “all of the above” points to others; put it last and mark it {{.last}}",
    ),
    "double-negative": advice(
        "pertanyaan ini memakai dua kata ingkar; tanyakan hal yang benar saja",
        "this question has two negations; ask for what is right instead",
    ),
    "right-is-longest": advice(
        "pada {count} dari {total} soal, pilihan yang benar adalah yang terpanjang; samakan panjangnya",
        "in {count} of {total} questions the right option is the longest; make them of like length",
    ),
    "right-in-one-place": advice(
        "pada {count} dari {total} soal, pilihan yang benar ada di urutan {place}; acak letaknya",
        "in {count} of {total} questions the right option stands at place {place}; vary the place",
    ),
}
