"""What is asked beside a list of photographs: where it goes, and how it is to be read."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from commemoration.core.accounts.selectors import sections_of
from commemoration.core.imports.importer import OptionsForm, ReadingForm
from photos.enums import TextLanguage
from photos.forms.collection_choice import CollectionChoiceField
from photos.models.collections import Collection


class CollectionForm(OptionsForm):
    """Asks for a collection among those that the person may fill."""

    collection = CollectionChoiceField(
        label=_("Collection"),
        queryset=Collection.objects.none(),
        to_field_name="slug",
        required=False,
        empty_label=_("As the list says in its column “collection”"),
        help_text=_("All photographs of the list go into this collection."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        sections = sections_of(user)
        self.fields["collection"].queryset = Collection.objects.filter(section__in=sections)

    def options(self):
        collection = self.cleaned_data["collection"]
        return {
            **self.cleaned_data,
            "collection": collection.slug if collection else "",
            "section": collection.section if collection else "",
        }


class PhotoOptionsForm(CollectionForm):
    language = forms.ChoiceField(
        label=_("Language of the texts"),
        choices=TextLanguage,
        help_text=_(
            "For headers that do not name a language, such as “title”, and for dates in words."
        ),
    )
    publish = forms.BooleanField(
        label=_("Publish now"),
        required=False,
        help_text=_("Without this the photographs are kept as drafts for somebody to look at."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.fields["language"].initial = get_language()
        if not user.has_perm("photos.publish_photo"):
            del self.fields["publish"]

    def options(self):
        return {"publish": False, **super().options()}


class PhotoReadingForm(CollectionForm, ReadingForm):
    parts_are_sides = forms.BooleanField(
        label=_("Take the parts of an object as its front and back"),
        required=False,
        help_text=_(
            "For lists in which a card has a row of its own and one more for each of its sides. "
            "Its first part becomes the front and its second the back; the report names each. "
            "An object with more parts is refused."
        ),
    )
    use_embedded = forms.BooleanField(
        label=_("Use what the picture files say where the list says nothing"),
        required=False,
        help_text=_(
            "Titles, captions, photographers, dates, credits, subjects and rights that somebody "
            "has written into the files (IPTC, XMP, EXIF). The report names each. What the list "
            "or the archive says already is never replaced."
        ),
    )
