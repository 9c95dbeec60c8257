"""What the checker says about running text: links, pictures, HTML, formulas, headings, media files."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "broken-link": error(
        "tautan ini menuju {target}, yang tidak ada di pelatihan ini (mungkin sudah dihapus); "
        "arahkan ke bagian lain, atau hapus tautannya",
        "this link leads to {target}, which this course does not have (it may have been removed); "
        "let it lead elsewhere, or remove the link",
    ),
    "two-versions": error(
        "di sini masih ada tulisan dua orang, atau tandanya; pilih salah satu, lalu hapus baris <<<<<<, ======, >>>>>>",
        "two people's versions, or their marks, still stand here; choose one and remove the lines "
        "<<<<<<, ======, >>>>>>",
    ),
    "placeholder": warning(
        "ini masih kalimat contoh dari berkas baru; ganti dengan tulisan Anda, atau hapus",
        "this is still the sample sentence of a new file; write your own instead, or remove it",
    ),
    "broken-image": error(
        "gambar {target} tidak ada di pelatihan ini; betulkan jalurnya atau tambahkan berkasnya",
        "this course has no picture {target}; correct the path or add the file",
    ),
    "missing-alt": error(
        "tulis teks alternatif di antara [ dan ], atau tandai gambar hiasan dengan {{.decorative}}",
        "write alternative text between [ and ], or mark a decoration with {{.decorative}}",
    ),
    "forbidden-html": error(
        "{what} tidak boleh dipakai di dalam teks; hapus, atau tulis dengan Markdown",
        "{what} is not allowed in a text; remove it, or write it in Markdown",
    ),
    "forbidden-address": error(
        "alamat {target} tidak boleh dipakai; gunakan https:, mailto:, tel:, atau jalur relatif",
        "the address {target} is not allowed; use https:, mailto:, tel:, or a relative path",
    ),
    "picture-elsewhere": error(
        "gambar {target} ada di situs lain; simpan di folder media/ dan tulis jalurnya, misalnya ../media/foto.webp",
        "the picture {target} is on another site; put it into media/ and write its path, such as ../media/photo.webp",
    ),
    "rule-makes-heading": warning(
        "tanpa baris kosong di atasnya, --- mengubah teks di atasnya menjadi judul; beri baris kosong",
        "without an empty line above it, --- turns the text above into a heading; put an empty line",
    ),
    "heading-jump": warning(
        "judul ini melompat dari tingkat {before} ke tingkat {level}; pakai tingkat {expected}",
        "this heading jumps from level {before} to level {level}; use level {expected}",
    ),
    "media-too-large": error(
        "berkas ini {size}; paling besar {limit}: kecilkan dahulu",
        "this file has {size}; the limit is {limit}: make it smaller",
    ),
    "media-type": error(
        "isi berkas ini tidak dikenali sebagai gambar, audio, video, atau PDF; ganti dengan jenis yang dikenal",
        "the content of this file is no known picture, audio, video or PDF; replace it with a known kind",
    ),
    "picture-heavy": warning(
        "gambar ini {size}; kecilkan sampai di bawah {limit} agar terbuka cepat di ponsel",
        "this picture has {size}; bring it below {limit} so that it opens fast on a phone",
    ),
    "unknown-box": error(
        "kotak {kind} tidak dikenal; pakai catatan, penting, peringatan, atau contoh",
        "there is no box {kind}; use note, important, warning, or example",
    ),
    "bad-formula": error(
        "rumus ini tidak terbaca pada {formula}; betulkan, atau tulis \\$ bila yang dimaksud tanda dolar",
        "this formula can't be read at {formula}; correct it, or write \\$ where a dollar sign is meant",
    ),
    "heading-top": warning(
        "judul dengan satu # hanya untuk judul halaman; pakai ## untuk {heading}",
        "a heading with one # is for the page's title only; use ## for {heading}",
    ),
    "broken-anchor": warning(
        "tautan menuju {target}, tetapi tidak ada judul itu di teks ini; betulkan nama judulnya",
        "the link leads to {target}, but this text has no such heading; correct the heading's name",
    ),
    "unbalanced-html": warning(
        "{what} tidak punya pasangan; tambahkan pasangannya atau hapus",
        "{what} has no partner; add it or remove this one",
    ),
    "misplaced-html": error(
        "{what} tidak boleh berada di sini; pindahkan ke dalam unsur yang semestinya",
        "{what} can't stand here; move it into the element that it belongs to",
    ),
    "misplaced-blank": error(
        "isian [[…]] tidak dapat diletakkan di sini; tulis di dalam kalimat biasa",
        "a blank [[…]] can't stand here; write it in an ordinary sentence",
    ),
    "paragraph-too-long": error(
        "paragraf ini {length} karakter; paling banyak {limit}: pisahkan dengan baris kosong",
        "this paragraph has {length} characters; the limit is {limit}: separate it by blank lines",
    ),
    "too-many-signs": error(
        "tanda {sign} terlalu banyak; paling banyak {limit} kali dalam satu teks: bagi teksnya",
        "there are too many {sign}; the limit is {limit} in one text: divide it",
    ),
    "svg-unsafe": error(
        "gambar SVG ini memuat {what}; simpan ulang sebagai SVG biasa, atau pakai PNG atau WebP",
        "this SVG drawing holds {what}; save it as plain SVG, or use PNG or WebP",
    ),
}
