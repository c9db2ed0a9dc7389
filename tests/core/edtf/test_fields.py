# ruff: noqa: DJ008 (tables of these tests only)
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction

from commemoration.core.edtf.fields import EdtfField, dated, set_bounds
from commemoration.core.edtf.forms import WordsDateField


class Dated(models.Model):
    date = EdtfField()
    date_earliest = models.DateField(null=True, editable=False)
    date_latest = models.DateField(null=True, editable=False)

    class Meta:
        app_label = "core_tests"


MAY = (date(1943, 5, 1), date(1943, 5, 31))


@pytest.fixture
def table(db):
    with connection.schema_editor() as editor:
        editor.create_model(Dated)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Dated)


def stored_bounds():
    return Dated.objects.values_list("date_earliest", "date_latest").get()


def test_save_fills_the_bounds(table):
    dated_row = Dated.objects.create(date="1943")
    dated_row.date = "1943-05"
    dated_row.save()

    assert stored_bounds() == MAY


def test_emptied_date_empties_the_bounds(table):
    dated_row = Dated.objects.create(date="1943")
    dated_row.date = ""
    dated_row.save()

    assert stored_bounds() == (None, None)


def test_bulk_create_fills_the_bounds(table):
    Dated.objects.bulk_create([Dated(date="1943-05")])

    assert stored_bounds() == MAY


def test_update_or_create_fills_the_bounds(table):
    row = Dated.objects.create(date="1943")
    Dated.objects.update_or_create(pk=row.pk, defaults=dated(date="1943-05"))

    assert stored_bounds() == MAY


def test_bulk_update_writes_the_bounds_set_before(table):
    row = Dated.objects.create(date="1943")
    row.date = "1943-05"
    set_bounds(row)
    Dated.objects.bulk_update([row], ["date", "date_earliest", "date_latest"])

    assert stored_bounds() == MAY


def test_update_takes_date_and_bounds_together(table):
    Dated.objects.create(date="1943")
    Dated.objects.update(**dated(date="1943-05"))

    assert stored_bounds() == MAY


def test_impossible_date_is_not_saved(table):
    with pytest.raises(ValidationError), transaction.atomic():
        Dated.objects.create(date="1943-02-30")

    assert not Dated.objects.exists()


def test_form_field_speaks_in_words():
    assert isinstance(Dated._meta.get_field("date").formfield(), WordsDateField)


def test_check_asks_for_the_bounds():
    class WithoutBounds(models.Model):
        date = EdtfField()

        class Meta:
            app_label = "core_tests"

    assert [error.id for error in WithoutBounds._meta.get_field("date").check()] == ["edtf.E001"]


def test_check_asks_for_the_bounds_after_the_date():
    class Misordered(models.Model):
        date_earliest = models.DateField(null=True)
        date_latest = models.DateField(null=True)
        date = EdtfField()

        class Meta:
            app_label = "core_tests"

    assert [error.id for error in Misordered._meta.get_field("date").check()] == ["edtf.E002"]
    assert Dated._meta.get_field("date").check() == []
