"""Facets count what the other filters leave, in every order, as a slow count in Python does."""

import random
from collections import Counter
from datetime import date

import pytest

from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.sort_keys import natural_key
from photos.facets import FACETS
from photos.invariants import words_out_of_step
from photos.models import Photo, PhotoText, PhotoWords
from photos.selectors import Asked, facet_bits, search_page
from photos.selectors.criteria import rows
from photos.selectors.words import wanted_words
from photos.services.records import update_photo, withdraw_photo
from tests.factories.photos import PhotoFactory

from .known_photographs import LANGUAGES, PEOPLE, POOLS, SUBJECTS, WORDS

pytestmark = pytest.mark.django_db


def _random_question(chance: random.Random) -> Asked:
    pools = {**POOLS, "subject": SUBJECTS, "person": PEOPLE, "caption": LANGUAGES}
    pools["collection"] = ("collection-1", "collection-2")
    names = chance.sample(sorted(pools), chance.randint(0, 3))
    chosen = {}
    for name in names:
        values = [value for value in pools[name] if value]
        chosen[name] = tuple(chance.sample(values, chance.randint(1, min(2, len(values)))))
    return Asked(
        query=" ".join(chance.sample(WORDS, chance.choice((0, 0, 1, 2)))),
        year_from=chance.choice((None, None, 1940, 1944)),
        year_to=chance.choice((None, None, 1943, 1944)),
        chosen=chosen,
    )


def _counts(page) -> dict[str, dict[str, int]]:
    return {
        choices.facet.name: {each.value: each.count for each in choices.values if each.count}
        for choices in page.facets
        if any(each.count for each in choices.values)
    }


def test_counts_are_those_of_a_slow_count(known):
    chance = random.Random("questions")
    for _each in range(40):
        asked = _random_question(chance)

        page = search_page(asked, "en", number=1)

        expected = {}
        for name in FACETS:
            left = [record for record in known if record.answers(asked, but=name)]
            if counts := Counter(value for record in left for value in record.values[name]):
                expected[name] = dict(counts)
        found = {record.accession for record in known if record.answers(asked)}
        first = sorted(found, key=natural_key)[:48]
        assert _counts(page) == expected, asked
        assert page.total == len(found), asked
        shown = [card.accession for card in page.cards]
        assert set(shown) == found if len(found) <= 48 else shown == first or asked.query, asked


def test_slow_count_can_tell_a_wrong_one(known):
    """The control: counts that ignore the other filters differ."""
    asked = Asked(chosen={"rights": ("InC",)})

    everything = _counts(search_page(Asked(), "en", number=1))
    filtered = _counts(search_page(asked, "en", number=1))

    assert filtered["rights"] == everything["rights"]
    assert filtered["place"] != everything["place"]


def test_orders(known):
    by_number = search_page(Asked(sort="accession"), "en", number=1)
    by_date = search_page(Asked(sort="date"), "en", number=1)

    live = {record.accession: record for record in known if record.live}
    numbers = sorted(live, key=natural_key)
    days = []
    for card in by_date.cards:
        first, last = bounds(live[card.accession].date)
        days.append(first or last or date.max)
    assert [card.accession for card in by_number.cards] == numbers[:48]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("query", "sort", "in_use"),
    [
        ("", "", "accession"),
        ("", "relevance", "accession"),
        ("", "date", "date"),
        ("mill", "", "relevance"),
        ("mill", "accession", "accession"),
    ],
)
def test_order_that_is_in_use_is_the_one_that_is_named(query, sort, in_use):
    page = search_page(Asked(query=query, sort=sort), "en", number=1)

    assert [value for value, _label, is_chosen in page.sorts if is_chosen] == [in_use]


def test_title_counts_more_than_caption():
    texts = {"en": {"title": "Soldiers", "caption": "A wood, in this wood, of wood and wood."}}
    PhotoFactory(accession="SP-1", texts=texts, published=True)
    PhotoFactory(accession="SP-2", texts={"en": {"title": "A wood"}}, published=True)

    page = search_page(Asked(query="woods"), "en", number=1)

    assert [card.accession for card in page.cards] == ["SP-2", "SP-1"]


@pytest.mark.parametrize("query", ["mill", "mills bridges", "mi*", "ivan mil*", "roads dubois"])
def test_fewest_terms_find_what_all_terms_find(known, query):
    words = wanted_words(query)

    found = [
        sorted(rows("SELECT * FROM photos_with_words(%s::tsquery)", [terms]))
        for terms in (words.condition, words.rank)
    ]

    assert found[0] == found[1] != []
    assert words.condition.count("'") <= words.rank.count("'")


def test_many_answers_keep_their_order_over_all_pages(known, monkeypatch):
    """Where more answer than are ranked, no page repeats or leaves out a photograph."""
    monkeypatch.setattr("photos.selectors.criteria.MOST_RANKED", 10)
    monkeypatch.setattr("photos.selectors.finding.MOST_RANKED", 10)
    monkeypatch.setattr("photos.selectors.search_pages.PHOTOS_ON_A_PAGE", 5)
    asked = Asked(query="mill")

    first = search_page(asked, "en", number=1)
    pages = range(1, first.page.paginator.num_pages + 1)
    shown = [
        card.accession for number in pages for card in search_page(asked, "en", number=number).cards
    ]

    assert len(shown) > 20
    assert sorted(shown) == sorted(record.accession for record in known if record.answers(asked))


