"""Names of people who never lived: surnames put together from syllables, written as lists do."""

import random
from functools import cache

from commemoration.home.load_data.romanisations import NATIONS, romanise
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts

SURNAMES = 30_000
# Of two surnames the one of the lower number is met more often, as in any list of people.
_SKEW = 2.2
_OPENINGS = (
    *("бо", "ва", "гру", "дри", "жи", "зу", "кре", "лю", "мы", "ню", "пла", "ря", "сту", "ту"),
    *("фи", "хо", "це", "чу", "шо", "щу", "кля", "про", "ску", "вры", "але", "уго", "ерё"),
)
_MIDDLES = ("", "ба", "дю", "жо", "зи", "ка", "лы", "му", "не", "ро", "си", "ты", "ху", "че")
_CLOSINGS = ("б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "х", "ш")
_ENDINGS = ("ов", "ев", "ин", "енко", "ский", "ук", "ович", "ян", "идзе", "ко", "ых", "ец")
_GIVEN = (
    *("Иван", "Василий", "Николай", "Пётр", "Михаил", "Александр", "Алексей", "Фёдор", "Сергей"),
    *("Григорий", "Дмитрий", "Андрей", "Степан", "Павел", "Яков", "Егор", "Семён", "Илья"),
    *("Евгений", "Владимир", "Константин", "Тихон", "Юрий", "Кузьма", "Захар", "Хасан"),
)
_FATHERS = ("Иванович", "Петрович", "Васильевич", "Яковлевич", "Фёдорович", "Ильич", "Кузьмич")
_LETTERS = "abcdefghijklmnoprstuvwz"


def names_of(chance: random.Random, source: str) -> list[NameFacts]:
    """One to three forms of an invented name: on the stone, in Russian, in Latin letters."""
    surname = surname_of(int(SURNAMES * chance.random() ** _SKEW))
    given = chance.choice(_GIVEN)
    father = chance.choice(_FATHERS) if chance.random() < 0.3 else ""
    nation = chance.choice(NATIONS)
    stone = romanise(surname, nation)
    if chance.random() < 0.2:
        stone = _slipped(stone, chance)
    stone = stone.upper() if chance.random() < 0.3 else stone
    facts = [_facts(NameRole.INSCRIBED, stone, romanise(given, nation), "", "", source)]
    if chance.random() < 0.6:
        facts.append(_facts(NameRole.IDENTIFIED, surname, given, father, "ru", source))
    if chance.random() < 0.3:
        latin = [romanise(word, "en") for word in (surname, given)]
        facts.append(_facts(NameRole.IDENTIFIED, *latin, "", "", source))
    return facts


@cache
def surname_of(number: int) -> str:
    """The invented surname of a number, the same each time."""
    chance = random.Random(f"surname {number}")
    parts = (chance.choice(part) for part in (_OPENINGS, _MIDDLES, _CLOSINGS, _ENDINGS))
    return "".join(parts).capitalize()


def _facts(role, surname, given, patronymic, language, source) -> NameFacts:
    return NameFacts(
        role=role,
        surname=surname,
        given_name=given,
        patronymic=patronymic,
        language=language,
        source=source,
    )


def _slipped(name: str, chance: random.Random) -> str:
    """The name with one letter exchanged, as a copyist does."""
    place = chance.randrange(1, len(name))
    return f"{name[:place]}{chance.choice(_LETTERS)}{name[place + 1 :]}"
