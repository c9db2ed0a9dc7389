"""A form with every kind of field, to look at: untouched, and after it was refused."""

from django import forms


class EveryField(forms.Form):
    name = forms.CharField(required=False)
    email = forms.EmailField()
    message = forms.CharField(widget=forms.Textarea)
    subject = forms.ChoiceField()
    born = forms.CharField(required=False)
    language = forms.ChoiceField(widget=forms.RadioSelect)
    topics = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    portrait = forms.FileField(required=False)
    consent = forms.BooleanField()

    def __init__(self, words: dict, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(str(number), text) for number, text in enumerate(words["choices"])]
        for name, bound in self.fields.items():
            bound.label = words["labels"][name]
            bound.help_text = words["help"].get(name, "")
            if hasattr(bound, "choices"):
                bound.choices = choices
        self.fields["language"].choices = [("en", "English"), ("fr", "Français"), ("ru", "Русский")]


def untouched_form(words: dict) -> EveryField:
    return EveryField(words, prefix="new", use_required_attribute=False)


def refused_form(words: dict) -> EveryField:
    """What was typed is kept, and each fault stands beside its field."""
    typed = {
        "sent-name": words["labels"]["name"],
        "sent-email": "name.example.org",
        "sent-message": words["paragraph"],
        "sent-born": words["typed"],
        "sent-subject": "1",
        "sent-topics": ["0", "2"],
    }
    form = EveryField(words, typed, prefix="sent", use_required_attribute=False)
    form.full_clean()
    form.errors["email"] = form.error_class([words["faults"]["email"]])
    form.add_error("born", words["faults"]["born"])
    return form
