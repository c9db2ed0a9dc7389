"""What staff enter to sign in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """The second step of signing in: a code from the phone, or one from paper."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_(
            "The six digits that the app on your phone shows now, or one of your recovery codes."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


class PhoneForm(forms.Form):
    """The first code of a new phone, which shows that it has taken over the secret."""

    code = forms.CharField(
        label=_("Code on your phone"),
        max_length=10,
        help_text=_("The six digits that the app shows after it has read the picture."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
