"""The pages of the forms about a grave: short, and with help beside each field."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.plain import ParagraphsField
from commemoration.submissions.forms import CHOOSE, first_name_field, town_field
from tributes.graves.enums import DoubtedPart, Kinship

THE_DEAD = _("Please write of people who have died, and name nobody who is alive.")


def words(label, help_text="", required="", *, longest: int = 4000, rows: int = 6):
    """A field of paragraphs; `required` is what is said when it is left empty, "" if it may be."""
    return ParagraphsField(
        label=label,
        help_text=help_text,
        max_length=longest,
        required=bool(required),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required} if required else None,
    )


class CorrectionForm(forms.Form):
    part = forms.ChoiceField(
        label=_("What is wrong or missing?"),
        choices=DoubtedPart.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = words(_("What should it say?"), THE_DEAD, _("Write what you know, in a few words."))
    source = words(
        _("How do you know it?"),
        _("A document, the stone itself, a book, what the family tells. It stands beside it."),
        _("Write how you know it: that is what the staff compare."),
        longest=1000,
        rows=3,
    )


class StoneForm(forms.Form):
    text = words(
        _("What stands on the stone, or what you saw there"),
        _("Letter by letter, if you can read it. You add the photographs on the next pages."),
        rows=4,
    )
    source = words(
        _("When were the photographs taken, and by whom?"),
        _("For example: summer 2019, by my father. Name the photographer only if they agree."),
        longest=1000,
        rows=2,
    )


class RequestForm(forms.Form):
    note = words(
        _("What helps to find the grave"),
        _(
            "If you know the row, the number or what the stone looks like. You may leave it empty. "
            "Whoever looks after the grave reads it; your name and address they do not see."
        ),
        longest=1000,
        rows=4,
    )


class KinshipForm(forms.Form):
    relation = forms.ChoiceField(
        label=_("What are you to this person?"),
        choices=Kinship.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    text = words(
        _("What would you like to tell?"),
        THE_DEAD,
        _("Write a few words: who this person was, or what you would like to know."),
        rows=8,
    )


class RecognisedForm(forms.Form):
    text = words(
        _("Who lies here, as far as you know?"),
        THE_DEAD,
        _("Write whom or what you recognise."),
    )
    source = words(
        _("How do you know it?"),
        _("A document, a letter, a photograph, what the family tells."),
        _("Write how you know it: that is what the staff compare."),
        longest=1000,
        rows=3,
    )


class TellerForm(forms.Form):
    """What may be read of who tells it; on the last page they say whether it may."""

    sender_name = first_name_field(_("Shown beside it only if you agree to that on the last page."))
    sender_town = town_field(_("Your town"))
