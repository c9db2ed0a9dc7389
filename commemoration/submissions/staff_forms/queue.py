"""What staff want to see of the queue. What makes no sense is passed over."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from commemoration.core.enums import Section
from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.enums import STAFF_STATES, SubmissionState
from commemoration.submissions.querysets import SubmissionQuerySet

ALL = "all"
AGES = [
    ("1", _("More than a day")),
    ("3", _("More than three days")),
    ("7", _("More than a week")),
    ("30", _("More than a month")),
]


class QueueForm(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            *((state.value, state.label) for state in STAFF_STATES),
            (ALL, pgettext_lazy("submissions in any state", "All")),
        ],
        required=False,
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    section = forms.ChoiceField(
        label=pgettext_lazy("the embassy or the cultural centre", "Institution"), required=False
    )
    language = forms.ChoiceField(
        label=_("Language of the sender"),
        choices=[("", "—"), *TextLanguage.choices],
        required=False,
    )
    age = forms.ChoiceField(label=_("Waiting for"), choices=[("", "—"), *AGES], required=False)
    q = forms.CharField(label=_("Number or e-mail address"), max_length=254, required=False)

    def __init__(self, data, *, kinds):
        super().__init__(data)
        self.kinds = kinds
        sections = dict.fromkeys(kind.section for kind in kinds)
        self.fields["kind"].choices = [("", "—"), *((kind.slug, kind.title) for kind in kinds)]
        self.fields["section"].choices = [
            ("", "—"),
            *((section, section_name(section)) for section in sections),
        ]
        self.full_clean()
        self.asked = {name: value for name, value in self.cleaned_data.items() if value}

    def narrowed(self, submissions: SubmissionQuerySet) -> SubmissionQuerySet:
        """Those of `submissions` that are asked for; what awaits review if nothing is said."""
        if words := self.asked.get("q"):
            return (
                submissions.of_address(words) if "@" in words else submissions.filter(handle=words)
            )
        state = self.asked.get("state", SubmissionState.WAITING)
        if state != ALL:
            submissions = submissions.filter(state=state)
        return self.of_these(submissions)

    def of_these(self, submissions: SubmissionQuerySet) -> SubmissionQuerySet:
        """By everything but the state."""
        if "kind" in self.asked:
            submissions = submissions.filter(kind=self.asked["kind"])
        if section := self.asked.get("section"):
            slugs = [kind.slug for kind in self.kinds if kind.section == section]
            submissions = submissions.filter(kind__in=slugs)
        if "language" in self.asked:
            submissions = submissions.filter(language=self.asked["language"])
        if "age" in self.asked:
            before = timezone.now() - timedelta(days=int(self.asked["age"]))
            submissions = submissions.filter(sent_at__lt=before)
        return submissions


def section_name(slug: str) -> str:
    """What a section is called to staff."""
    return str(Section(slug).label) if slug in Section.values else slug
