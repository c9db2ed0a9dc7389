"""What the screen of a record has to add a form of its person's name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commemoration.core.edtf.forms import WordsDateField
from commemoration.core.languages.choices import TextLanguage
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts


class NewNameForm(WagtailAdminModelForm):
    """With the forms of the name: one can be added, none is written over."""

    name_role = forms.ChoiceField(
        label=_("Whose form"), choices=NameRole.choices, initial=NameRole.IDENTIFIED, required=False
    )
    name_surname = forms.CharField(label=_("Surname"), max_length=200, required=False)
    name_given = forms.CharField(label=_("Given name"), max_length=200, required=False)
    name_patronymic = forms.CharField(label=_("Patronymic"), max_length=200, required=False)
    name_language = forms.ChoiceField(
        label=_("Language of this form"),
        choices=[("", _("Not known")), *TextLanguage.choices],
        required=False,
    )
    name_source = forms.CharField(label=_("Source of this form"), max_length=500, required=False)
    name_dated = WordsDateField(label=_("Date of the source"), required=False)

    @property
    def new_names(self) -> list[NameFacts]:
        """What was typed, in a form that has been checked."""
        cleaned = self.cleaned_data
        if not (cleaned.get("name_surname") or cleaned.get("name_given")):
            return []
        return [
            NameFacts(
                role=cleaned.get("name_role") or NameRole.IDENTIFIED,
                surname=cleaned.get("name_surname", ""),
                given_name=cleaned.get("name_given", ""),
                patronymic=cleaned.get("name_patronymic", ""),
                language=cleaned.get("name_language", ""),
                source=cleaned.get("name_source", ""),
                dated=cleaned.get("name_dated", ""),
            )
        ]

    @property
    def has_name(self) -> bool:
        """The person has forms of a name already, or is given one now."""
        return bool(self.instance.named_person_id or self.new_names)
