"""The pages of the form that families fill in: short, and with help beside each field."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.choices import TextLanguage
from commemoration.core.visitor_forms.names import NameField
from commemoration.core.visitor_forms.plain import LineField, LinesField, ParagraphsField
from commemoration.submissions.forms import CHOOSE, first_name_field, town_field
from tributes.regiment.enums import (
    LONGEST_STORY,
    PRESUMED_AFTER_YEARS,
    BelgianLink,
    Fate,
    Living,
    Relation,
)
from tributes.regiment.forms.dates import FamilyDateField


class WhoForm(forms.Form):
    surname = NameField(
        label=_("Surname"),
        help_text=_("As the family writes it, in any script."),
        max_length=100,
        error_messages={"required": _("Write the surname.")},
    )
    given_name = NameField(label=_("Given name"), max_length=100, required=False)
    patronymic = NameField(
        label=_("Patronymic"),
        help_text=_("If there is one: Ivanovich, Petrovna."),
        max_length=100,
        required=False,
    )
    other_surname = NameField(
        label=_("Surname in other letters"),
        help_text=_("If you wrote it in Cyrillic, here in Latin letters; or the other way round."),
        max_length=100,
        required=False,
    )
    other_given_name = NameField(
        label=_("Given name in other letters"), max_length=100, required=False
    )
    relation = forms.ChoiceField(
        label=_("What are you to this person?"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("other_given_name") and not cleaned.get("other_surname"):
            self.add_error("other_surname", _("Write the surname in these letters too."))
        return cleaned


class LifeForm(forms.Form):
    birth = FamilyDateField(
        label=_("Born"),
        help_text=_("What you do not know may stay empty: a year alone is enough."),
    )
    birthplace = LineField(
        label=_("Place of birth"),
        help_text=_("Village or town, district, region, as it was called then or is called now."),
        max_length=300,
        required=False,
    )
    living = forms.ChoiceField(
        label=_("Is this person alive?"),
        choices=Living.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    death = FamilyDateField(
        label=_("Died"), help_text=_("Leave it empty if nobody knows when, or for the missing.")
    )

    def clean_living(self):
        living = self.cleaned_data["living"]
        if living == Living.YES:
            raise forms.ValidationError(
                _(
                    "The Immortal Regiment remembers those who have died. A living person is not "
                    "shown here; if you want to honour a living veteran, please write to us."
                )
            )
        return living

    def clean(self):
        cleaned = super().clean()
        birth, death = bounds(cleaned.get("birth") or ""), bounds(cleaned.get("death") or "")
        if birth[0] and death[1] and death[1] < birth[0]:
            self.add_error("death", _("The death lies before the birth."))
        if birth[0] and birth[0] > timezone.localdate():
            self.add_error("birth", _("This day has not come yet."))
        if death[0] and death[0] > timezone.localdate():
            self.add_error("death", _("This day has not come yet."))
        if (
            cleaned.get("living") == Living.UNKNOWN
            and not cleaned.get("death")
            and not may_be_presumed_dead(birth[1])
        ):
            self.add_error(
                "living",
                _(
                    "We may show somebody of whom you do not know this only if they were born "
                    "110 years ago or earlier. Write the year of birth, or ask in the family."
                ),
            )
        return cleaned


class ServiceForm(forms.Form):
    called_up_from = LineField(
        label=_("Called up from"),
        help_text=_("The place or the enlistment office, if you know it."),
        max_length=300,
        required=False,
    )
    rank = LineField(
        label=_("Rank"),
        help_text=_("The last one that you know of."),
        max_length=200,
        required=False,
    )
    unit = LineField(
        label=_("Unit or partisan group"),
        help_text=_("Regiment, division, ship, brigade, resistance movement."),
        max_length=300,
        required=False,
    )
    decorations = LinesField(
        label=_("Decorations"),
        help_text=_("One on each line."),
        most=40,
        longest=200,
        too_many=_("Write at most 40 decorations."),
        too_long=_("A line is too long: write at most 200 characters on each."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    fate = forms.ChoiceField(
        label=_("What became of this person in the war?"),
        choices=Fate.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )


class StoryForm(forms.Form):
    story = ParagraphsField(
        label=_("The story"),
        help_text=_(
            "What the family remembers, in your own words and in any language of this site. An "
            "empty line begins a new paragraph. At most 10,000 characters."
        ),
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Write a few words about this person.")},
    )
    story_language = forms.ChoiceField(
        label=_("Language of the story"),
        choices=[("", _("the language of this page")), *TextLanguage.choices],
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )
    belgian_link = forms.ChoiceField(
        label=_("Kind of link with Belgium"),
        choices=[("", _("none that we know of")), *BelgianLink.choices],
        help_text=_("If there are several, the one that matters most."),
        required=False,
        error_messages={"invalid_choice": CHOOSE},
    )
    belgium = ParagraphsField(
        label=_("Link with Belgium"),
        help_text=_("If there is one: fought, was held captive, is buried or settled here."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SenderForm(forms.Form):
    """What may be read of who sends it; on the last page they say whether it may."""

    sender_name = first_name_field(
        _("Shown beside the story only if you agree to it on the last page.")
    )
    sender_town = town_field(_("Town where your family lives"))


def may_be_presumed_dead(born_latest: date | None) -> bool:
    """Whether somebody was certainly born so long ago that no other word is needed."""
    if born_latest is None:
        return False
    today = timezone.localdate()
    return (born_latest.year + PRESUMED_AFTER_YEARS, born_latest.month, born_latest.day) <= (
        today.year,
        today.month,
        today.day,
    )
