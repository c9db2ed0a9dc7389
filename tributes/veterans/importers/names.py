"""Forms of a name as the columns of the list write them."""

from collections.abc import Iterable

from commemoration.names.enums import NameRole, Script
from commemoration.names.models.forms import NameForm
from commemoration.names.services.people import NameFacts

PARTS = ("surname", "given_name", "patronymic")
COLUMNS = (*PARTS, "name_cyrillic")


def name_values(forms: Iterable[NameForm]) -> dict[str, str]:
    """What the forms say in each column; of two in one script, the newest identified one."""
    identified = [form for form in forms if form.role == NameRole.IDENTIFIED]
    latin = _newest(form for form in identified if form.script != Script.CYRILLIC)
    russian = _newest(form for form in identified if form.script == Script.CYRILLIC)
    joined = " ".join(filter(None, (getattr(russian, part, "") for part in PARTS)))
    return {part: getattr(latin, part, "") for part in PARTS} | {"name_cyrillic": joined}


def name_facts(values: dict[str, str], source: str) -> list[NameFacts]:
    """The forms that these columns ask for; `values` has every column of `COLUMNS`."""
    facts, latin = [], {part: values[part] for part in PARTS}
    if latin["surname"] or latin["given_name"]:
        facts.append(NameFacts(role=NameRole.IDENTIFIED, source=source, **latin))
    if values["name_cyrillic"]:
        surname, *rest = values["name_cyrillic"].split(maxsplit=2)
        parts = dict(zip(PARTS, (surname, *rest), strict=False))
        facts.append(NameFacts(role=NameRole.IDENTIFIED, language="ru", source=source, **parts))
    return facts


def _newest(forms: Iterable[NameForm]) -> NameForm | None:
    return max(forms, key=lambda form: form.pk, default=None)
