"""The list of specimen records: which plate, in which collection, with which example card."""

from collections.abc import Iterator
from dataclasses import dataclass

from commemoration.home.demo.texts import specimens as texts

LANGUAGES = ("en", "fr", "nl", "ru")

# Examples of every way a date can be uncertain (EDTF levels 0 and 1).
DATES = (
    "1944-09~",
    "1944",
    "1943?",
    "1944-09/1944-11",
    "194X",
    "../1945",
    "1945-05-09",
    "1944-21",
    "",
    "1943-07",
    "1944-12/..",
    "1942~",
)
# Former and present name; positions are the centres of the towns (GeoNames, CC BY 4.0).
PLACES = (
    ("Liége", "Liège", "50.6337", "5.5675"),
    ("Zwartberg", "Genk", "", ""),
    ("Ostende", "Oostende", "51.2154", "2.9286"),
    ("Namur", "", "50.4669", "4.8675"),
    ("", "", "", ""),
    ("Bruxelles", "", "50.8505", "4.3488"),
)
RIGHTS = ("CC0-1.0", "CC0-1.0", "CC0-1.0", "CC-BY-4.0", "InC", "UND")


@dataclass(frozen=True)
class Specimen:
    """One record of the demonstration; everything on its card is an example.

    `position` is its place within its collection, from 0.
    """

    number: int
    position: int
    kind: str
    collection: str
    date: str
    place_then: str
    place_now: str
    latitude: str
    longitude: str
    rights: str
    subjects: list[str]
    languages: tuple[str, ...]
    has_verso: bool
    has_warning: bool

    @property
    def accession(self) -> str:
        return f"SP-{self.number:04d}"

    def text(self, language: str) -> dict[str, str]:
        """Title, caption and alternative text in one language."""
        title, alt_text, caption = texts.KINDS[self.kind][language]
        return {
            "title": title.format(n=self.number),
            "alt_text": alt_text,
            "caption": f"{caption} {texts.EXAMPLE_NOTE[language]}",
        }


def all_specimens() -> Iterator[Specimen]:
    """Every specimen, collection by collection, numbered from 1."""
    number = 0
    for slug, (kinds, count, _titles) in texts.COLLECTIONS.items():
        for index in range(count):
            number += 1
            yield _specimen(number, index, kinds[index % len(kinds)], slug)


def _specimen(number: int, position: int, kind: str, collection: str) -> Specimen:
    place_then, place_now, latitude, longitude = PLACES[number % len(PLACES)]
    return Specimen(
        number=number,
        position=position,
        kind=kind,
        collection=collection,
        date=DATES[number % len(DATES)],
        place_then=place_then,
        place_now=place_now,
        latitude=latitude,
        longitude=longitude,
        rights=RIGHTS[number % len(RIGHTS)],
        subjects=texts.SUBJECTS[kind],
        # Every ninth record is described in Russian only: so the honest fallback can be seen.
        languages=("ru",) if number % 9 == 5 else LANGUAGES,
        has_verso=kind in {"typed", "chart"} and number % 2 == 0,
        has_warning=number == 17,
    )
