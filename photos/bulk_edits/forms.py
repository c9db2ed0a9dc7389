"""The form in which staff say what is to be changed on many photographs."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.core.accounts.selectors import sections_of
from photos.enums import ContentWarning, RightsStatement
from photos.forms.collection_choice import CollectionChoiceField
from photos.forms.records import LinesField
from photos.models.collections import Collection
from photos.models.records import Photo

from .changes import PLACE_FIELDS, SubjectsMode, degrees

LEAVE = ("", _("Leave as it is"))
NO_WARNING = "none"
WRITE_PLACE, EMPTY_PLACE = "write", "empty"


class ChangesForm(forms.Form):
    """Nothing is changed that is not chosen here; `changes()` is what the bulk edit keeps."""

    rights = forms.ChoiceField(
        label=_("Rights"), required=False, choices=[LEAVE, *RightsStatement.choices]
    )
    content_warning = forms.ChoiceField(
        label=_("Content warning"),
        required=False,
        choices=[LEAVE, (NO_WARNING, _("No warning")), *ContentWarning.choices],
    )
    collection = CollectionChoiceField(
        label=_("Collection"), required=False, queryset=Collection.objects.none()
    )
    subjects_mode = forms.ChoiceField(
        label=_("Subjects"), required=False, choices=[LEAVE, *SubjectsMode.choices]
    )
    subjects = LinesField(
        label=_("These subjects"), required=False, help_text=_("One subject on each line.")
    )
    place_mode = forms.ChoiceField(
        label=_("Place"),
        required=False,
        choices=[
            LEAVE,
            (WRITE_PLACE, _("Write this place instead")),
            (EMPTY_PLACE, _("Take the place away")),
        ],
        help_text=_(
            "The place is changed as a whole: what is left empty below becomes empty on every "
            "photograph, the coordinates too."
        ),
    )
    place_then = forms.CharField(
        label=_("Place, as it was called then"), required=False, max_length=300
    )
    place_now = forms.CharField(
        label=_("Place, as it is called now"), required=False, max_length=300
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = Collection.objects.filter(section__in=sections_of(user))
        self.fields["collection"].queryset = own
        self.fields["collection"].empty_label = LEAVE[1]
        for name in ("latitude", "longitude"):
            self.fields[name] = Photo._meta.get_field(name).formfield(required=False)

    def clean(self):
        cleaned = super().clean()
        self._require_agreement("subjects_mode", ["subjects"], needed=True)
        self._require_agreement("place_mode", PLACE_FIELDS, needed=cleaned.get("place_mode"))
        if (cleaned.get("latitude") is None) != (cleaned.get("longitude") is None):
            self.add_error("latitude", _("Give both latitude and longitude, or neither."))
        if not self.errors and not self.changes():
            raise ValidationError(_("Choose at least one thing to change."), code="nothing")
        return cleaned

    def changes(self) -> dict[str, Any]:
        """What is asked, as `photos.bulk_edits.changes` describes it; empty where nothing is."""
        cleaned = self.cleaned_data
        values: dict[str, Any] = {}
        if cleaned["rights"]:
            values["rights"] = cleaned["rights"]
        if cleaned["content_warning"]:
            warning = cleaned["content_warning"]
            values["content_warning"] = "" if warning == NO_WARNING else warning
        if cleaned["collection"]:
            values["collection"] = cleaned["collection"].pk
        if cleaned["place_mode"]:
            values |= self._place()
        changes: dict[str, Any] = {"set": values} if values else {}
        if cleaned["subjects_mode"]:
            changes["subjects"] = {
                "mode": cleaned["subjects_mode"],
                "values": cleaned["subjects"],
            }
        return changes

    def _place(self) -> dict[str, str]:
        if self.cleaned_data["place_mode"] == EMPTY_PLACE:
            return dict.fromkeys(PLACE_FIELDS, "")
        place = {name: self.cleaned_data[name].strip() for name in ("place_then", "place_now")}
        return place | {
            name: degrees(self.cleaned_data[name]) for name in ("latitude", "longitude")
        }

    def _require_agreement(self, mode: str, names, *, needed) -> None:
        """What is written needs a choice of what to do with it, and mostly the other way round."""
        chosen = self.cleaned_data.get(mode)
        written = any(self.cleaned_data.get(name) not in (None, "", []) for name in names)
        if written and not chosen:
            self.add_error(mode, _("Say what is to be done with what you have written below."))
        if chosen and written and chosen == EMPTY_PLACE:
            self.add_error(mode, _("You have written a place below. Empty it, or choose to write."))
        if chosen and not written and needed and chosen != EMPTY_PLACE:
            self.add_error(names[0], _("Write something here, or choose to leave it as it is."))
