"""Which language's words a reader is shown, and what is said when they are not the reader's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from photos.models.collections import Collection
from photos.models.records import Photo


@dataclass(frozen=True)
class PhotoTexts:
    """The texts of a photograph, each in the best language there is; None where there is none."""

    title: DisplayText
    caption: DisplayText | None
    alt_text: DisplayText | None
    transcript: DisplayText | None

    @property
    def main(self) -> DisplayText:
        """The text whose translator is named."""
        return self.caption or self.title

    @property
    def caption_note(self) -> str:
        """The caption's own note, unless the title's has said the same."""
        return _own_note(self.caption, self.title)

    @property
    def transcript_note(self) -> str:
        return _own_note(self.transcript, self.main)


@dataclass(frozen=True)
class CollectionTexts:
    title: DisplayText
    description: DisplayText | None


def texts_for(photo: Photo, language: str) -> PhotoTexts:
    """The title, caption, alternative text and transcript for a reader of `language`.

    Each falls back by itself: to the original language, then English, French, Dutch, Russian.
    A photograph without any text is called by its accession number.
    """
    rows, order = list(photo.texts.all()), reading_order(language, photo.original_language)
    title, alt_text = short_texts_of(rows, order, photo.accession)
    return PhotoTexts(
        title=title,
        caption=pick(rows, "caption", order),
        alt_text=alt_text,
        transcript=pick(rows, "transcript", order),
    )


def short_texts_of(
    rows: Iterable, order: list[str], accession: str
) -> tuple[DisplayText, DisplayText | None]:
    """The title and the alternative text alone: lists do not load captions."""
    title = pick(rows, "title", order) or DisplayText(accession, order[0])
    return title, pick(rows, "alt_text", order)


def collection_texts_for(collection: Collection, language: str) -> CollectionTexts:
    rows, order = list(collection.texts.all()), reading_order(language)
    return CollectionTexts(
        title=pick(rows, "title", order) or DisplayText(str(collection), language),
        description=pick(rows, "description", order),
    )


def _own_note(text: DisplayText | None, above: DisplayText) -> str:
    if text is None or (above.is_fallback and above.language == text.language):
        return ""
    return text.note