@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("ru", "Ветераны у памятника", "ветеранов"),
        ("ru", "Братская могила", "могилы"),
        ("ru", "Могилы у берёз", "могила"),
        ("ru", "Берёзовая роща", "березовых"),
        ("fr", "Les libérations", "liberation"),
        ("fr", "Chevaux dans la neige", "cheval"),
        ("nl", "Begraafplaatsen in de sneeuw", "begraafplaats"),
        ("en", "Burials near the churches", "burial church"),
        ("en", "The liberators", "liberat*"),
    ],
)
def test_words_are_found_by_the_stem_of_their_own_language(language, written, asked):
    PhotoFactory(accession="SP-1", texts={language: {"title": written}}, published=True)
    PhotoFactory(accession="SP-2", texts={language: {"title": "Qqq"}}, published=True)

    for reader in LANGUAGES:
        page = search_page(Asked(query=asked), reader, number=1)
        assert [card.accession for card in page.cards] == ["SP-1"]


@pytest.mark.parametrize("asked", ["petrov namur", "etro", "graves ivan", "снимк* петров"])
def test_words_of_texts_and_facts_meet(asked):
    texts = {"en": {"title": "Graves"}, "ru": {"title": "Снимки"}}
    PhotoFactory(
        accession="SP-1",
        texts=texts,
        place_then="Namur",
        people=["Ivan Petrov", "Пётр Петров"],
        published=True,
    )

    page = search_page(Asked(query=asked), "en", number=1)

    assert [card.accession for card in page.cards] == ["SP-1"]


def test_changed_facts_are_found_and_counted_however_they_were_written():
    photo = PhotoFactory(place_then="Namur", published=True)

    Photo.objects.filter(pk=photo.pk).update(place_then="Ghent", people=["Anna Roe"])

    assert search_page(Asked(query="namur"), "en", number=1).total == 0
    assert search_page(Asked(query="ghent anna"), "en", number=1).total == 1
    assert _counts(search_page(Asked(), "en", number=1))["place"] == {"Ghent": 1}


def test_removed_photograph_takes_its_words_away():
    photo = PhotoFactory()
    assert PhotoWords.objects.count() == 1

    photo.delete()

    assert PhotoWords.objects.count() == 0


@pytest.mark.parametrize("column", [{"words": "'mill'"}, {"facets": "pNowhere"}])
def test_words_that_are_not_those_of_the_record_are_named(known, column):
    assert list(words_out_of_step()) == []

    PhotoWords.objects.filter(photo__accession="SP-7").update(**column)

    assert list(words_out_of_step()) == ["SP-7 is found by words or facts that are not its own"]


def test_counts_follow_every_change_of_the_archive(known):
    """What this process keeps of the archive is used only while nothing has changed."""
    search_page(Asked(), "en", number=1)  # keeps it
    photos = Photo.objects.filter(live=True)
    changes = (
        lambda: photos.filter(place_then="Namur").update(place_then="Ghent"),
        lambda: photos.filter(event="Parade").first().delete(),
        lambda: withdraw_photo(photos.filter(rights="InC").first()),
        lambda: PhotoText.objects.filter(language="ru").update(caption="mill"),
        lambda: PhotoFactory(accession="SP-99", place_then="Antwerp", published=True),
        lambda: photos.update(event=""),
    )
    for change in changes:
        before = _counts(search_page(Asked(), "en", number=1))

        change()

        live = Photo.objects.filter(live=True)
        after = _counts(search_page(Asked(), "en", number=1))
        assert after != before
        for name in ("rights", "event", "photographer"):
            slow = Counter(value for value in live.values_list(name, flat=True) if value)
            assert after.get(name, {}) == dict(slow)
        places = Counter(value for value in live.values_list("place_then", flat=True) if value)
        captions = PhotoText.objects.filter(photo__in=live).exclude(caption="")
        assert after["place"] == dict(places)
        assert after["caption"] == dict(Counter(captions.values_list("language", flat=True)))


def test_bits_of_another_state_would_count_wrongly(known):
    """The control: what is kept is indeed what counts."""
    search_page(Asked(), "en", number=1)
    _state, stale = facet_bits._kept
    Photo.objects.filter(live=True).update(event="Parade")
    honest = _counts(search_page(Asked(), "en", number=1))
    state, own = facet_bits._kept

    facet_bits.keep(state, stale)
    wrong = _counts(search_page(Asked(), "en", number=1))
    facet_bits.keep(state, own)

    assert honest["event"] == {"Parade": Photo.objects.filter(live=True).count()}
    assert wrong["event"] != honest["event"]


def test_draft_and_withdrawn_photographs_are_not_counted():
    withdraw_photo(PhotoFactory(accession="SP-1", place_then="Namur", published=True))
    PhotoFactory(accession="SP-2", place_then="Namur")
    shown = PhotoFactory(accession="SP-3", place_then="Namur", published=True)
    update_photo(shown, place_then="Ghent")

    assert _counts(search_page(Asked(), "en", number=1))["place"] == {"Namur": 1}
