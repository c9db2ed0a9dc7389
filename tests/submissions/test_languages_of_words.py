"""Dates in words are read in the language in which they were typed, whatever letters come in."""

from dataclasses import replace

import pytest
from django import forms
from django.test import Client
from django.utils.translation import get_language

from commemoration.submissions import kinds
from commemoration.submissions.answers import values_of
from commemoration.submissions.kinds import Step
from commemoration.submissions.links import sign_pass
from commemoration.submissions.selectors.comparison import compared_steps
from commemoration.submissions.services.drafts import change_language, save_step
from tests.factories.submissions import KIND, draft

pytestmark = pytest.mark.django_db


class HeardField(forms.CharField):
    """Says in which language it has read, as a date does that its words leave open."""

    def to_python(self, value):
        return f"{value} ({get_language()})"


class DatedForm(forms.Form):
    surname = forms.CharField(label="Surname")
    born = HeardField(label="Born", required=False)


@pytest.fixture
def submission(monkeypatch):
    """A date in Russian words, and letters in French by now."""
    steps = (Step("who", "Who", DatedForm), KIND.steps[1])
    monkeypatch.setitem(kinds._kinds, KIND.slug, replace(KIND, steps=steps))
    found = draft(language="ru")
    typed = {"surname": ["Бобельцов"], "born": ["до мая 1915"]}
    save_step(submission=found, step="who", fields=typed, seen_version=1, by_letter=False)
    change_language(submission=found, language="fr")
    found.refresh_from_db()
    found.words.refresh_from_db()
    return found


def test_change_of_language_does_not_change_what_was_typed(submission):
    said = values_of(submission)
    step = compared_steps(submission, submission.words)[0]

    assert (submission.language, said.errors) == ("fr", {})
    assert said.values["born"] == "до мая 1915 (ru)"
    assert (step.language, step.form.errors) == ("ru", {})
    submission.words.steps["who"]["language"] = "fr"
    assert values_of(submission).values["born"] == "до мая 1915 (fr)", "the control"


def test_page_in_another_language_reads_old_words_as_they_were_and_new_ones_anew(submission):
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    page = f"/fr/my/{submission.handle}/step/who/"
    same = {"surname": "Бобельцов", "born": "до мая 1915", "version": "2"}

    shown = browser.get(page).context["form"].cleaned_data["born"]
    again = browser.post(page, same)
    anew = browser.post(page, {**same, "born": "avant mai 1916"})

    assert shown == "до мая 1915 (ru)"
    assert (again.status_code, anew.status_code) == (302, 302)
    submission.words.refresh_from_db()
    assert submission.words.steps["who"]["language"] == "fr"
    assert values_of(submission).values["born"] == "avant mai 1916 (fr)"
