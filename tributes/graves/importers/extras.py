"""What more is known of those who are buried, from a list of its own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.imports.importer import RowRefused
from commemoration.core.publication.importing import PublishOptionsForm
from tributes.graves.importers.columns import extra_columns
from tributes.graves.importers.forms import ExtraRowForm
from tributes.graves.importers.people import PeopleImporter


class ExtraImporter(PeopleImporter):
    """Adds to people who are here already, and makes none."""

    key = "burial-extras"
    label = gettext_lazy("More on people buried")
    description = gettext_lazy(
        "A list of spellings, ranks, occupations, addresses and notes on people whose records are "
        "here already."
    )
    options_form_class = PublishOptionsForm
    form_class = ExtraRowForm

    def columns(self, options):
        return extra_columns()

    def wanted_values(self, cleaned, record, context):
        if record is None:
            text = _("There is nobody “%(key)s”. Import the list of people first.")
            raise RowRefused({"person_id": [text % {"key": cleaned["person_id"]}]})
        return super().wanted_values(cleaned, record, context)
