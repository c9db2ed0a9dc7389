"""What may stand in the name of a person."""

import pytest
from django import forms

from commemoration.core.visitor_forms.names import NameField


class Form(forms.Form):
    name = NameField(max_length=100, required=False)


@pytest.mark.parametrize(
    "name",
    [
        "Щербаченко",
        "Пётр Иванович",
        "Ґалаґан-Їжакевич",
        "О'Коннор д’Артуа",
        "Zoë Šimůnková-Łęcka",
        "Nguyễn Thị Ơn",
        "Þórður Çağrı Ø. van 't Hoff-Đặng",
        "ჯუღაშვილი იოსებ",
        "Հովհաննես Բաղրամյան",
        "Παπαδόπουλος",
        "כהן אברהם",
        "王小明",
        "Mª José",
        "אבו־ח׳אלד",
        "علی\u200cرضا",
        "Иванов (?) / Ivanoff",
        "Иванов (Петров), Ив. «Ваня» [2-й]",
        "",
    ],
)
def test_names_of_people_pass(name):
    form = Form({"name": name})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == name


def test_what_comes_along_when_somebody_copies_is_dropped():
    form = Form({"name": "Rokos\u00adsowski\u200b"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Rokossowski"


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("\U0001f396 Иван", "\U0001f396"),
        ("Иван \U0001f600", "\U0001f600"),
        ("Иван \u2764\ufe0f", "\u2764"),
        ("Ив\u262dан", "\u262d"),
        ("\U0001d408\U0001d42f\U0001d41a\U0001d427", "\U0001d408"),
        ("\u24beиван", "\u24be"),
        ("1\ufe0f\u20e3 Иван", "\ufe0f"),
        ("<b>Иван</b>", "<"),
        ("Иван; Пётр", ";"),
        ("Иван\ue000", "U+E000"),
        ("\u200dИван", "U+200D"),
    ],
)
def test_other_signs_are_refused_and_shown(name, sign):
    form = Form({"name": name})

    assert not form.is_valid()
    assert f"“{sign}” cannot stand in a name." in form.errors["name"][0]


def test_name_without_a_letter_is_none():
    assert Form({"name": "1945 (...)"}).errors["name"] == ["Write the name in letters."]
