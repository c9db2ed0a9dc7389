"""The form in which staff write a record that has an address."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm


class RecordForm(WagtailAdminModelForm):
    """Keeps the short name in an address once that has been public."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if self.instance.first_published_at and slug != self.initial.get("slug", slug):
            raise ValidationError(_("The address has been public and does not change any more."))
        return slug
