"""What staff write to somebody whose objection they refuse."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import ObjectionReason
from commemoration.submissions.staff_forms.decisions import MOST_WORDS


class RefusalForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why it stays"),
        choices=[("", "—"), *ObjectionReason.choices],
        error_messages={"required": _("Choose a reason.")},
    )
    answer = forms.CharField(
        label=_("Answer to the objector"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, language: str, language_name: str, texts, **kwargs):
        """`texts` are the prepared words for each reason, in the objector's language."""
        super().__init__(*args, **kwargs)
        self.texts = texts
        self.fields["answer"].widget.attrs["lang"] = language
        self.fields["answer"].help_text = _(
            "In %(language)s. Left empty, the prepared answer for the reason is sent."
        ) % {"language": language_name}

    def said(self) -> dict[str, str]:
        """Reason and words, the prepared ones where nobody has written any."""
        reason = self.cleaned_data["reason"]
        written = self.cleaned_data["answer"].strip()
        return {"reason": reason, "answer": written or self.texts.get(reason, "")}
