import pytest

from photos.accession import LONGEST_SLUG, normalise_accession, numbered, slug_for


@pytest.mark.parametrize(
    ("accession", "slug"),
    [
        ("SP-0003", "sp-0003"),
        ("ЦГАКФД 0-359941/2", "tsgakfd-0-359941-2"),
        ("РГАКФД, оп. 1, № 7", "rgakfd-op-1-no-7"),
        ("Fonds 12 / Été", "fonds-12-ete"),
        ("写真", "photo"),
        ("a" * 300, "a" * LONGEST_SLUG),
    ],
)
def test_slug_for_reads_like_the_accession_number(accession, slug):
    assert slug_for(accession) == slug


def test_numbered_slug_stays_within_the_longest_length():
    assert numbered("a" * LONGEST_SLUG, 12) == "a" * (LONGEST_SLUG - 3) + "-12"


def test_normalise_accession_joins_letters_and_spaces():
    assert normalise_accession("  СП\u00a0 0003 / и\u0306\n") == "СП 0003 / й"
