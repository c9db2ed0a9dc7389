"""What staff type in of a submission that came on paper, and of its pictures."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commemoration.core.consent.enums import GivenBy
from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.enums import Alive
from commemoration.submissions.kinds import SubmissionKind


class StartEntryForm(forms.Form):
    """Which form is filled in, in which language the paper is written."""

    kind = forms.ChoiceField(label=_("Kind"))
    language = forms.ChoiceField(label=_("Language of the sender"), choices=TextLanguage)
    about = forms.CharField(
        label=_("Address of the page that it is about"),
        help_text=_("For what is told of a grave: copy it from the page of the person or site."),
        max_length=500,
        required=False,
    )

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.kinds = {kind.slug: kind for kind in kinds if not kind.is_invited}
        self.fields["kind"].choices = [(slug, kind.title) for slug, kind in self.kinds.items()]

    def clean(self):
        """`about` becomes the key of the record, "" for a kind that is about none."""
        cleaned = super().clean()
        kind = self.kinds.get(cleaned.get("kind"))
        if kind is None or kind.subjects is None:
            cleaned["about"] = ""
            return cleaned
        cleaned["about"] = kind.subjects.key_in(cleaned.get("about", ""))
        if not cleaned["about"]:
            self.add_error("about", _("This is not the page of a person or site of this list."))
        return cleaned


class PaperForm(forms.Form):
    """Who has sent it, and what they have signed."""

    name = forms.CharField(
        label=_("Name of the sender"), max_length=200, help_text=_("Only staff see it.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What was agreed to"), widget=forms.CheckboxSelectMultiple
    )
    given_on = forms.DateField(
        label=_("Day of the signature"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    given_by = forms.ChoiceField(label=_("Who agreed"), choices=GivenBy, initial=GivenBy.FAMILY)
    scan = forms.FileField(
        label=_("Scan of the paper"),
        help_text=_("PDF, JPEG or PNG up to 20 MB. Kept private."),
    )

    def __init__(self, *args, kind: SubmissionKind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = list(kind.scopes.items())
        self.fields["given_on"].initial = timezone.localdate


class AddPictureForm(forms.Form):
    file = forms.FileField(label=_("Picture"))


class PictureForm(forms.Form):
    """What is said of a picture that came on paper."""

    caption = forms.CharField(label=_("caption"), max_length=500, required=False)
    alive = forms.ChoiceField(label=_("Is anyone in the picture alive?"), choices=Alive)
    turns = forms.TypedChoiceField(
        label=_("Turn to the right"),
        choices=[(turns, f"{turns * 90}°") for turns in range(4)],
        coerce=int,
        required=False,
        empty_value=0,
    )
