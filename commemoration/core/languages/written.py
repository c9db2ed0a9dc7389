"""Writes the texts of a record language by language; the record is saved by whoever asks."""

from collections.abc import Collection, Mapping
from typing import Any


def set_texts(
    record: Any, texts: Mapping[str, Mapping[str, Any]], words: Collection[str] = ()
) -> None:
    """Change the texts (language → field → value) that are named; all others stay as they are.

    `record` has its texts as children called `texts`, one for each language. A language in which
    none of the fields `words` says anything any more loses its row; without `words` each row stays.
    """
    model = type(record).texts.rel.related_model
    known = {text.language: text for text in record.texts.all()}
    for language, values in texts.items():
        text = known.setdefault(language, model(language=language))
        for name, value in values.items():
            setattr(text, name, value)
    record.texts = [
        text
        for text in known.values()
        if not words or any(getattr(text, name).strip() for name in words)
    ]
