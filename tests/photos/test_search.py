import pytest

from photos.models import PhotoText
from photos.selectors import search_photos
from photos.services.records import publish_photo, update_photo
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
        with django_assert_max_num_queries(4):
            return [card.accession for card in search_photos(query, "en")]

    return found


@pytest.mark.parametrize(
    ("query", "accessions"),
    [
        ("ветеранов", ["SP-1"]),
        ("libération", ["SP-2"]),
        ("march soldier", ["SP-10"]),
        ("liberation", ["SP-2"]),
        ("LIBÉRATIONS", ["SP-2"]),
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


@pytest.mark.parametrize("query", ["берёзовая", "березовых", "берёзовых", "Березовые рощи"])
def test_yo_is_found_however_it_is_typed(query):
    PhotoFactory(accession="SP-7", texts={"ru": {"title": "Берёзовая роща"}}, published=True)

    assert accessions(query) == ["SP-7"]


@pytest.mark.parametrize("query", ["Liège", "liege", "Bohlen", "böhlen"])
def test_accents_of_places_and_people_may_be_left_out(query):
    PhotoFactory(accession="SP-8", place_now="Liège", people=["Anna Böhlen"], published=True)
    PhotoFactory(accession="SP-9", place_now="Lier", people=["Anna Bauer"], published=True)

    assert accessions(query) == ["SP-8"]


def accessions(query: str) -> list[str]:
    return [card.accession for card in search_photos(query, "en")]


def test_draft_of_a_text_is_found_only_once_it_is_published():
    photo = PhotoFactory(texts={"en": {"title": "Graves"}}, published=True)

    update_photo(photo, texts={"en": {"title": "Poplars"}, "ru": {"title": "Тополя"}})
    before = (accessions("graves"), accessions("poplars"), accessions("тополей"))
    publish_photo(photo)
    after = (accessions("graves"), accessions("poplars"), accessions("тополей"))

    found = [photo.accession]
    assert before == (found, [], [])
    assert after == ([], found, found)


def test_text_taken_out_of_a_record_is_no_longer_found():
    texts = {"en": {"title": "Graves"}, "fr": {"title": "Tombes"}}
    photo = PhotoFactory(texts=texts, published=True)

    newest = photo.get_latest_revision_as_object()
    newest.texts = [text for text in newest.texts.all() if text.language == "en"]
    newest.save_revision().publish()

    assert accessions("tombes") == []
    assert accessions("graves") == [photo.accession]


def test_words_of_an_older_version_are_found_again_when_it_is_published():
    photo = PhotoFactory(texts={"en": {"title": "Graves"}}, published=True)
    older = photo.latest_revision
    publish_photo(update_photo(photo, texts={"en": {"title": "Poplars"}}))

    older.publish()

    assert (accessions("graves"), accessions("poplars")) == ([photo.accession], [])


def test_words_written_past_the_services_are_found():
    photo = PhotoFactory(texts={"en": {"title": "Graves"}}, published=True)

    PhotoText.objects.filter(photo=photo).update(title="Poplars", transcript="Signed Ivanov")

    assert accessions("graves") == []
    assert accessions("poplars ivanov") == [photo.accession]


def test_revisions_do_without_the_search_words():
    photo = PhotoFactory(texts={"en": {"title": "Graves"}}, published=True)

    (text,) = photo.latest_revision.content["texts"]

    assert text["title"] == "Graves"
    assert "words" not in text


def test_text_that_says_the_word_more_often_comes_first():
    PhotoFactory(accession="SP-1", texts={"en": {"title": "A mill"}}, published=True)
    caption = "The mill beside the mill pond, with the miller of the mill."
    texts = {"en": {"title": "Mill", "caption": caption}}
    PhotoFactory(accession="SP-2", texts=texts, published=True)

    assert accessions("mill") == ["SP-2", "SP-1"]


@pytest.mark.parametrize("total", [1, 3])
def test_queries_of_a_search_do_not_grow(total, django_assert_num_queries):
    for _each in range(total):
        PhotoFactory(texts={"en": {"title": "Graves"}}, published=True)

    with django_assert_num_queries(4):
        assert len(accessions("graves")) == total
