"""What is said of QTI that course text can't hold, or holds only in part."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "qti-several-keys": error(
        "soal ini menerima salah satu dari beberapa pilihan; pilihan tunggal di sini punya tepat satu yang benar, "
        "jadi soal ini dilewati; ubah menjadi pilihan ganda majemuk",
        "this question accepts any one of several options; here exactly one is right, so it is left out; "
        "make it a question with several right options",
    ),
    "qti-several-pairs": error(
        "“{left}” punya beberapa pasangan sekaligus; di sini setiap sisi kiri punya satu, jadi soal ini dilewati; "
        "pecah menjadi beberapa soal",
        "“{left}” has several partners at once; here each left side has one, so the question is left out; split it",
    ),
    "qti-open-range": error(
        "yang benar di sini semua bilangan {low}..{high}, tanpa batas di satu sisi, jadi soal ini dilewati; "
        "beri batas bawah dan atas di berkas asal",
        "any number of {low}..{high} is right here, without a limit on one side, so the question is left out; "
        "give it both limits in the original file",
    ),
    "qti-edge": warning(
        "bilangan {number} sendiri belum benar di asalnya; rentang di sini memuat ujungnya, periksa rentangnya",
        "the number {number} itself is not right in the original; a range here includes its ends, check the range",
    ),
    "qti-tolerance": warning(
        "toleransi dihitung dari jawaban yang benar, menjadi {low}..{high}; pemutar lain dapat menghitungnya lain, "
        "periksa rentangnya",
        "the tolerance is counted from the right answer and becomes {low}..{high}; other players may count it "
        "differently, check the range",
    ),
    "qti-processing": warning(
        "cara menilai {what} tidak terbaca di sini; periksa kunci soal ini",
        "the way of grading by {what} is not read here; check the key of this question",
    ),
    "qti-penalty": warning(
        "jawaban “{answer}” mengurangi nilai {weight}%; di sini jawaban salah paling banyak menghapus satu yang benar",
        "the answer “{answer}” takes away {weight}%; here a wrong answer takes back one right one at most",
    ),
    "qti-left-out": warning(
        "“{answer}” tidak ikut di kunci, dan di sini semua butir diurutkan, jadi butir ini dilewati",
        "“{answer}” is not in the key, and here all items are put in order, so this one is left out",
    ),
    "qti-blank-range": warning(
        "isian di dalam kalimat menerima bilangan {answer}; di sini isian menerima jawaban persis, periksa kuncinya",
        "the blank in the sentence takes numbers of {answer}; a blank here takes exact answers, check its key",
    ),
    "qti-feedback": warning(
        "umpan balik “{feedback}” hanya muncul pada jawaban tertentu, yang di sini tidak mungkin, dan dilewati; "
        "pindahkan ke pembahasan bila perlu",
        "the feedback “{feedback}” is shown for some answers only, which is not possible here, and left out; "
        "move it to the explanation if needed",
    ),
    "qti-test": warning(
        "{what} di susunan tes ini tidak ikut; atur di kepala kuis",
        "{what} of this test does not come along; set it at the head of the quiz",
    ),
}
