"""Which photographs are translated into which language, and the words of one of them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.forms import LongTextField
from photos.enums import TextLanguage
from photos.selectors.caption_batches import FIELDS, NO_WORDS, Words, fingerprint

MISSING, ALL = "missing", "all"
SHOWN = [(MISSING, _("Those that lack something")), (ALL, _("All of them"))]


class BatchForm(forms.Form):
    """The languages; which photographs is asked by the filters of their list."""

    language = forms.ChoiceField(label=_("Translate into"), choices=TextLanguage.choices)
    source = forms.MultipleChoiceField(
        label=_("Show beside it"),
        choices=TextLanguage.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    show = forms.ChoiceField(label=_("Photographs"), choices=SHOWN, required=False)

    @property
    def sources(self) -> list[str]:
        """The languages to show: those chosen, else all, but never the one translated into."""
        chosen = self.cleaned_data["source"] or TextLanguage.values
        return [code for code in chosen if code != self.cleaned_data["language"]]

    @property
    def is_missing_only(self) -> bool:
        return self.cleaned_data["show"] != ALL


class TextForm(forms.Form):
    """The text of one photograph in the language that is translated into."""

    title = forms.CharField(label=_("Title"), max_length=500, required=False)
    caption = LongTextField(label=_("Caption"), rows=5, required=False)
    alt_text = LongTextField(
        label=_("For those who cannot see the picture"), rows=3, max_length=1000, required=False
    )
    transcript = LongTextField(label=_("Transcript"), rows=4, required=False)
    translator = forms.CharField(label=_("Translator"), max_length=200, required=False)
    is_machine_translated = forms.BooleanField(label=_("Translated by machine"), required=False)
    seen = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(self, data=None, *, photo_id: int, language: str, words: Words | None = None):
        """`words` is the text as it stands, where there is no `data`."""
        words = words or NO_WORDS
        super().__init__(
            data, prefix=f"photo-{photo_id}", initial={**words, "seen": fingerprint(words)}
        )
        for name in FIELDS[:4]:
            self.fields[name].widget.attrs["lang"] = language

    def clean(self):
        words = {name: self.cleaned_data.get(name, NO_WORDS[name]) for name in FIELDS}
        seen = self.cleaned_data.get("seen")
        is_touched = fingerprint(words) != fingerprint(NO_WORDS) or seen != fingerprint(NO_WORDS)
        if is_touched and not words["title"] and "title" not in self.errors:
            text = _("Give a title. To remove a text altogether, use the photograph's own screen.")
            self.add_error("title", text)
        return super().clean()

    @property
    def words(self) -> Words:
        return {name: self.cleaned_data[name] for name in FIELDS}

    def is_seen(self, words: Words) -> None:
        """From now on the form answers to these words of somebody else's."""
        self.data = {**self.data.dict(), self.add_prefix("seen"): fingerprint(words)}
