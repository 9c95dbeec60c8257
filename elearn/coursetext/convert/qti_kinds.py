"""What elements of QTI are called in words, for people who never saw its source."""

from collections.abc import Iterable, Mapping

from elearn.coursetext.levels import Words

_WORDS: Mapping[str, Words] = {
    "associateInteraction": Words("memasangkan dua-dua dari satu kumpulan", "pairing within one set"),
    "customInteraction": Words("buatan alat lain", "made by another tool"),
    "drawingInteraction": Words("menggambar", "drawing"),
    "endAttemptInteraction": Words("tombol bantuan atau menyerah", "a button for a hint or giving up"),
    "extendedTextInteraction": Words("esai", "essay"),
    "gapMatchInteraction": Words("mengisi celah dengan kata yang tersedia", "filling gaps with given words"),
    "graphicAssociateInteraction": Words("memasangkan titik pada gambar", "pairing spots in a picture"),
    "graphicGapMatchInteraction": Words("mengisi celah pada gambar", "filling gaps in a picture"),
    "graphicOrderInteraction": Words("mengurutkan titik pada gambar", "ordering spots in a picture"),
    "hotspotInteraction": Words("memilih tempat pada gambar", "choosing a place in a picture"),
    "hottextInteraction": Words("memilih kata di dalam teks", "choosing words in a text"),
    "mediaInteraction": Words("memutar media", "playing media"),
    "positionObjectInteraction": Words("menaruh benda pada gambar", "placing an object on a picture"),
    "selectPointInteraction": Words("menunjuk titik pada gambar", "pointing at a picture"),
    "sliderInteraction": Words("geser", "slider"),
    "uploadInteraction": Words("mengunggah berkas", "uploading a file"),
    "choiceInteraction": Words("pilihan", "choice"),
    "inlineChoiceInteraction": Words("pilihan di dalam kalimat", "choice within a sentence"),
    "textEntryInteraction": Words("isian", "text entry"),
    "matchInteraction": Words("menjodohkan", "matching"),
    "orderInteraction": Words("mengurutkan", "ordering"),
    "questestinterop": Words("QTI 1.2", "QTI 1.2"),
    "qti-assessment-item": Words("QTI 3.0", "QTI 3.0"),
    "assessmentTest": Words("susunan tes", "the arrangement of a test"),
    "rubricBlock": Words("catatan untuk penilai", "a note for graders"),
    "templateDeclaration": Words("bilangan acak", "a random number"),
    "templateProcessing": Words("bilangan acak", "a random number"),
    "printedVariable": Words("nilai yang dihitung saat dijawab", "a value computed while answering"),
    "templateBlock": Words("bagian yang muncul bersyarat", "a part that is shown on a condition"),
    "templateInline": Words("bagian yang muncul bersyarat", "a part that is shown on a condition"),
    "fixed": Words("tempat tetap di tengah pilihan", "a fixed place among the options"),
    "maxChoices": Words("jumlah pilihan terbanyak", "the most choices"),
    "minChoices": Words("jumlah pilihan paling sedikit", "the least choices"),
    "patternMask": Words("pola tulisan", "a pattern for what is typed"),
    "upperBound": Words("batas atas nilai", "the upper bound of the score"),
    "selection": Words("pengambilan acak {n} soal", "drawing {n} questions"),
    "ordering": Words("pengacakan urutan", "shuffling"),
    "weight": Words("bobot {n} sebuah soal", "the weight {n} of a question"),
    "linear": Words("urutan yang tidak boleh dilompati", "an order that may not be skipped"),
    "timeLimits": Words("batas waktu", "a time limit"),
    "itemSessionControl": Words("aturan kesempatan dan tayangan jawaban", "rules of attempts and of showing answers"),
    "preCondition": Words("syarat tampil sebuah bagian", "a condition for showing a part"),
    "branchRule": Words("lompatan ke bagian lain", "a jump to another part"),
    "testFeedback": Words("umpan balik tes", "feedback of the test"),
    "outcomeProcessing": Words("perhitungan nilai tes", "the way the score of the test is computed"),
    "responseProcessing": Words("aturan penilaian tersendiri", "rules of its own"),
    "responseElse": Words("jawaban lainnya", "any other answer"),
    "responseCondition": Words("syarat bertingkat", "nested conditions"),
    "patternMatch": Words("pola tulisan", "a pattern"),
    "stringMatch": Words("sebagian tulisan", "a part of the text"),
    "equal": Words("toleransi", "a tolerance"),
    "member": Words("salah satu dari beberapa", "one of several"),
    "setOutcomeValue": Words("nilai tanpa syarat", "a score without a condition"),
    "equalRounded": Words("pembulatan", "rounding"),
    "not": Words("pengecualian", "an exception"),
    "and": Words("gabungan syarat", "combined conditions"),
    "or": Words("pilihan syarat", "alternative conditions"),
    "map_response_point": Words("titik pada gambar", "points in a picture"),
}


def worded(name: str, amount: str = "") -> Words:
    """What an element is called; one that isn't known by its name in QTI."""
    words = _WORDS.get(name, Words(f"“{name}”", f"“{name}”"))
    return Words(words.indonesian.format(n=amount), words.english.format(n=amount))


def kinds(tags: Iterable[str], several: bool) -> Words:
    """The kinds of interactions in words; of several at once, that they are."""
    words = [worded(tag) for tag in sorted(tags)]
    if several:
        words.append(Words("beberapa pertanyaan dalam satu soal", "several questions in one"))
    return Words(", ".join(each.indonesian for each in words), ", ".join(each.english for each in words))
