"""Counts facets: for each value one number whose bits say which photographs have it.

To count a value among ten thousand photographs is one AND and one count of bits, so a page of
facets costs a millisecond and nothing has to be sent. The bits are made once and kept in this
process while the archive stays as it is. That is told by what the database says of its state in the
very statement that finds the photographs, never by a clock: see `photos.selectors.finding`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from photos.facets import FACETS, PARTING

_NAMES = {facet.letter: name for name, facet in FACETS.items()}


@dataclass(frozen=True)
class ArchiveState:
    """What all published photographs and their values of facets are, in three numbers.

    Both digests are sums of 64-bit hashes: of the primary keys, and of each row of `PhotoWords`.
    """

    photos: int
    keys: int | None
    facts: int | None


@dataclass(frozen=True)
class FacetBits:
    """`places` gives the bit of each published photograph, `values` the bits by facet and value."""

    places: Mapping[int, int]
    values: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, photos: list[int], texts: str) -> "FacetBits":
        """`photos` are primary keys; `texts` are their `PhotoWords.facets` in the same order.

        Texts are parted by two `PARTING`, their values by one.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts.split(PARTING * 2) if photos else ()):
            for value in text.split(PARTING):
                places[value].append(place)
        values: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        for value, own in places.items():
            if value:
                values[_NAMES[value[0]]][value[1:]] = _bits(own, len(photos))
        return cls({photo: place for place, photo in enumerate(photos)}, values)

    def everything(self) -> int:
        return (1 << len(self.places)) - 1

    def of_photos(self, photos: Iterable[int]) -> int:
        """The bits of these published photographs, by their primary keys."""
        return _bits(map(self.places.__getitem__, photos), len(self.places))

    def counts(self, name: str, among: int) -> Counter:
        """How many of the photographs whose bits are in `among` have each value of a facet."""
        counted = ((value, (own & among).bit_count()) for value, own in self.values[name].items())
        return Counter({value: count for value, count in counted if count})


def _bits(places: Iterable[int], length: int) -> int:
    octets = bytearray(length // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


_kept: tuple[ArchiveState, FacetBits] | None = None


def kept(state: ArchiveState) -> FacetBits | None:
    """The bits of the archive in this state, if they are those that this process keeps."""
    newest = _kept  # read once: another thread may put newer ones in its place
    return newest[1] if newest and newest[0] == state else None


def keep(state: ArchiveState, bits: FacetBits) -> None:
    global _kept
    _kept = (state, bits)
