"""Which forms of names begin as somebody has typed so far: an index of their words answers."""

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, Func, QuerySet, Value
from django.db.models.functions import Cast

from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.models.forms import NameForm, words_of_sort_key

MOST_LETTERS = 100  # of a word that are compared


def forms_beginning_with(name: str) -> QuerySet[NameForm]:
    """The forms of which, for each word of `name`, some word begins so; case and accents say
    nothing. None for a name without a letter or figure."""
    words = natural_key(name).split()
    if not words:
        return NameForm.objects.none()
    asked = Cast(Value(" & ".join(f"{_quoted(word)}:*" for word in words)), SearchQueryField())
    answers = Func(
        words_of_sort_key(),
        asked,
        template="(%(expressions)s)",
        arg_joiner=" @@ ",
        output_field=BooleanField(),
    )
    return NameForm.objects.filter(answers)


def _quoted(word: str) -> str:
    """One word of a `tsquery`, whatever signs are in it."""
    doubled = word[:MOST_LETTERS].replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
