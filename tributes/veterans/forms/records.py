"""The forms in which staff write veterans, presentations and their photographs."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commemoration.core.languages.choices import TextLanguage
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from photos.selectors.usage import is_picture_used
from tributes.veterans.enums import LifeStatus
from tributes.veterans.services.veterans import require_consent

OF_ARCHIVE = _(
    "A photograph of the archive shows this picture, and the archive is public by itself. Upload "
    "the file anew here."
)
ROLES = [
    (role.value, role.label)
    for role in (NameRole.IDENTIFIED, NameRole.REGISTERED, NameRole.FAMILY, NameRole.ALIAS)
]


class ReportPhotoForm(WagtailAdminModelForm):
    def clean_image(self):
        return require_own_picture(self.cleaned_data["image"])


class VeteranForm(WagtailAdminModelForm):
    """With the forms of the name: one can be added, none is written over."""

    name_role = forms.ChoiceField(
        label=_("Whose form"), choices=ROLES, initial=NameRole.IDENTIFIED, required=False
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
            )
        ]

    def clean(self):
        cleaned = super().clean()
        if not self.instance.named_person_id and not self.new_names:
            self.add_error("name_surname", _("Give a name."))
        status = cleaned.get("life_status")
        if self.instance.live and status and status != LifeStatus.DIED:
            self.instance.life_status = status
            try:
                require_consent(self.instance)
            except ValidationError as error:
                self.add_error("life_status", error)
        return cleaned

    def is_valid(self):
        valid = super().is_valid()
        portraits = self.formsets.get("portraits")
        for form in portraits.forms if valid and portraits is not None else ():
            image = form.cleaned_data.get("image")
            if image and form.has_changed() and is_picture_used(image):
                form.add_error("image", OF_ARCHIVE)
                valid = False
        return valid


def require_own_picture(image):
    """Raises ValidationError for a picture that an archive photograph shows."""
    if image and is_picture_used(image):
        raise ValidationError(OF_ARCHIVE)
    return image
