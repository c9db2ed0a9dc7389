"""A submission field by field: as typed, as accepted last, as it would be published."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.forms import BooleanField, Form, MultiWidget, Textarea, TextInput
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.answers import (
    Typed,
    form_for,
    language_of,
    typed_fields,
    typed_in,
)
from commemoration.submissions.kinds import Step, SubmissionKind
from commemoration.submissions.models.records import Submission, SubmittedWords


@dataclass(frozen=True)
class ComparedField:
    """`typed`, `accepted` and `kept` are lines of text, never markup: as their sender wrote them,
    as they were published last (None where nothing was, or just this), as they would be. `field`
    is where staff change that."""

    label: str
    typed: list[str]
    accepted: list[str] | None
    kept: list[str]
    is_edited: bool
    field: BoundField

    @property
    def is_empty(self) -> bool:
        """Nobody has written there, and nobody has to."""
        said = self.typed or self.accepted or self.kept
        return not said and not self.field.errors and not self.field.field.required

    @property
    def mark(self) -> str:
        """What a reviewer has to see first."""
        if self.is_edited:
            return "edited"
        return "same" if self.accepted is None else "changed"


@dataclass
class ComparedStep:
    """`form` is bound to what would be published; its fields have the step's name before theirs.
    `seen` stands for what they are kept as now, `language` is that in which they are read."""

    step: Step
    form: Form
    seen: str
    language: str = ""
    fields: list[ComparedField] = field(default_factory=list)

    @property
    def language_name(self) -> str:
        return str(TextLanguage(self.language).label)

    @property
    def filled(self) -> list[ComparedField]:
        """What there is to look at: faults stand there too."""
        return [each for each in self.fields if not each.is_empty]

    @property
    def left_empty(self) -> list[ComparedField]:
        return [each for each in self.fields if each.is_empty]

    @property
    def is_changed(self) -> bool:
        return any(each.accepted is not None for each in self.fields)


def compared_steps(
    submission: Submission, words: SubmittedWords, edits: Mapping[str, Typed] | None = None
) -> list[ComparedStep]:
    """All steps of its kind. `edits` are shown in place of what staff have kept so far.

    Fields are read in the language in which they were typed, since dates are written in words.
    """
    return [_compared(submission, words, step, edits) for step in submission.of_kind.steps]


def blank_steps(
    kind: SubmissionKind, language: str, typed: Mapping[str, Typed] | None = None
) -> list[ComparedStep]:
    """The steps of a kind as empty forms, or bound to what was typed. Fields are read in
    `language`."""
    steps = []
    for step in kind.steps:
        shown = None if typed is None else _named(step, typed.get(step.slug, {}))
        with override(language):
            form = _in_language(form_for(step, shown, prefix=step.slug))
            form.is_valid()
        steps.append(ComparedStep(step, form, "", language))
    return steps


def posted_edits(data: QueryDict, steps: Sequence[Step]) -> dict[str, Typed]:
    """What was changed in the fields of each step, sent by the forms of `compared_steps`: a step
    whose fields are as they were shown is left out, whatever it says by now."""
    edits = {}
    for step in steps:
        own = QueryDict(mutable=True)
        prefix = f"{step.slug}-"
        for name in data:
            if name.startswith(prefix):
                own.setlist(name.removeprefix(prefix), data.getlist(name))
        typed = typed_fields(own, step.form())
        if _digest(typed) != data.get(f"seen-{step.slug}"):
            edits[step.slug] = typed
    return edits


def _compared(
    submission: Submission,
    words: SubmittedWords,
    step: Step,
    edits: Mapping[str, Typed] | None,
) -> ComparedStep:
    typed = typed_in(words, step.slug) or {}
    accepted = words.accepted.get(step.slug)
    kept = typed_in(words, step.slug, edited=True) or {}
    shown = (edits or {}).get(step.slug, kept)
    language = language_of(submission, step.slug)
    with override(language):
        form = _in_language(form_for(step, _named(step, shown), prefix=step.slug))
        form.is_valid()
    compared = ComparedStep(step, form, _digest(kept), language)
    for name in form.fields:
        was = _lines(form, name, accepted) if accepted is not None else None
        lines = _lines(form, name, typed)
        would_be = _lines(form, name, shown)
        compared.fields.append(
            ComparedField(
                label=form[name].label,
                typed=lines,
                accepted=was if was != lines else None,
                kept=would_be,
                is_edited=_same_ends(would_be) != _same_ends(lines),
                field=form[name],
            )
        )
    return compared


def _in_language(form: Form) -> Form:
    """What is typed into its fields is in the active language; labels are in the reader's."""
    for each in form.fields.values():
        if isinstance(each.widget, TextInput | Textarea):
            each.widget.attrs["lang"] = get_language()
    return form


def _named(step: Step, fields: Typed) -> Typed:
    """As the fields are called where several steps stand on one page."""
    return {f"{step.slug}-{name}": values for name, values in fields.items()}


def _lines(form: Form, name: str, fields: Typed) -> list[str]:
    """What stands in one field, with the words of a choice in place of its code."""
    own = form.fields[name]
    if isinstance(own, BooleanField):
        return [_("Yes")] if any(fields.get(name, [])) else []
    if isinstance(own.widget, MultiWidget):
        parts = zip(own.widget.widgets_names, own.widget.widgets, strict=True)
        found = [
            _worded(value, part)
            for suffix, part in parts
            for value in fields.get(name + suffix, [])
        ]
        return [" · ".join(filter(None, found))] if any(found) else []
    return [_worded(value, own) for value in fields.get(name, []) if value.strip()]


def _worded(value: str, chooser) -> str:
    """The label of a chosen value; the value itself where there is nothing to choose."""
    labels = {str(code): str(label) for code, label in _flat(getattr(chooser, "choices", ()))}
    return labels.get(value, value) if value else ""


def _flat(choices) -> Iterator[tuple]:
    for code, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield code, label


def _digest(fields: Typed) -> str:
    """The same for two ways of sending the same words."""
    kept = {name: _same_ends(values) for name, values in fields.items()}
    plain = {name: values for name, values in kept.items() if values}
    return sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _same_ends(values: list[str]) -> list[str]:
    return [value.replace("\r\n", "\n") for value in values if value]
