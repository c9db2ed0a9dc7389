"""What somebody asks of the list of sites, and the address that asks it again."""

from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

SORTS = ("name", "commune", "people", "distance")


@dataclass(frozen=True)
class AskedSites:
    """Every filter that is set; years are whole numbers, 0 for none.

    `name` is looked for among people, sites and places. `near` is a place as it was typed, from
    which distances are told.
    """

    name: str = ""
    province: str = ""
    commune: str = ""
    kind: str = ""
    role: str = ""
    movement: str = ""
    nationality: str = ""
    year_from: int = 0
    year_to: int = 0
    unknown: bool = False
    protected: bool = False
    near: str = ""
    sort: str = ""

    @property
    def asks_of_people(self) -> bool:
        """Whether a filter is on those who lie there, rather than on the site."""
        period = self.year_from or self.year_to
        return bool(self.role or self.movement or self.nationality or period or self.unknown)

    @property
    def order(self) -> str:
        """What was chosen; else the nearest first if a place is given, else by name."""
        return self.sort or ("distance" if self.near else "name")

    @property
    def first_day(self) -> date | None:
        return date(self.year_from, 1, 1) if self.year_from else None

    @property
    def last_day(self) -> date | None:
        return date(self.year_to, 12, 31) if self.year_to else None

    def without(self, name: str) -> "AskedSites":
        """The same question with one filter less."""
        return self._replaced({name: getattr(type(self), name)})

    def _replaced(self, values: dict) -> "AskedSites":
        return type(self)(**{each.name: getattr(self, each.name) for each in fields(self)} | values)

    @property
    def address(self) -> str:
        """The query string, without filters that are not set."""
        names = {"year_from": "from", "year_to": "to"}
        parameters = []
        for each in fields(self):
            value = getattr(self, each.name)
            if value and value != each.default:
                text = "1" if value is True else value
                parameters.append((names.get(each.name, each.name), text))
        return urlencode(parameters)
