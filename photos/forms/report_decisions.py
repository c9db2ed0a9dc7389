"""What staff make of reported errors: which they look at, and what becomes of each."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from commemoration.core.enums import Section
from photos.enums import ErrorConcern, ReportState, TextLanguage
from photos.models.collections import Collection
from photos.models.error_reports import ErrorReport
from photos.querysets import ErrorReportQuerySet

from .collection_choice import CollectionChoiceField

OPEN, ALL = "open", "all"
AGES = [
    ("7", _("More than a week")),
    ("30", _("More than a month")),
    ("90", _("More than three months")),
]


class DecisionForm(forms.Form):
    """A new state for a report, with words for its sender."""

    state = forms.ChoiceField(
        label=_("What becomes of this report"),
        choices=[choice for choice in ReportState.choices if choice[0] != ReportState.NEW],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of this report.")},
    )
    answer = forms.CharField(
        label=_("Answer or reason"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen_state = forms.ChoiceField(choices=ReportState.choices, widget=forms.HiddenInput)

    def __init__(self, *args, report, **kwargs):
        state = report.state if report.state != ReportState.NEW else None
        kwargs["initial"] = {"state": state, "answer": report.answer, "seen_state": report.state}
        super().__init__(*args, prefix=f"report-{report.pk}", **kwargs)
        self.fields["answer"].help_text = what_becomes_of_the_answer(report)
        self.fields["answer"].widget.attrs["lang"] = report.language


def what_becomes_of_the_answer(report: ErrorReport) -> str:
    if not report.email:
        return gettext("Needed if nothing is changed. The sender left no address: nobody is told.")
    return gettext(
        "Needed if nothing is changed. It is sent to the reader once the report is corrected or "
        "not changed: write it in %(language)s."
    ) % {"language": report.get_language_display()}


class QueueForm(forms.Form):
    """What staff want to see of the reported errors. What makes no sense is passed over."""

    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            (OPEN, _("Still open")),
            *ReportState.choices,
            (ALL, pgettext_lazy("reports in any state", "All")),
        ],
        required=False,
    )
    concern = forms.ChoiceField(
        label=_("What is wrong"), choices=[("", "—"), *ErrorConcern.choices], required=False
    )
    section = forms.ChoiceField(label=_("Institution"), required=False)
    collection = CollectionChoiceField(
        queryset=Collection.objects.none(), label=_("Collection"), required=False, empty_label="—"
    )
    language = forms.ChoiceField(
        label=_("Language of the reader"),
        choices=[("", "—"), *TextLanguage.choices],
        required=False,
    )
    age = forms.ChoiceField(label=_("Waiting for"), choices=[("", "—"), *AGES], required=False)

    def __init__(self, data, *, sections):
        super().__init__(data)
        names = [choice for choice in Section.choices if choice[0] in sections]
        self.fields["section"].choices = [("", "—"), *names]
        self.fields["collection"].queryset = Collection.objects.filter(section__in=sections)

    def narrowed(self, reports: ErrorReportQuerySet) -> ErrorReportQuerySet:
        """Those of `reports` that are asked for; the open ones if nothing else is said."""
        self.full_clean()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        state = asked.get("state", OPEN)
        if state == OPEN:
            reports = reports.open()
        elif state != ALL:
            reports = reports.filter(state=state)
        columns = {
            "concern": "concern",
            "language": "language",
            "section": "photo__collection__section",
            "collection": "photo__collection",
        }
        reports = reports.filter(
            **{column: asked[name] for name, column in columns.items() if name in asked}
        )
        if "age" in asked:
            before = timezone.now() - timedelta(days=int(asked["age"]))
            reports = reports.filter(created_at__lt=before)
        return reports
