"""The forms in which staff describe photographs and collections."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commemoration.core.accounts.selectors import sections_of
from commemoration.core.enums import Section
from photos.accession import normalise_accession
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.permissions import may_look_after


class LinesField(forms.CharField):
    """A list of short texts, written one on each line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = value if isinstance(value, list) else (value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)

    def validate(self, value):
        super().validate(value)
        if any(len(line) > 200 for line in value):
            raise ValidationError(_("Write at most 200 letters on each line."))


class PhotoForm(WagtailAdminModelForm):
    """Offers only collections of the editor's own section."""

    people = LinesField(
        label=_("People shown"),
        required=False,
        help_text=_("One name on each line, from left to right."),
    )
    subjects = LinesField(
        label=_("Subjects"), required=False, help_text=_("One subject on each line.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "collection" in self.fields and self.for_user:
            own = Collection.objects.filter(section__in=sections_of(self.for_user))
            self.fields["collection"].queryset = own

    def clean_accession(self):
        accession = normalise_accession(self.cleaned_data["accession"])
        twins = Photo.objects.filter(accession__iexact=accession).exclude(pk=self.instance.pk)
        if twins.exists():
            raise ValidationError(_("Another photograph already has this accession number."))
        return accession


class CollectionForm(WagtailAdminModelForm):
    """An editor gives a collection only to a section of their own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "section" in self.fields and self.for_user:
            own = sections_of(self.for_user)
            self.fields["section"].choices = [
                (value, label) for value, label in Section.choices if value in own
            ]

    def clean_section(self):
        section = self.cleaned_data["section"]
        if self.for_user and not may_look_after(self.for_user, section):
            raise ValidationError(_("Choose a section you work for."))
        return section

    def clean_lead_photo(self):
        photo = self.cleaned_data["lead_photo"]
        if photo and photo.collection_id != self.instance.pk:
            raise ValidationError(_("Choose a photograph of this collection."))
        return photo
