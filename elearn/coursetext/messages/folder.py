"""What the checker says about files, folders, their names and the outline."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "unreadable": error(
        "berkas ini tidak dapat dibaca ({problem}); periksa izinnya",
        "this file cannot be read ({problem}); check its permissions",
    ),
    "outside-folder": error(
        "tautan berkas ini menuju ke luar folder pelatihan; ganti dengan berkasnya sendiri",
        "this symbolic link leads out of the course's folder; replace it with the file itself",
    ),
    "bad-file-name": error(
        "nama berkas ini memuat karakter yang tidak dapat dipakai; ganti dengan huruf, angka, dan tanda hubung",
        "the name of this file has characters that cannot be used; use letters, digits and hyphens",
    ),
    "too-many-files": error(
        "folder ini memuat lebih dari {limit} berkas; pecah menjadi beberapa pelatihan",
        "this folder holds more than {limit} files; split it into several courses",
    ),
    "folder-too-large": error(
        "isi folder ini lebih dari {limit}; kecilkan gambar dan videonya",
        "this folder holds more than {limit}; make its pictures and videos smaller",
    ),
    "text-too-large": error(
        "berkas teks ini {size} bita, paling besar {limit}; pecah menjadi beberapa berkas",
        "this text file has {size} bytes, the limit is {limit}; split it into several files",
    ),
    "too-many-lines": error(
        "berkas ini lebih dari {limit} baris; pecah menjadi beberapa berkas",
        "this file has more than {limit} lines; split it into several files",
    ),
    "bad-encoding": error(
        "huruf di sini tidak terbaca; simpan berkas ini sebagai UTF-8",
        "the characters here cannot be read; save this file as UTF-8",
    ),
    "line-too-long": error(
        "baris ini {length} karakter, paling panjang {limit}; pecah menjadi beberapa baris",
        "this line has {length} characters, the limit is {limit}; break it into several lines",
    ),
    "text-too-deep": error(
        "baris ini bertingkat lebih dari {limit}; kurangi tingkat daftar, kutipan, atau spasi di depannya",
        "this line is nested more than {limit} deep; use fewer levels of lists, quotations or indentation",
    ),
    "odd-character": error(
        "ada karakter tak terlihat ({character}) di sini; hapus dan ketik ulang",
        "there is an invisible character ({character}) here; delete it and type anew",
    ),
    "unclosed-fence": error(
        "blok kode yang dibuka di sini tidak pernah ditutup; tambahkan baris penutup yang sama",
        "the code block that begins here never ends; add the same line to close it",
    ),
    "bad-slug": error(
        "nama folder “{slug}” menjadi alamat pelatihan; pakai huruf kecil, angka, dan tanda hubung, paling panjang 60",
        "the folder's name “{slug}” becomes the address; use lower-case letters, digits and hyphens, at most 60",
    ),
    "missing-course": error(
        "buat berkas course.md dengan title dan jp di dalam folder ini",
        "make a file course.md with title and jp in this folder",
    ),
    "no-units": error(
        "pelatihan ini belum punya pelajaran; buat folder modul, misalnya 01-pengantar/01-mulai.md",
        "this course has no units yet; make a module's folder, for example 01-introduction/01-start.md",
    ),
    "no-name": error(
        "tambahkan nama sesudah nomor “{name}”, agar urutan dapat diubah tanpa kehilangan catatan belajar",
        "add a name after the number “{name}”, so that the order can change without losing anyone's progress",
    ),
    "duplicate-key": error(
        "kunci “{key}” sudah dipakai {first}; beri nama lain",
        "the key “{key}” is taken by {first}; choose another name",
    ),
    "reserved-key": error(
        "“{key}” adalah nama khusus; beri modul ini nama lain",
        "“{key}” has a meaning of its own; give this module another name",
    ),
    "bad-identity": error(
        "id “{id}” hanya boleh huruf, angka, titik, garis bawah, tanda hubung, dan garis miring di antaranya",
        "the id “{id}” may only have letters, digits, dots, underscores, hyphens, and slashes between them",
    ),
    "duplicate-identity": error(
        "id “{id}” sudah dipakai {first}; beri id lain, atau hapus",
        "the id “{id}” is taken by {first}; choose another, or remove it",
    ),
    "formerly-in-use": warning(
        "formerly menyebut “{id}”, yang masih dipakai {first}; kemajuan peserta akan terhitung di keduanya",
        "formerly names “{id}”, which {first} still has; learners' progress would count for both",
    ),
    "formerly-itself": warning(
        "formerly menyebut id pelajaran ini sendiri, “{id}”; hapus",
        "formerly names this unit's own id, “{id}”; remove it",
    ),
    "empty-module": warning(
        "modul “{key}” belum punya pelajaran, jadi tidak ditampilkan; tambahkan berkas .md",
        "the module “{key}” has no units yet and is not shown; add a .md file",
    ),
    "unused-file": warning(
        "berkas ini tidak dipakai di mana pun; tautkan, pindahkan, atau beri awalan _ pada namanya",
        "nothing uses this file; link to it, move it, or begin its name with _",
    ),
    "unused-bank": warning(
        "tidak ada kuis yang mengambil soal dari {bank}; sebutkan di draw sebuah kuis",
        "no quiz draws from {bank}; name it in the draw of a quiz",
    ),
    "empty-bank": warning(
        "bank ini belum punya soal; mulai dengan judul “## ? …”",
        "this bank has no questions yet; begin with a heading “## ? …”",
    ),
    "untitled": warning(
        "pelajaran ini belum berjudul, jadi tampil sebagai “{title}”; tulis title: atau satu judul #",
        "this unit has no title and is shown as “{title}”; write title: or one # heading",
    ),
    "two-titles": warning(
        "judul ini berbeda dengan title, dan tidak ditampilkan; samakan, atau hapus salah satu (“{title}”)",
        "this heading differs from the title and is not shown; make them agree, or remove one (“{title}”)",
    ),
    "same-title": warning(
        "judul “{title}” sama dengan {first}; bedakan agar peserta tidak bingung",
        "the title “{title}” is that of {first} too; tell them apart for the learners' sake",
    ),
    "empty-lesson": warning(
        "pelajaran ini belum berisi; tulis teksnya, atau beri awalan _ pada nama berkasnya",
        "this lesson is empty; write its text, or begin its file's name with _",
    ),
    "long-lesson": warning(
        "pelajaran ini {minutes} menit, lebih dari {limit}; pecah menjadi dua",
        "this lesson takes {minutes} minutes, more than {limit}; split it in two",
    ),
}
