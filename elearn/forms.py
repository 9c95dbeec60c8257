"""What all forms share: WTForms' own sentences in the reader's language, which WTForms knows in English only."""

from flask_wtf import FlaskForm

from elearn.languages import language

INDONESIAN = {
    "This field is required.": "Bagian ini perlu diisi.",
    "Invalid input.": "Isian ini belum sesuai.",
    "Not a valid choice.": "Pilih salah satu yang tersedia.",
    "Invalid Choice: could not coerce.": "Pilih salah satu yang tersedia.",
    "Invalid choice(s): one or more data inputs could not be coerced.": "Pilih dari yang tersedia.",
    "'%(value)s' is not a valid choice for this field.": "“%(value)s” tidak ada di antara pilihannya.",
    "Field must be equal to %(other_name)s.": "Isian ini harus sama dengan %(other_name)s.",
    "Field must be at least %(min)d character long.": "Tulis sedikitnya %(min)d huruf.",
    "Field cannot be longer than %(max)d character.": "Tulis paling banyak %(max)d huruf.",
    "Field must be exactly %(max)d character long.": "Tulis tepat %(max)d huruf.",
    "Field must be between %(min)d and %(max)d characters long.": "Tulis %(min)d sampai %(max)d huruf.",
    "Number must be at least %(min)s.": "Angkanya sedikitnya %(min)s.",
    "Number must be at most %(max)s.": "Angkanya paling banyak %(max)s.",
    "Number must be between %(min)s and %(max)s.": "Angkanya antara %(min)s dan %(max)s.",
    "Not a valid integer value.": "Tulis bilangan bulat.",
    "Not a valid decimal value.": "Tulis bilangan.",
    "Not a valid date value.": "Tulis tanggal.",
}
"""Sentences of fields and validators that our forms use or are likely to; a plural has the sentence of its singular."""


class _Sentences:
    """What WTForms asks for the text of a message."""

    def gettext(self, sentence: str) -> str:
        """The sentence in the reader's language."""
        return INDONESIAN.get(sentence, sentence) if language() == "id" else sentence

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The sentence for a number in the reader's language."""
        return self.gettext(singular) if number == 1 or language() == "id" else plural


class Form(FlaskForm):
    """A form of the platform."""

    class Meta(FlaskForm.Meta):
        """How WTForms is to behave."""

        def get_translations(self, form: "Form") -> _Sentences:
            """WTForms' own sentences."""
            return _Sentences()
