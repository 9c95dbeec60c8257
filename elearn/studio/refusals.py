"""What is said when publishing, restoring or reviewing is refused."""

from flask_babel import gettext as _

from elearn.studio import publication, reviews

REFUSALS = (
    publication.DraftChanged,
    publication.EditionChanged,
    publication.Overtaken,
    publication.NotApproved,
    publication.CourseArchived,
    reviews.AlreadyAsked,
    reviews.NotAReviewer,
    reviews.NothingToReview,
    reviews.TextChanged,
)
"""Refusals that are a matter of what somebody else did meanwhile; nothing is lost, and the page says how it is now."""


def refusal_sentence(refused: Exception) -> str:
    """A refusal in the reader's language."""
    sentences = {
        publication.DraftChanged: _("Draf berubah sejak halaman itu dibuka. Periksa lagi, lalu tekan tombolnya."),
        publication.EditionChanged: _("Orang lain baru saja menerbitkan edisi baru. Periksa dulu keadaannya."),
        publication.Overtaken: _("Ada edisi yang terbit di luar studio. Pilih dulu apa yang dilakukan dengannya."),
        publication.NotApproved: _("Draf ini perlu disetujui peninjau sebelum terbit."),
        publication.CourseArchived: _("Pelatihan ini diarsipkan. Buka kembali dulu, lalu terbitkan."),
        reviews.AlreadyAsked: _("Peninjauan sudah diminta dan belum dijawab."),
        reviews.NotAReviewer: _("Peninjau harus pengajar atau admin lain yang tidak ikut menulis."),
        reviews.NothingToReview: _("Peninjauan ini sudah dijawab atau ditarik kembali."),
        reviews.TextChanged: _("Draf berubah saat Anda membacanya. Baca lagi perubahannya, lalu beri jawaban."),
    }
    return str(sentences[type(refused)])
