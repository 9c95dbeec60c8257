"""What is said of a course that comes as an archive, or as plain Markdown."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, advice, error, warning

MESSAGES: Mapping[str, Message] = {
    "archive-broken": error(
        "berkas ini bukan zip, atau rusak di perjalanan; buat zip-nya lagi, lalu unggah ulang",
        "this is no zip, or it broke on its way; make the zip anew and upload it again",
    ),
    "archive-too-large": error(
        "zip ini lebih dari {limit}; kecilkan gambar dan videonya, lalu buat zip lagi",
        "this zip is larger than {limit}; make its pictures and videos smaller, then make the zip anew",
    ),
    "archive-unpacks-too-large": error(
        "isi zip ini lebih dari {limit} bila dibuka; bagi menjadi beberapa pelatihan",
        "what is in this zip is more than {limit}; split it into several courses",
    ),
    "archive-swells": error(
        "berkas ini mengembang lebih dari {limit} kali bila dibuka, tidak seperti bahan pelatihan; keluarkan dari zip",
        "this file grows more than {limit} times when it is opened, unlike course material; take it out of the zip",
    ),
    "archive-too-many": error(
        "zip ini berisi lebih dari {limit} berkas; bagi menjadi beberapa pelatihan",
        "this zip holds more than {limit} files; split it into several courses",
    ),
    "archive-too-deep": error(
        "berkas ini ada di dalam lebih dari {limit} folder; pindahkan ke folder yang lebih luar",
        "this file lies more than {limit} folders deep; move it further out",
    ),
    "archive-bad-path": error(
        "nama “{name}” menunjuk ke luar folder, terlalu panjang, atau memuat tanda yang tak dapat dipakai; ganti",
        "the name “{name}” points out of the course's folder, is too long, or has signs that cannot be used; change it",
    ),
    "archive-name-unreadable": error(
        "nama “{name}” tidak ditulis dengan UTF-8; ganti dengan huruf dan angka biasa, lalu buat zip lagi",
        "the name “{name}” is not written in UTF-8; use plain letters and digits, then make the zip anew",
    ),
    "archive-name-twice": error(
        "ada dua berkas bernama sama di tempat ini; hapus salah satunya",
        "there are two files of the same name at this place; remove one",
    ),
    "archive-link": error(
        "ini hanya pintasan ke berkas lain; ganti dengan berkasnya sendiri",
        "this is only a link to another file; replace it with the file itself",
    ),
    "archive-encrypted": error(
        "berkas ini dikunci dengan kata sandi; buat zip tanpa kata sandi",
        "this file is locked by a password; make the zip without one",
    ),
    "archive-method": error(
        "berkas ini dimampatkan dengan cara yang tidak dikenal; buat zip biasa",
        "this file is compressed in an unknown way; make an ordinary zip",
    ),
    "archive-empty": error(
        "tidak ada berkas di dalamnya; pilih folder pelatihan, lalu buat zip lagi",
        "there are no files in it; choose the course's folder, then make the zip anew",
    ),
    "archive-passed-over": advice(
        "nama yang diawali titik atau garis bawah dilewati; ganti namanya bila berkas ini ikut pelatihan",
        "names that begin with a dot or an underscore are passed over; rename the file if it belongs to the course",
    ),
    "plain-nothing": error(
        "tidak ada berkas Markdown (.md) di dalamnya; simpan tulisan Anda sebagai .md",
        "there is no Markdown file (.md) in it; save your texts as .md",
    ),
    "media-left-out": warning(
        "berkas ini ditinggalkan: isinya tidak dikenal, terlalu besar, atau tidak aman; ganti, lalu unggah di studio",
        "this file was left out: its content is unknown, too large or unsafe; replace it and upload it in the studio",
    ),
    "plain-no-place": warning(
        "berkas ini tidak punya tempat di sebuah pelatihan, jadi ditinggalkan; unggah lagi sebagai .md atau gambar",
        "this file has no place in a course and was left out; upload it again as .md or as a picture",
    ),
    "plain-outside-course": warning(
        "berkas ini di luar folder pelatihan, jadi ditinggalkan; pindahkan ke dalamnya bila perlu",
        "this file lies outside of the course's folder and was left out; move it inside if it is needed",
    ),
    "plain-jp-guessed": advice(
        "jp diperkirakan {jp} dari panjang tulisan; tulis jumlah yang ditetapkan penyelenggara",
        "jp was estimated at {jp} by the length of the text; write the number that the organiser decides",
    ),
}
