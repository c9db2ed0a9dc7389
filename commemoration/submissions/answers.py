"""What a submission says: the typed fields of all its steps, read by the forms of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import override

from commemoration.submissions.kinds import Step
from commemoration.submissions.models.records import Submission, SubmittedWords

Typed = dict[str, list[str]]
"""What stands in the fields of a step, as a browser sends it."""

LONGEST_NAME = 100
MOST_FIELDS = 200  # of one step, the parts of a field counted each

NOT_KEPT = {"csrfmiddlewaretoken", "version", "opened", "website"}


@dataclass
class Answers:
    """`values` are cleaned, of all steps together; `errors` are lists of words by step."""

    values: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, list[str]] = field(default_factory=dict)


def typed_fields(data: QueryDict, form: Form) -> dict[str, list[str]]:
    """What was typed into the fields of this form, and into nothing else, without control
    characters that the database cannot keep."""
    names = [name for name in data if _belongs(name, form)]
    return {
        name: [value.replace("\x00", "") for value in data.getlist(name)]
        for name in names[:MOST_FIELDS]
    }


def seen_version(data: QueryDict) -> int:
    """The version of the page that was typed into; -1, which no page has, for anything else."""
    word = data.get("version", "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 9 else -1


def form_for(step: Step, fields: Mapping[str, list[str]] | None, **kwargs) -> Form:
    """The form of a step, bound to what was typed; unbound for None."""
    return step.form(as_posted(fields) if fields is not None else None, **kwargs)


def as_posted(fields: Mapping[str, list[str]]) -> QueryDict:
    """Kept fields as a browser would send them."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


def typed_in(
    words: SubmittedWords, step: str, *, edited: bool = False
) -> dict[str, list[str]] | None:
    """What stands in a step: as its sender wrote it or, if `edited`, as staff would publish it.
    None if nobody has been there."""
    kept = words.steps.get(step)
    changed = words.edited.get(step) if edited else None
    if changed is not None:
        return changed
    return kept["fields"] if kept else None


def language_of(submission: Submission, step: str) -> str:
    """In which dates in words are read there: that of the page on which they were typed. Letters
    may come in another one by now."""
    return submission.words.steps.get(step, {}).get("language") or submission.language


def read_in(language: str, step: Step, fields: Mapping[str, list[str]] | None) -> Form:
    """The form of a step, which has read its fields in this language."""
    form = form_for(step, fields)
    with override(language):
        form.is_valid()
    return form


def values_of(submission: Submission, *, edited: bool = False) -> Answers:
    """Everything it says, each step cleaned in the language of its words; the faults of each."""
    answers = Answers()
    for step in submission.of_kind.steps:
        fields = typed_in(submission.words, step.slug, edited=edited) or {}
        form = read_in(language_of(submission, step.slug), step, fields)
        with override(submission.language):
            if form.is_valid():
                answers.values |= form.cleaned_data
            else:
                answers.errors[step.slug] = [
                    str(error) for errors in form.errors.values() for error in errors
                ]
    return answers


def _belongs(name: str, form: Form) -> bool:
    if name in NOT_KEPT or len(name) > LONGEST_NAME:
        return False
    return any(name == each or name.startswith(f"{each}_") for each in form.fields)
