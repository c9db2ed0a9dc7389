"""What somebody asks of the roll of veterans, and the address that asks it again."""

from dataclasses import dataclass, fields
from urllib.parse import urlencode


@dataclass(frozen=True)
class AskedVeterans:
    """Every filter that is set; `year` is that of the presentation, 0 for any.

    `letter` is the first letter of the surname as the reader's list writes it.
    """

    name: str = ""
    town: str = ""
    presentation: str = ""
    year: int = 0
    letter: str = ""

    def parameters(self, **changes) -> str:
        """The query string, without filters that are not set."""
        values = {each.name: getattr(self, each.name) for each in fields(self)} | changes
        return urlencode([(name, value) for name, value in values.items() if value])

    @property
    def address(self) -> str:
        return self.parameters()
