"""Every form of one person's name as staff see it: what is written now, and what was before."""

from dataclasses import dataclass

from commemoration.names.kinds import kind_of
from commemoration.names.models.former_names import FormerName
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.shown import language_of, listed_form


@dataclass(frozen=True)
class WrittenName:
    """A form as a list writes it, beside its row; `language` is that of its letters, or ""."""

    form: NameForm | FormerName
    name: str
    language: str


def written_names(person: NamedPerson | None) -> list[WrittenName]:
    """The forms that searches read, in the order in which they came. One query."""
    return [_written(form) for form in person.forms.all()] if person else []


def name_history(person: NamedPerson) -> dict:
    """What the screen of a person's names shows: `names`, `former`, and where the record is."""
    kind = kind_of(person.kind)
    edit_urls = kind.edit_urls([person.pk]) if kind and kind.edit_urls else {}
    former = person.former_names.select_related("changed_by", "became")
    return {
        "person": person,
        "list_title": kind.title if kind else person.kind,
        "record_url": edit_urls.get(person.pk, ""),
        "names": written_names(person),
        "former": [(_written(each), _written(each.became)) for each in former],
    }


def _written(form: NameForm | FormerName | None) -> WrittenName | None:
    if form is None:
        return None
    return WrittenName(form, listed_form(form), language_of(form))
