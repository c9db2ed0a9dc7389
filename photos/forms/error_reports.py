"""What readers write about an error they have found."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commemoration.core.visitor_forms.forms import LongTextField, ReplyAddressField, VisitorForm
from photos.enums import ErrorConcern


class ErrorReportForm(VisitorForm):
    concern = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=ErrorConcern.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what your report is about.")},
    )
    message = LongTextField(
        label=_("What should it say?"),
        help_text=_("Say what is wrong and what is right. At most 3,000 letters."),
        max_length=3000,
        error_messages={"required": _("Write what is wrong.")},
    )
    source = forms.CharField(
        label=_("How do you know?"),
        help_text=_("A book, an archive, a website, your own family: whatever we can check."),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = ReplyAddressField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = what_becomes_of_the_address()
        for name in ("source", "email"):
            # A browser would cut what is pasted without a word.
            self.fields[name].widget.attrs.pop("maxlength", None)

    def report(self) -> dict[str, str]:
        """What `record_error_report` keeps, once the form is valid."""
        return {name: self.cleaned_data[name] for name in ("concern", "message", "source", "email")}


def what_becomes_of_the_address() -> str:
    months = settings.ERROR_REPORT_KEEP_MONTHS
    text = ngettext(
        "Only if you would like an answer. It is used for nothing else, only the editors of this "
        "photograph see it, and it is erased %(months)s month after your report is closed.",
        "Only if you would like an answer. It is used for nothing else, only the editors of this "
        "photograph see it, and it is erased %(months)s months after your report is closed.",
        months,
    )
    return text % {"months": months}
