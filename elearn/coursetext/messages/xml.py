"""What is said of XML that can't be read: what is wrong at its line, and what to do."""

from collections.abc import Mapping

from elearn.coursetext.levels import Message, error

MESSAGES: Mapping[str, Message] = {
    "xml-empty": error(
        "berkas ini kosong; ekspor ulang dari asalnya",
        "this file is empty; export it again where it comes from",
    ),
    "xml-entity": error(
        "di sini ada tanda &…; yang tidak dikenal XML; ganti dengan hurufnya sendiri, misalnya “é” untuk &eacute;",
        "here stands an &…; that XML does not know; write the character itself, as “é” for &eacute;",
    ),
    "xml-sign": error(
        "ada tanda yang tidak boleh berdiri begitu saja di sini; tulis < sebagai &lt; dan & sebagai &amp;",
        "here is a character that may not stand as it is; write < as &lt; and & as &amp;",
    ),
    "xml-pairs": error(
        "tanda pembuka dan penutup di sini tidak berpasangan; tutup setiap <bagian> dengan </bagian>",
        "opening and closing tags do not match here; close every <part> with </part>",
    ),
    "xml-cut": error(
        "berkas ini terputus sebelum selesai; ekspor atau unduh ulang dari asalnya",
        "this file breaks off before its end; export or download it again",
    ),
    "xml-rest": error(
        "ada tulisan di luar bagian terluar berkas ini; hapus yang berlebih",
        "something stands outside of the outermost part of this file; remove it",
    ),
    "xml-twice": error(
        "satu keterangan (atribut) ditulis dua kali di sini; hapus salah satunya",
        "an attribute is written twice here; remove one of them",
    ),
    "xml-encoding": error(
        "huruf di berkas ini tidak terbaca; simpan sebagai UTF-8",
        "the characters of this file cannot be read; save it as UTF-8",
    ),
    "xml-large": error(
        "berkas ini berisi terlalu banyak bagian, atau terlalu dalam bersarang; pecah menjadi beberapa berkas",
        "this file has too many parts, or they are nested too deeply; split it into several files",
    ),
    "xml-broken": error(
        "berkas ini tidak terbaca sebagai XML mulai dari sini; ekspor ulang dari asalnya",
        "this file cannot be read as XML from here on; export it again where it comes from",
    ),
}
