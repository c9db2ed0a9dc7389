"""The demonstration's Immortal Regiment: invented people with drawn portraits."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from commemoration.home.demo.plates.portraits import draw_portrait
from commemoration.home.demo.texts import regiment as texts
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from tributes.regiment.models import RegimentEntry, StoryTranslation
from tributes.regiment.services.entries import publish_entry, save_entry
from tributes.regiment.services.pictures import add_picture


@transaction.atomic
def load_regiment() -> None:
    """Fill a wall that is empty; what is there stays."""
    if RegimentEntry.objects.exists():
        return
    for number, person in enumerate(texts.PEOPLE, 1):
        _load(number, *person)


def _load(
    number: int,
    cyrillic: tuple[str, str, str],
    latin: tuple[str, str],
    birth: str,
    death: str,
    fate: str,
    language: str,
    relation: str,
) -> None:
    entry = RegimentEntry(is_example=True)
    if language == "ru":
        entry.translations = [
            StoryTranslation(language=code, story=story)
            for code, story in texts.TRANSLATION.items()
        ]
    save_entry(
        entry,
        names=[_name(*cyrillic), _name(*latin)],
        birth=birth,
        death=death,
        birthplace=texts.PLACE,
        fate=fate,
        language=language,
        relation=relation,
        story=texts.STORY[language],
        belgium=texts.BELGIUM[language],
        decorations=[texts.DECORATION[language]] if number % 2 else [],
        sender_town=texts.PLACE if number % 2 else "",
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{number}.jpg"
        draw_portrait(number, path)
        add_picture(entry, path)
    publish_entry(entry)


def _name(surname: str, given_name: str, patronymic: str = "") -> NameFacts:
    return NameFacts(
        role=NameRole.FAMILY, surname=surname, given_name=given_name, patronymic=patronymic
    )
