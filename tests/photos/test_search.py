import pytest

from photos.selectors import search_photos
from tests.factories.photos import ArchiveImageFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(django_assert_max_num_queries):
    image = ArchiveImageFactory()
    records = {
        "SP-1": {"texts": {"ru": {"title": "Ветераны у памятника"}}, "place_then": "Zwartberg"},
        "SP-2": {"texts": {"fr": {"title": "Les libérations", "caption": "À Bruxelles"}}},
        "SP-10": {"texts": {"en": {"title": "Marching soldiers"}}, "people": ["Ivan Petrov"]},
    }
    for accession, fields in records.items():
        PhotoFactory(accession=accession, image=image, published=True, **fields)
    PhotoFactory(accession="SP-3", image=image, texts={"en": {"title": "Soldier, a draft"}})

    def found(query):
        with django_assert_max_num_queries(3):
            return [card.accession for card in search_photos(query, "en")]

    return found


@pytest.mark.parametrize(
    ("query", "accessions"),
    [
        ("ветеранов", ["SP-1"]),
        ("libération", ["SP-2"]),
        ("march soldier", ["SP-10"]),
        ("zwartberg", ["SP-1"]),
        ("petrov", ["SP-10"]),
        ("sp-1", ["SP-1"]),
        ("SP-10", ["SP-10"]),
        ("nothing of this", []),
        ("", []),
        ("  \x00 ", []),
        ("'; DROP TABLE & | ! :* (", []),
        ("%", []),
    ],
)
def test_search_photos(found, query, accessions):
    assert found(query) == accessions


def test_search_photos_shows_titles_in_the_best_language():
    texts = {"en": {"title": "Graves"}, "ru": {"title": "Могилы"}}
    PhotoFactory(texts=texts, published=True)

    assert [str(card.title) for card in search_photos("могила", "en")] == ["Graves"]
