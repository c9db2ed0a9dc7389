"""How the history of a photograph tells of a bulk edit: with the values it had before."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from .changes import LABELS, names_of_collections, value_text


class BulkEditFormatter(LogFormatter):
    label = gettext_lazy("Bulk edit")
    message = gettext_lazy("Changed in a bulk edit")

    def format_comment(self, log_entry):
        """“Rights: No known copyright → In copyright”, one sentence for each field."""
        made = log_entry.data.get("changes", {})
        names = names_of_collections() if "collection" in made else {}
        return " ".join(
            _("%(field)s: %(before)s → %(after)s.")
            % {
                "field": LABELS.get(name, name),
                "before": value_text(name, change["before"], names),
                "after": value_text(name, change["after"], names),
            }
            for name, change in made.items()
        )
