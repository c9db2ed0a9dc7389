"""The forms in which staff write records."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commemoration.core.edtf.forms import WordsDateField
from commemoration.core.languages.choices import TextLanguage
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from tributes.graves.enums import BurialKind
from tributes.graves.services.burials import require_possible_dates


class BurialForm(WagtailAdminModelForm):
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
        cleaned = self.cleaned_data
        if not (cleaned.get("name_surname") or cleaned.get("name_given")):
            return []
        return [
            NameFacts(
                role=cleaned["name_role"] or NameRole.IDENTIFIED,
                surname=cleaned["name_surname"],
                given_name=cleaned["name_given"],
                patronymic=cleaned["name_patronymic"],
                language=cleaned["name_language"],
                source=cleaned["name_source"],
                dated=cleaned["name_dated"],
            )
        ]

    def clean(self):
        cleaned = super().clean()
        try:
            require_possible_dates(cleaned.get("birth") or "", cleaned.get("death") or "")
        except ValidationError as error:
            for name, texts in error.message_dict.items():
                self.add_error(name, texts)
        is_person = cleaned.get("kind") == BurialKind.PERSON
        if is_person and not self.instance.named_person_id and not self.new_names:
            self.add_error("name_surname", _("Give a name, or say that the person is unknown."))
        return cleaned
