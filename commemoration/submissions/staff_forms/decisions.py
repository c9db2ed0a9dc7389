"""What staff decide about a submission: the forms; `services` say what follows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import (
    ASKING_REASONS,
    ENDING_REASONS,
    REJECTING_REASONS,
    Reason,
)

MOST_WORDS = 3000


def choices_of(reasons) -> list[tuple[str, str]]:
    return [(reason.value, Reason(reason).label) for reason in reasons]


class DecisionForm(forms.Form):
    """Beside what would be published: for what a change is asked or the whole is rejected, the
    words to the sender, and a note that stays among staff."""

    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    ask_reason = forms.ChoiceField(
        label=_("What is to be changed"),
        choices=[("", "—"), *choices_of(ASKING_REASONS)],
        required=False,
    )
    ask_words = forms.CharField(
        label=_("Question to the sender"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reject_reason = forms.ChoiceField(
        label=_("Why it is rejected"),
        choices=[("", "—"), *choices_of(REJECTING_REASONS)],
        required=False,
    )
    reject_words = forms.CharField(
        label=_("Answer to the sender"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    note = forms.CharField(
        label=_("Note for colleagues"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The sender never sees it."),
    )

    def __init__(self, *args, language: str, language_name: str, texts, **kwargs):
        """`texts` are the prepared words for each answer and reason, in the sender's language."""
        super().__init__(*args, **kwargs)
        self.texts = texts
        for name in ("ask", "reject"):
            field = self.fields[f"{name}_words"]
            field.widget.attrs["lang"] = language
            field.help_text = _(
                "In %(language)s. Left empty, the prepared answer for the reason is sent."
            ) % {"language": language_name}

    def answer_to(self, name: str) -> tuple[str, str]:
        """Reason and words, the prepared ones where nobody has written any."""
        reason = self.cleaned_data.get(f"{name}_reason", "")
        words = self.cleaned_data.get(f"{name}_words", "").strip()
        return reason, words or self.texts[name].get(reason, "")

    def blame(self, action: str, refusal: ValidationError) -> None:
        """Say why an action was refused: beside its field, which then has the focus, where one of
        them is at fault."""
        by_field = getattr(refusal, "message_dict", {})
        for key, words in by_field.items():
            name = f"{action}_{key}"
            if name in self.fields:
                self.add_error(name, words)
                self.fields[name].widget.attrs["autofocus"] = True
        if not any(f"{action}_{key}" in self.fields for key in by_field):
            # Those of the pages of a submission come by page, the same one perhaps more than once.
            self.add_error(None, list(dict.fromkeys(refusal.messages)))


class PictureEditForm(forms.Form):
    """What becomes of one picture of a submission, whoever sent it."""

    caption = forms.CharField(
        label=_("Caption as it will be published"), max_length=500, required=False
    )
    is_left_out = forms.BooleanField(
        label=_("Leave this picture out"),
        required=False,
        help_text=_("The rest is published without it, and the file is erased then."),
    )
    # What stood in both when the page was opened: who has changed nothing has edited nothing.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *, picture, language: str):
        stands = f"{int(picture.is_left_out)} {picture.shown_caption}"
        initial = {
            "caption": picture.shown_caption,
            "is_left_out": picture.is_left_out,
            "seen": stands,
        }
        super().__init__(data, initial=initial, prefix=f"picture-{picture.pk}")
        self.picture = picture
        self.fields["caption"].widget.attrs["lang"] = language
        self.fields["seen"].strip = False

    @property
    def is_edited(self) -> bool:
        """Of a valid form that was on the page."""
        said = self.cleaned_data
        written = f"{int(said['is_left_out'])} {said['caption']}"
        return self.add_prefix("seen") in self.data and written != said["seen"]


class EndingForm(forms.Form):
    """Take down what is public, or erase everything that is left of a submission."""

    WITHDRAW, ERASE = "withdraw", "erase"

    what = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=[
            (WITHDRAW, _("Take it down: nothing of it is public any more")),
            (ERASE, _("Erase it: words, pictures, consent paper and sender are gone for good")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of it.")},
    )
    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=choices_of(ENDING_REASONS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )

    def __init__(self, *args, is_over: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_over:  # what is taken down already can only be erased
            self.fields["what"].choices = self.fields["what"].choices[1:]


class SectionForm(forms.Form):
    """How one section takes submissions in."""

    needs_two = forms.BooleanField(
        label=_("two persons must agree"),
        required=False,
        help_text=_("A second member of staff has to accept what the first one has accepted."),
    )
    is_closed = forms.BooleanField(
        label=_("closed for now"),
        required=False,
        help_text=_(
            "Under attack: the forms are closed with a kind note; what was sent already and what "
            "has begun stays."
        ),
    )
