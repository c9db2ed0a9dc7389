"""What a reader may tell the site managers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.forms import LongTextField, ReplyAddressField, VisitorForm


class FeedbackForm(VisitorForm):
    message = LongTextField(
        label=_("Your message"),
        help_text=_("What did you want to do, and what hindered you?"),
        max_length=5000,
        error_messages={"required": _("Write what you would like to tell us.")},
    )
    page = forms.CharField(
        label=_("Address of the page"),
        help_text=_("The page that your message is about, if it is about one."),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = ReplyAddressField(
        help_text=_("Only if you would like an answer. It is used for nothing else.")
    )
