import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

from commemoration.core.edtf.forms import WordsDateField


class DateForm(forms.Form):
    date = WordsDateField(required=False)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("before May 1943", "[..1943-04]"), ("1943?", "1943?"), ("unknown", ""), ("", "")],
)
def test_words_are_cleaned_to_edtf(typed, stored):
    form = DateForm({"date": typed})

    assert form.is_valid()
    assert form.cleaned_data == {"date": stored}


def test_stored_date_is_shown_in_words():
    with override("ru"):
        html = str(DateForm(initial={"date": "[..1943-04]"})["date"])

    assert 'value="до мая 1943 года"' in html


def test_refused_text_stays_in_the_field_beside_its_error():
    with override("fr"):
        form = DateForm({"date": "30 février 1943"})
        html = str(form["date"])

        assert form.errors["date"][0].startswith("« 30 février 1943 » n’est pas un jour")
        assert 'value="30 février 1943"' in html


def test_same_date_in_other_words_is_no_change():
    stored = {"date": "1943-05"}

    assert not DateForm({"date": "May 1943"}, initial=stored).has_changed()
    assert DateForm({"date": "June 1943"}, initial=stored).has_changed()
    assert DateForm({"date": "nonsense"}, initial=stored).has_changed()


@pytest.mark.parametrize(
    ("date", "shown"),
    [("1943-05", "mei 1943"), ("", "datum onbekend"), ("1943-02-30", "1943-02-30")],
)
def test_template_filter_writes_words(date, shown):
    template = Template("{% load edtf %}{{ date|edtf_words }}")

    with override("nl"):
        assert template.render(Context({"date": date})) == shown
