"""Facets count what the other filters leave, in every order, as a slow count in Python does."""

import random
import re
from collections import Counter
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone
from django.utils.html import escape

from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.sort_keys import natural_key
from photos.facets import FACETS
from photos.invariants import words_out_of_step
from photos.models import CollectionText, Photo, PhotoText, PhotoWords
from photos.selectors import Asked, facet_bits, search_page
from photos.selectors.criteria import rows
from photos.selectors.words import wanted_words
from photos.services.records import update_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory, CollectionFactory, PhotoFactory

pytestmark = pytest.mark.django_db

PHOTOS = 60
WORDS = ("mill", "bridge", "church", "harbour")
DATES = ("1944-09~", "1944", "1943?", "1939/1941", "194X", "../1945", "1945-05-09", "")
POOLS = {
    "place": ("Namur", "Ghent", "Liège", ""),
    "institution": ("First archive", "Second archive"),
    "photographer": ("Anna Roe", "Ben Doe", ""),
    "event": ("Parade", ""),
    "rights": ("NKC", "InC", "CC0-1.0"),
}
SUBJECTS = ("roads", "snow", "horses")
PEOPLE = ("Ivan Petrov", "Marie Dubois")
LANGUAGES = ("en", "fr", "nl", "ru")


class Known:
    """A photograph as the slow count sees it."""

    def __init__(self, chance: random.Random, number: int):
        self.accession = f"SP-{number}"
        self.date = chance.choice(DATES)
        self.live = chance.random() > 0.1
        self.values = {name: {chance.choice(pool)} - {""} for name, pool in POOLS.items()}
        self.values["subject"] = set(chance.sample(SUBJECTS, chance.randint(0, 2)))
        self.values["person"] = set(chance.sample(PEOPLE, chance.randint(0, 2)))
        self.values["collection"] = {f"collection-{chance.randint(1, 2)}"}
        self.texts = {
            language: (chance.choice(WORDS), chance.choice((*WORDS, "")))
            for language in chance.sample(LANGUAGES, chance.randint(1, 3))
        }
        self.values["caption"] = {code for code, (_t, caption) in self.texts.items() if caption}

    def one(self, name: str) -> str:
        return next(iter(self.values[name]), "")

    def answers(self, asked: Asked, *, but: str = "") -> bool:
        if not self.live or not self._has_words(asked.query) or not self._is_of(asked):
            return False
        return all(
            name == but or self.values[name] & set(values) for name, values in asked.chosen.items()
        )

    def _has_words(self, query: str) -> bool:
        spoken = {word for text in self.texts.values() for word in text if word}
        return set(query.split()) <= spoken

    def _is_of(self, asked: Asked) -> bool:
        first, last = bounds(self.date)
        if asked.has_period and not (first or last):
            return False
        starts = asked.year_from and last and last < date(asked.year_from, 1, 1)
        ends = asked.year_to and first and first > date(asked.year_to, 12, 31)
        return not (starts or ends)


@pytest.fixture
def known():
    chance = random.Random("finding")
    collections = {slug: CollectionFactory(slug=slug) for slug in ("collection-1", "collection-2")}
    records = [Known(chance, number) for number in range(1, PHOTOS + 1)]
    image, now = ArchiveImageFactory(), timezone.now()
    photos = Photo.objects.bulk_create(
        Photo(
            accession=record.accession,
            slug=record.accession.lower(),
            sort_key=natural_key(record.accession),
            image=image,
            collection=collections[record.one("collection")],
            date=record.date,
            place_then=record.one("place"),
            institution=record.one("institution"),
            photographer=record.one("photographer"),
            event=record.one("event"),
            rights=record.one("rights"),
            subjects=sorted(record.values["subject"]),
            people=sorted(record.values["person"]),
            live=record.live,
            first_published_at=now,
        )
        for record in records
    )
    PhotoText.objects.bulk_create(
        PhotoText(photo=photo, language=language, title=title, caption=caption)
        for photo, record in zip(photos, records, strict=True)
        for language, (title, caption) in record.texts.items()
    )
    return records


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


# The page


@pytest.fixture
def site(known):
    return build_site()


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_page_says_how_many_and_keeps_out_of_indexes(client, site, known):
    response = client.get("/en/photos/")

    total = sum(record.live for record in known)
    page = text_of(response)
    assert f"{total} photographs found" in page
    assert "1 to 48 on this page" in page
    assert response["X-Robots-Tag"] == "noindex"


def test_links_keep_the_state(client, site):
    page = text_of(
        client.get("/en/photos/?q=mill&rights=InC&rights=NKC&from=1940&place=Li%C3%A8ge")
    )

    (link, *_others) = re.findall(r'card__link" href="([^"]+)"', page)
    carried = parse_qs(parse_qs(urlsplit(link).query)["list"][0])
    assert carried == {
        "q": ["mill"],
        "from": ["1940"],
        "place": ["Liège"],
        "rights": ["InC", "NKC"],
    }
    removing = [
        parse_qs(urlsplit(address.replace("&amp;", "&")).query)
        for address in re.findall(r'chosen__link" href="([^"]+)"', page)
    ]
    assert {**carried, "rights": ["NKC"]} in removing
    assert {name: carried[name] for name in ("from", "place", "rights")} in removing
    assert len(removing) == 5


def test_words_are_no_filter_and_are_not_counted_as_one(client, site):
    PhotoFactory(published=True, place_then="Namur", texts={"en": {"title": "Mill"}})

    words = client.get("/en/photos/?q=mill").context["shown"]
    both = client.get("/en/photos/?q=mill&place=Namur").context["shown"]

    assert (len(words.chosen), words.filter_count) == (1, 0)
    assert (len(both.chosen), both.filter_count) == (2, 1)


