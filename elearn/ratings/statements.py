"""The statements of the closing questionnaire in words."""

from flask_babel import lazy_gettext as _l

from elearn.domain.questionnaire import Statement

SENTENCES = {
    Statement.USEFUL: _l("Isi pelatihan ini berguna untuk pekerjaan saya."),
    Statement.CLEAR: _l("Bahasanya mudah saya pahami."),
    Statement.PRACTICAL: _l("Contoh dan latihannya membantu saya belajar."),
    Statement.PACED: _l("Lamanya pas untuk isinya."),
    Statement.RECOMMENDED: _l("Saya akan menyarankannya kepada rekan kerja."),
}
