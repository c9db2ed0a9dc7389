from pathlib import Path

import pytest
from django.conf import settings

from commemoration.core.languages import unmarked

# Where English stands on purpose: pages for developers only.
DEVELOPERS_ONLY = {"templates/dev", "templates/core/dev"}


def _templates():
    return sorted((settings.BASE_DIR / "templates").rglob("*.html"))


def _python_files():
    return sorted(
        path
        for folder in ("commemoration", "photos", "tributes")
        for path in (settings.BASE_DIR / folder).rglob("*.py")
        if "migrations" not in path.parts
    )


def _name(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR))


@pytest.mark.parametrize("path", _templates(), ids=_name)
def test_template_has_no_unmarked_words(path):
    if any(_name(path).startswith(folder) for folder in DEVELOPERS_ONLY):
        return
    assert unmarked.unmarked_in_template(path.read_text()) == []


@pytest.mark.parametrize("path", _python_files(), ids=_name)
def test_python_file_has_no_unmarked_words(path):
    assert unmarked.unmarked_in_python(path.read_text()) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Hello there</p>", ["Hello", "there"]),
        ('<p>{% translate "Hello" %} · {{ name }}</p>', []),
        ("{% blocktranslate %}Hello{% endblocktranslate %}", []),
        ('<img alt="A bridge">', ["A bridge"]),
        ('<img alt="{{ alt }}">', []),
        ("{# a note #}<!-- another -->", []),
    ],
)
def test_unmarked_in_template(source, words):
    assert unmarked.unmarked_in_template(source) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('f(label="Place")', ["Place"]),
        ('f(label=_("Place"))', []),
        ('raise ValidationError("Too long")', ["Too long"]),
        ('class S(models.TextChoices):\n    A = "a", "Draft"', ["Draft"]),
        ('class S(models.TextChoices):\n    A = "a", _("Draft")', []),
    ],
)
def test_unmarked_in_python(source, words):
    assert unmarked.unmarked_in_python(source) == words
