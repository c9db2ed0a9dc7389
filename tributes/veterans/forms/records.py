"""The forms in which staff write veterans, medals and presentations."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from commemoration.core.publication.forms import RecordForm
from commemoration.names.enums import NameRole
from commemoration.names.record_forms import NewNameForm
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


class OwnPictures:
    """Refuses, in the child forms called `pictures`, what an archive photograph shows."""

    pictures = ""

    def is_valid(self):
        valid = super().is_valid()
        rows = self.formsets.get(self.pictures)
        for form in rows.forms if valid and rows is not None else ():
            image = form.cleaned_data.get("image")
            if image and form.has_changed() and is_picture_used(image):
                form.add_error("image", OF_ARCHIVE)
                valid = False
        return valid


class PresentationForm(OwnPictures, RecordForm):
    pictures = "photos"


class MedalForm(WagtailAdminModelForm):
    def is_valid(self):
        """A drawn ribbon is a statement of fact: it says where that is laid down."""
        valid = super().is_valid()
        rows = self.formsets.get("stripes")
        if not valid or rows is None:
            return valid
        drawn = [form for form in rows.forms if form not in rows.deleted_forms]
        if drawn and not self.cleaned_data.get("ribbon_source", "").strip():
            self.add_error("ribbon_source", _("Say where the stripes of the ribbon come from."))
            return False
        return valid


class VeteranForm(OwnPictures, NewNameForm):
    """Nobody has read the name of a veteran on a stone."""

    name_role = forms.ChoiceField(
        label=_("Whose form"), choices=ROLES, initial=NameRole.IDENTIFIED, required=False
    )
    pictures = "portraits"

    def clean(self):
        cleaned = super().clean()
        if not self.has_name:
            self.add_error("name_surname", _("Give a name."))
        status = cleaned.get("life_status")
        if self.instance.live and status and status != LifeStatus.DIED:
            self.instance.life_status = status
            try:
                require_consent(self.instance)
            except ValidationError as error:
                self.add_error("life_status", error)
        return cleaned
