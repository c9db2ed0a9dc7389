"""What is asked of everybody who sends something, whatever it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.forms import LongTextField, ProvedForm
from commemoration.core.visitor_forms.names import NameField
from commemoration.core.visitor_forms.plain import LineField
from commemoration.submissions.enums import Alive, Objector
from commemoration.submissions.kinds import SubmissionKind
from commemoration.submissions.pages import is_elsewhere

CHOOSE = _("Choose one of the answers.")
NOT_OURS = _(
    "This page is of another site, for which we cannot answer. Write the address of a page of this "
    "site, or its title."
)
NO_ADDRESS = _("Write an e-mail address such as name@example.org.")


class AddressForm(ProvedForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": NO_ADDRESS, "invalid": NO_ADDRESS},
    )

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class ObjectionForm(AddressForm):
    """Somebody who has sent nothing objects to a page."""

    page = forms.CharField(
        label=_("Which page is it about?"),
        help_text=_("Its address, as it stands at the top of your browser, or its title."),
        max_length=500,
        error_messages={"required": _("Say which page it is.")},
    )
    who = forms.ChoiceField(
        label=_("What have you to do with it?"),
        choices=Objector.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    why = LongTextField(
        label=_("What do you object to, and why?"),
        help_text=_("If it is about a picture, say which one, and who you are in it."),
        max_length=3000,
        rows=6,
        error_messages={"required": _("Write what you object to.")},
    )

    field_order = ["page", "who", "why", "email"]

    def clean_page(self) -> str:
        page = self.cleaned_data["page"]
        if is_elsewhere(page):
            raise forms.ValidationError(NOT_OURS)
        return page


def first_name_field(help_text: str) -> NameField:
    """What may be read of who sends it, with `town_field`."""
    return NameField(
        label=_("Your first name"),
        help_text=help_text,
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )


def town_field(label: str) -> LineField:
    return LineField(
        label=label,
        help_text=_("Only the town, never an address; shown only if you agree to it."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )


class PictureForm(forms.Form):
    """What the sender says of a picture, and how it is cut."""

    caption = forms.CharField(
        label=_("Caption"),
        help_text=_("Who is in it, where and when, as far as you know."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    alive = forms.ChoiceField(
        label=_("Is anyone in the picture alive?"),
        help_text=_("Living people are shown only if they agree."),
        choices=Alive.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE},
    )
    turns = forms.TypedChoiceField(
        label=_("Turn the picture"),
        coerce=int,
        choices=[
            (0, _("as it is")),
            (1, _("a quarter to the right")),
            (2, _("upside down")),
            (3, _("a quarter to the left")),
        ],
    )
    left = forms.IntegerField(label=_("Cut off at the left (%)"), min_value=0, max_value=90)
    right = forms.IntegerField(label=_("Cut off at the right (%)"), min_value=0, max_value=90)
    top = forms.IntegerField(label=_("Cut off at the top (%)"), min_value=0, max_value=90)
    bottom = forms.IntegerField(label=_("Cut off at the bottom (%)"), min_value=0, max_value=90)

    def clean(self):
        cleaned = super().clean()
        for one, other in (("left", "right"), ("top", "bottom")):
            if cleaned.get(one, 0) + cleaned.get(other, 0) > 90:
                self.add_error(other, _("Too little of the picture would be left."))
        return cleaned

    @property
    def crop(self) -> tuple[int, int, int, int]:
        """Left, top, width and height in thousandths."""
        left, right, top, bottom = (
            self.cleaned_data[name] * 10 for name in ("left", "right", "top", "bottom")
        )
        return left, top, 1000 - left - right, 1000 - top - bottom


class SendForm(forms.Form):
    """The last page: who sends it, and what they agree to."""

    name = NameField(
        label=_("Your name"),
        help_text=_("First name and surname. It belongs to your agreement; only the staff see it."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name: it belongs to your agreement.")},
    )
    scopes = forms.MultipleChoiceField(
        label=_("I agree"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Nothing can be shown without your agreement.")},
    )

    def __init__(self, *args, kind: SubmissionKind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["scopes"].choices = list(kind.scopes.items())

    def clean_scopes(self) -> list[str]:
        scopes = self.cleaned_data["scopes"]
        if set(self.kind.required_scopes) - set(scopes):
            raise forms.ValidationError(_("Nothing can be shown without your agreement."))
        return scopes
