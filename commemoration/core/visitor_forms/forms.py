"""Decides whether a form was filled in by a person, as far as that can be told without asking."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.openings import Opening, read_opening, sign_opening
from commemoration.core.visitor_forms.proofs import Proof, new_challenge, take_proof

SHORTEST = timedelta(seconds=3)
LONGEST = timedelta(hours=24)


class LongTextField(forms.CharField):
    """Words of some length. A text that is too long is refused and kept whole, never cut."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 8, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["rows"] = rows

    def widget_attrs(self, widget):
        # A browser would cut a long text at `maxlength` without a word.
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        left, over = _("Letters left: {number}"), _("Letters too many: {number}")
        counted = {"data-letters": self.max_length, "data-left": left, "data-over": over}
        return {**attrs, **counted} if self.max_length else attrs

    def to_python(self, value):
        """Browsers send two characters for the end of a line; readers count one."""
        return super().to_python(value).replace("\r\n", "\n")


class ReplyAddressField(forms.EmailField):
    """The address of a reader who would like an answer; one may leave it empty."""

    widget = forms.EmailInput(attrs={"autocomplete": "email"})
    default_error_messages = {
        "invalid": _("Write an e-mail address such as name@example.org, or leave it empty.")
    }

    def __init__(self, **kwargs):
        super().__init__(label=_("Your e-mail address"), max_length=254, required=False, **kwargs)


class VisitorForm(forms.Form):
    """A trap for programs, and the time at which the form was opened."""

    # Readers do not see it, and programs that fill in every field betray themselves.
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.opening: Opening | None = None
        self.initial["opened"] = sign_opening()

    def clean(self):
        self.opening = read_opening(self.cleaned_data.get("opened", ""))
        age = timezone.now() - self.opening.at if self.opening else None
        if age is None or age > LONGEST:
            self.data = {**self.data.dict(), "opened": self.initial["opened"]}
            self.add_error(
                None, _("The form was open for too long. Nothing is lost: please send it again.")
            )
        elif age < SHORTEST:
            self.add_error(
                None,
                _(
                    "This was sent within seconds, as programs do. Nothing is lost: please send "
                    "it again."
                ),
            )
        return super().clean()

    @property
    def is_trapped(self) -> bool:
        """Has a program filled it in? It is thanked, so that it learns nothing."""
        return bool(self.cleaned_data["website"])


class ProvedForm(VisitorForm):
    """A visitor's form that also asks the browser for a proof of work."""

    altcha = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    @cached_property
    def challenge(self) -> str:
        """What the browser has to solve, as JSON; another one each time the form is shown."""
        return new_challenge()

    @cached_property
    def proof(self) -> Proof:
        """Of a valid form. To read it uses it up."""
        return take_proof(self.cleaned_data["altcha"])