def test_pages_of_results_keep_the_state(client, site, monkeypatch):
    monkeypatch.setattr("photos.selectors.search_pages.PHOTOS_ON_A_PAGE", 5)

    page = text_of(client.get("/en/photos/?rights=InC&sort=date&page=2"))

    assert 'href="?rights=InC&amp;sort=date&amp;page=1"' in page


@pytest.mark.parametrize("sort", ["", "date", "accession"])
def test_photograph_leads_through_the_list_one_came_from(client, site, known, sort):
    asked = Asked(query="mill", sort=sort, chosen={"rights": ("InC", "NKC")})
    listed = [card.accession for card in search_page(asked, "en", number=1).cards]
    assert len(listed) > 3

    url = f"/en/photo/{listed[1].lower()}/"
    page = text_of(client.get(url, {"list": asked.address()}))

    assert f"2 of {len(listed)}" in page
    links = re.findall(r'class="pager__link" rel="(\w+)" href="([^"?]+)\?list=', page)
    assert links == [
        ("prev", f"/en/photo/{listed[0].lower()}/"),
        ("next", f"/en/photo/{listed[2].lower()}/"),
    ]
    assert f'href="/en/photos/?{escape(asked.address())}"' in page
    assert f'<link rel="canonical" href="http://testserver{url}">' in page


@pytest.mark.parametrize("carried", ["rights=CC-BY-4.0", "q=\x00", "&" * 3000, "from=abc"])
def test_list_without_this_photograph_does_no_harm(client, site, known, carried):
    live = next(record for record in known if record.live)

    page = text_of(client.get(f"/en/photo/{live.accession.lower()}/", {"list": carried}))

    assert re.search(r"\d+ of \d+", page)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("from=abc", "Write the year in four digits, for example 1944."),
        ("to=99999999999999999999999", "Write the year in four digits, for example 1944."),
        ("from=0", "Write the year in four digits, for example 1944."),
        ("from=1945&to=1940", "The last year lies before the first."),
        ("place=Nowhere", "No photograph answers all of this"),
        ("collection=nowhere", "No photograph answers all of this"),
        ("rights=nothing&caption=xx&nonsense=1", "photographs found"),
        ("page=999", "photographs found"),
        ("page=-1&sort=sideways&all=nothing", "photographs found"),
        ("q=%00%01&place=%00", "photographs found"),
        ("q=" + "%D1%91" * 10_000, "No photograph answers all of this"),
        ("q='%3B+DROP+TABLE+%26+|+!+:*+(%25_\\", "No photograph answers all of this"),
        ("q=%26%26%26", "photographs found"),
        ("q=the", "No photograph answers all of this"),
        ("place=" + "x" * 10_000, "photographs found"),
        ("&".join(f"subject={number}" for number in range(500)), "No photograph answers"),
    ],
)
def test_bad_input_gets_an_answer(client, site, query, said):
    assert said in text_of(client.get(f"/en/photos/?{query}"))


def test_typed_year_is_kept_beside_its_fault(client, site):
    page = text_of(client.get("/en/photos/?from=abc"))

    field = re.search(r'<input[^>]*name="from"[^>]*>', page)[0]
    assert 'value="abc"' in field
    assert 'aria-invalid="true"' in field
    assert 'id="id_from_error"' in page


def test_empty_result_names_the_filter_that_stands_in_the_way(client, site, known):
    asked = {"place": "Nowhere", "rights": "InC"}
    left = sum(record.answers(Asked(chosen={"rights": ("InC",)})) for record in known)

    page = text_of(client.get("/en/photos/", asked))

    assert f"({left} photographs without it)" in page
    assert "See all photographs" in page


def test_long_facet_shows_ten_and_offers_the_others(client):
    build_site()
    for number in range(12):
        PhotoFactory(place_then=f"Place {number:02d}", published=True)

    short = text_of(client.get("/en/photos/?rights=NKC"))
    long = text_of(client.get("/en/photos/?rights=NKC&all=place"))

    assert short.count('name="place"') == 10
    assert 'href="?rights=NKC&amp;all=place#facet-place"' in short
    assert long.count('name="place"') == 12


def test_values_of_facets_are_escaped_and_stay_ticked(client):
    build_site()
    value = '<b>"Mill" & Sons</b>'
    PhotoFactory(photographer=value, published=True)

    page = text_of(client.get("/en/photos/", {"photographer": value}))

    escaped = "&lt;b&gt;&quot;Mill&quot; &amp; Sons&lt;/b&gt;"
    assert f'name="photographer" value="{escaped}" checked> <span>{escaped}</span>' in page
    assert value not in page


def test_collection_is_named_in_the_readers_language(client, site, known):
    collection = Photo.objects.first().collection
    CollectionText.objects.create(collection=collection, language="ru", title="Собрание")

    assert "Собрание" in text_of(client.get("/ru/photos/"))
    assert "Собрание" not in text_of(client.get("/en/photos/"))


def test_queries_do_not_grow(client, site, django_assert_num_queries):
    """Words and facets chosen; the number of photographs makes no difference."""
    client.get("/en/photos/")
    for query in ("q=mill&rights=InC&rights=NKC&from=1940&sort=date", "q=harbour&place=Namur"):
        with django_assert_num_queries(7):
            client.get(f"/en/photos/?{query}")
