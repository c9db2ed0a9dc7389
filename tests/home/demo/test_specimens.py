from collections import Counter

from commemoration.home.demo.specimens import LANGUAGES, all_specimens
from commemoration.home.demo.texts import specimens as texts


def test_there_are_four_collections_and_at_least_sixty_records():
    counts = Counter(specimen.collection for specimen in all_specimens())

    assert set(counts) == set(texts.COLLECTIONS)
    assert len(counts) == 4
    assert sum(counts.values()) == 64


def test_every_caption_says_that_the_card_is_an_example():
    for specimen in all_specimens():
        for language in LANGUAGES:
            assert specimen.text(language)["caption"].endswith(texts.EXAMPLE_NOTE[language])


def test_some_records_are_described_in_russian_only():
    russian_only = [s.accession for s in all_specimens() if s.languages == ("ru",)]

    assert russian_only[0] == "SP-0005"
    assert len(russian_only) == 7
