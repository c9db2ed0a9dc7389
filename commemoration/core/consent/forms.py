"""The form in which staff record a consent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.consent.enums import GivenBy, Obtained
from commemoration.core.consent.models import ConsentText
from commemoration.core.consent.purposes import ConsentPurpose


class ConsentForm(forms.Form):
    text = forms.ModelChoiceField(
        label=_("Words that were agreed to"),
        queryset=ConsentText.objects.none(),
        help_text=_("The version and the language of the paper that was signed."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What was agreed to"), widget=forms.CheckboxSelectMultiple
    )
    given_on = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    given_by = forms.ChoiceField(label=_("Who agreed"), choices=GivenBy)
    obtained = forms.ChoiceField(label=_("How"), choices=Obtained)
    giver = forms.CharField(
        label=_("Name of who agreed"),
        max_length=300,
        required=False,
        help_text=_("If it was not the person. Only staff see it."),
    )
    note = forms.CharField(
        label=_("Remark"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example who was there as a witness. Only staff see it."),
    )
    scan = forms.FileField(
        label=_("Scan of the paper"),
        required=False,
        help_text=_("PDF, JPEG or PNG up to 20 MB. Kept private."),
    )

    def __init__(self, *args, purpose: ConsentPurpose, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].queryset = ConsentText.objects.filter(purpose=purpose.slug)
        self.fields["scopes"].choices = list(purpose.scopes.items())
