"""Writes the texts of a record language by language."""

from collections.abc import Mapping
from typing import Any


def set_texts(record: Any, texts: Mapping[str, Mapping[str, str]], fields: tuple[str, ...]) -> None:
    """Change the texts that are named; a language of which nothing is left loses its row.

    `record` is a site or a burial, `fields` are the names of all columns with words.
    """
    model = type(record).texts.rel.related_model
    known = {text.language: text for text in record.texts.all()}
    for language, values in texts.items():
        text = known.setdefault(language, model(language=language))
        for name, value in values.items():
            setattr(text, name, value)
    record.texts = [
        text for text in known.values() if any(getattr(text, name).strip() for name in fields)
    ]
