"""What somebody asks of the wall, and the address that asks it again."""

from dataclasses import dataclass, fields
from urllib.parse import urlencode


@dataclass(frozen=True)
class AskedEntries:
    """Every filter that is set. `decorated` is "yes" or "no", `belgium` one of these or
    a `BelgianLink`, `decoration` what families call one."""

    name: str = ""
    birthplace: str = ""
    town: str = ""
    fate: str = ""
    decorated: str = ""
    decoration: str = ""
    belgium: str = ""

    def parameters(self, **changes) -> str:
        """The query string, without filters that are not set."""
        values = {each.name: getattr(self, each.name) for each in fields(self)} | changes
        return urlencode([(name, value) for name, value in values.items() if value])

    @property
    def given(self) -> dict[str, str]:
        """The filters that are set."""
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name))}

    @property
    def address(self) -> str:
        return self.parameters()
