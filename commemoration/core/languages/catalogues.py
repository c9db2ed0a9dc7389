"""Decides which strings the interface catalogues must hold, and keeps the four languages in step.

Strings are found by Babel in Python files and, after Django's own `templatize`, in templates; no
system gettext is needed. Babel is a development dependency: production only reads compiled files.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE_DIRS = ("commemoration", "photos", "tributes")
TEMPLATE_DIRS = ("templates",)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TRANSLATED = ("fr", "nl", "ru")
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "_now": None,  # beside `_` in a module whose other texts are lazy
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLURAL_FORMS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "nl": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 "
        "&& (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}


@dataclass
class Message:
    """One string of the interface and the places (path:line) where it stands."""

    text: str
    plural: str | None = None
    context: str | None = None
    places: list[tuple[str, str]] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str | None]:
        return (self.text, self.context)


def catalogue_path(language: str) -> Path:
    """The .po file of one language."""
    return settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"


def extract_messages(root: Path | None = None) -> dict[tuple[str, str | None], Message]:
    """Every string marked for translation below `root`, by (text, context)."""
    root = root or settings.BASE_DIR
    found: dict[tuple[str, str | None], Message] = {}
    for path, source in _sources(root):
        for line, text, plural, context in _marked(source):
            message = found.setdefault((text, context), Message(text, plural, context))
            message.plural = message.plural or plural
            message.places.append((str(path.relative_to(root)), str(line)))
    return found


def update_catalogue(language: str) -> polib.POFile:
    """Add what is new to a language's catalogue, drop what is gone, keep what is translated."""
    path = catalogue_path(language)
    old = {(e.msgid, e.msgctxt): e for e in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": PLURAL_FORMS[language],
    }
    for message in sorted(extract_messages().values(), key=lambda found: found.places[0]):
        catalogue.append(_entry(message, old.get(message.key), language))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return catalogue


def unfinished(language: str) -> list[str]:
    """What keeps a catalogue from being complete: a line for each string, empty when complete."""
    path = catalogue_path(language)
    known = {(e.msgid, e.msgctxt): e for e in polib.pofile(str(path))} if path.exists() else {}
    used = extract_messages()
    lines = [f"no longer used: {text!r}" for text, context in known if (text, context) not in used]
    for key, message in used.items():
        fault = _fault(known.get(key), message, language)
        if fault:
            lines.append(f"{':'.join(message.places[0])}: {fault}: {message.text!r}")
    return lines


def _plural_forms(language: str) -> int:
    return int(PLURAL_FORMS[language].removeprefix("nplurals=").partition(";")[0])


def _fault(entry: polib.POEntry | None, message: Message, language: str) -> str:
    if entry is None:
        return "not in the catalogue"
    if "fuzzy" in entry.flags:
        return "fuzzy"
    if message.plural and len(entry.msgstr_plural) != _plural_forms(language):
        return "another number of plural forms"
    forms = entry.msgstr_plural.values() if message.plural else [entry.msgstr]
    if not forms or not all(forms):
        return "not translated"
    if (
        any(_placeholders(form) != _placeholders(message.text) for form in forms)
        and not message.plural
    ):
        return "placeholders differ"
    return ""


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _entry(message: Message, old: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context,
        occurrences=sorted({(path, "") for path, _line in message.places}),
    )
    if message.plural:
        forms = _plural_forms(language)
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict(old.msgstr_plural) if old else dict.fromkeys(range(forms), "")
    elif old:
        entry.msgstr = old.msgstr
    if "%(" in message.text:
        entry.flags.append("python-format")
    return entry


def _sources(root: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in SOURCE_DIRS:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_bytes()
    for folder in TEMPLATE_DIRS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in {".html", ".txt"}:
                yield path, _as_python(path)


def _as_python(template: Path) -> bytes:
    """A template's marked strings as Python calls; without indentation, which means nothing."""
    source = templatize(template.read_text(), origin=str(template))
    return "\n".join(line.strip() for line in source.splitlines()).encode()


def _marked(source: bytes) -> Iterator[tuple[int, str, str | None, str | None]]:
    from babel.messages.extract import extract

    found = extract("python", io.BytesIO(source), keywords=KEYWORDS, options={"encoding": "utf-8"})
    for line, texts, _comments, context in found:
        singular, plural = texts if isinstance(texts, tuple) else (texts, None)
        yield line, singular, plural, context
