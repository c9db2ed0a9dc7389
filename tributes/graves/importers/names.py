"""Forms of a name as the columns of a list write them."""

import re
from difflib import SequenceMatcher

from commemoration.names.enums import NameRole
from commemoration.names.models.forms import NameForm
from commemoration.names.services.people import NameFacts

PARTS = ("surname", "given_name", "patronymic")
INSCRIBED = {"surname_inscribed": "surname", "given_inscribed": "given_name"}
IDENTIFIED = {
    "surname_identified": "surname",
    "given_identified": "given_name",
    "patronymic": "patronymic",
}
COLUMNS = (*INSCRIBED, *IDENTIFIED, "name_cyrillic", "name_variants")
# Lists give identified names as French writes them; Russian ones are made from these.
LIST_LANGUAGE = "fr"
VARIANT = re.compile(r"(?P<name>.+?)(?: \((?P<remark>[^()]*)\))?")


def name_values(forms: list[NameForm]) -> dict[str, str]:
    """What the forms say in each column; of two forms in one role, the newest."""
    stone = _newest(forms, NameRole.INSCRIBED)
    identified = [form for form in forms if form.role == NameRole.IDENTIFIED]
    latin = _newest([form for form in identified if form.language != "ru"], NameRole.IDENTIFIED)
    russian = _newest([form for form in identified if form.language == "ru"], NameRole.IDENTIFIED)
    aliases = [form for form in forms if form.role == NameRole.ALIAS]
    return {
        **{column: getattr(stone, part, "") for column, part in INSCRIBED.items()},
        **{column: getattr(latin, part, "") for column, part in IDENTIFIED.items()},
        "name_cyrillic": _joined(russian),
        "name_variants": "; ".join(_variant(form) for form in aliases),
    }


def name_facts(values: dict[str, str], source: str) -> list[NameFacts]:
    """The forms that these columns ask for; `values` has every column of `COLUMNS`."""
    stone = {part: values[column] for column, part in INSCRIBED.items()}
    latin = {part: values[column] for column, part in IDENTIFIED.items()}
    facts = []
    if any(stone.values()):
        facts.append(NameFacts(role=NameRole.INSCRIBED, source=source, **stone))
    if latin["surname"] or latin["given_name"]:
        facts.append(
            NameFacts(role=NameRole.IDENTIFIED, language=LIST_LANGUAGE, source=source, **latin)
        )
    if values["name_cyrillic"]:
        parts = _russian_parts(values["name_cyrillic"], latin)
        facts.append(NameFacts(role=NameRole.IDENTIFIED, language="ru", **parts))
    for text in values["name_variants"].split(";"):
        if text.strip():
            facts.append(_alias(text.strip(), latin))
    return facts


def _newest(forms: list[NameForm], role: str) -> NameForm | None:
    return max((form for form in forms if form.role == role), key=lambda f: f.pk, default=None)


def _joined(form: NameForm | None) -> str:
    return " ".join(getattr(form, part) for part in PARTS if getattr(form, part, ""))


def _russian_parts(text: str, latin: dict[str, str]) -> dict[str, str]:
    """Which word is what follows from which parts the identified name has, in the same order."""
    words = text.split()
    known = [part for part in PARTS if latin[part]]
    if len(known) != len(words):
        known = list(PARTS[: len(words)])
        words = [*words[: len(PARTS) - 1], " ".join(words[len(PARTS) - 1 :])]
    return dict(zip(known, words, strict=False))


def _alias(text: str, latin: dict[str, str]) -> NameFacts:
    """`Fedor Sidorov` is given name and surname; one word is what it is most like."""
    match = VARIANT.fullmatch(text)
    name, remark = match["name"], match["remark"] or ""
    first, _space, rest = name.partition(" ")
    if rest and not name.startswith(('"', "“", "«")):
        parts = {"given_name": first, "surname": rest}
    elif remark == "given name" or _is_more_like(name, latin["given_name"], latin["surname"]):
        parts = {"given_name": name}
    else:
        parts = {"surname": name}
    return NameFacts(role=NameRole.ALIAS, source=remark, **parts)


def _is_more_like(name: str, given_name: str, surname: str) -> bool:
    def likeness(other: str) -> float:
        return SequenceMatcher(None, name.casefold(), other.casefold()).ratio()

    return likeness(given_name) > likeness(surname)


def _variant(form: NameForm) -> str:
    name = " ".join(filter(None, [form.given_name, form.surname]))
    return f"{name} ({form.source})" if form.source else name
