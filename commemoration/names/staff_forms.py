"""The forms in which staff write a form of a name."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.names.asked import readable
from commemoration.names.models.forms import NameForm
from commemoration.names.services.corrections import WRITTEN
from commemoration.names.services.people import NameFacts

# Beside the languages of the site, those in which names of the buried are met.
OTHER_LANGUAGES = (
    ("de", _("German")),
    ("uk", _("Ukrainian")),
    ("be", _("Belarusian")),
    ("pl", _("Polish")),
)


class WrittenNameForm(forms.ModelForm):
    """One form of a name: whose it is, how it is written, where it stands."""

    language = forms.ChoiceField(label=_("Language"), required=False)

    class Meta:
        model = NameForm
        fields = WRITTEN
        labels = {
            "role": _("Whose form"),
            "surname": _("Surname"),
            "given_name": _("Given name"),
            "patronymic": _("Patronymic"),
            "source": _("Source"),
            "dated": _("Date of the source"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = [("", _("Not known")), *TextLanguage.choices, *OTHER_LANGUAGES]
        own = self.instance.language
        if own and own not in dict(known):
            known.append((own, own))
        self.fields["language"].choices = known

    def clean(self):
        cleaned = super().clean()
        for name in ("surname", "given_name", "patronymic", "source"):
            cleaned[name] = readable(cleaned.get(name, ""))
        if not self.errors and not (cleaned["surname"] or cleaned["given_name"]):
            raise ValidationError(_("Write a surname or a given name."))
        return cleaned

    @property
    def facts(self) -> NameFacts:
        return NameFacts(**{name: self.cleaned_data[name] for name in WRITTEN})


class CorrectionForm(WrittenNameForm):
    """With the reason, which the history keeps."""

    reason = forms.CharField(
        label=_("Why it is changed"),
        max_length=500,
        required=False,
        help_text=_("For example: a slip in typing; the stone was read again in May 2026."),
    )
