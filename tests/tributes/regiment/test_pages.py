"""The wall, the page of an entry, its placard, and the list for programs."""

import csv
import io
import json
import re

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from PIL import Image

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.pictures import jpeg
from tests.factories.regiment import entry, regiment_page
from tests.factories.staff import signed_in, staff_account
from tributes.regiment.kind import title_of
from tributes.regiment.models import StoryTranslation
from tributes.regiment.selectors import listing
from tributes.regiment.selectors.records import entry_by_number, entry_page
from tributes.regiment.services.entries import publish_entry, withdraw_entry
from tributes.regiment.services.pictures import add_picture
from tributes.regiment.sharing.drawing import MOST_BYTES
from tributes.regiment.sharing.views import share_words
from tributes.regiment.structured_data import entry_as_json_ld
from tributes.veterans.models import Medal, MedalText, RibbonStripe

pytestmark = pytest.mark.django_db

WALL = "/en/centre/immortal-regiment/"
ODD = '"><script>alert(1)</script>{{ 7 }}#eval("x")'


@pytest.fixture
def wall():
    section = build_site().sections[Section.CENTRE]
    return {language: regiment_page(section[language]) for language in section}


def with_portrait(found, tmp_path):
    path = tmp_path / "portrait.jpg"
    path.write_bytes(jpeg(400, 500))
    add_picture(found, path)
    publish_entry(found)
    return found


def test_wall_and_entry_ask_as_often_for_three_as_for_one(client, wall, tmp_path):
    first = entry(decorations=["One"], story="One\n\nTwo")
    addresses = (WALL, f"{WALL}?fate=killed&decorated=yes", first.get_absolute_url())
    for address in addresses:
        client.get(address)
    counted = []
    for number in (0, 2):
        for _each in range(number):
            entry(decorations=["One", "Two"], sender_town="Exempleville")
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counted.append(len(queries))

    assert counted[:3] == counted[3:]
    assert max(counted[:2]) <= 12
    assert counted[2] <= 12


def test_filters_and_names_choose_who_is_shown(client, wall):
    one = entry(
        names=[("Образцов", "Пётр")],
        fate="captivity",
        decorations=["x", "y"],
        belgian_link="buried",
    )
    two = entry(names=[("Шаблонова", "Анна")], fate="returned", birthplace="Пример")
    hidden = entry(published=False)

    def found(query: str) -> set[int]:
        html = client.get(f"{WALL}?{query}").content.decode()
        return {
            int(number) for number in re.findall(r'wall__link" href="/en/regiment/(\d+)/', html)
        }

    assert found("") == {one.number, two.number}
    assert hidden.number is None
    assert found("name=Obraztzoff") == {one.number}
    assert found("name=Sjablonowa") == {two.number}
    assert found("fate=captivity") == {one.number}
    assert found("decorated=no") == {two.number}
    assert found("belgium=yes") == {one.number}
    assert found("belgium=buried") == {one.number}
    assert found("belgium=family") == set()
    assert found("decoration=y") == {one.number}
    assert found("decoration=z") == set()
    assert found("name=Obra&belgium=no") == set()
    assert found("birthplace=Primer") == {two.number}
    assert found("fate=captivity&decorated=no") == set()
    assert found("fate=nonsense&page=zzz&name=%00") == {one.number, two.number}


def test_filters_that_find_nobody_lead_on(client, wall):
    entry(names=[("Образцов", "Пётр")], fate="killed", decorations=["x"])
    entry(names=[("Шаблонова", "Анна")], fate="returned", sender_town="Exempleville")

    address = f"{WALL}?name=Образцов&fate=returned&town=Nowhere"
    with CaptureQueriesContext(connection) as queries:
        none = client.get(address).content.decode()
    two = client.get(f"{WALL}?name=Образцов&fate=returned").content.decode()

    assert "Without" not in none
    assert len(queries) <= 16
    assert re.findall(r'<li><a href="\?([^"]+)">([^<]+)<', two) == [
        ("fate=returned", "Without “Name of the person”: 1 person"),
        ("name=%D0%9E%D0%B1%D1%80%D0%B0%D0%B7%D1%86%D0%BE%D0%B2",
         "Without “What became of them”: 1 person"),
    ]  # fmt: skip
    assert '<option value="x">x (1)</option>' in two


def test_page_of_an_entry_tells_its_life_in_the_readers_language(client, wall):
    found = entry(
        names=[("Образцов", "Пётр"), ("Obraztsov", "Piotr")],
        birth="1915~",
        death="1944-09-09",
        story=f"Первый.\n\nВторой {ODD}",
        decorations=[ODD],
        rank=ODD,
        sender_name="Ирина",
    )
    StoryTranslation.objects.create(entry=found, language="en", story="In English.")

    english = client.get(f"/en/regiment/{found.number}/").content.decode()
    french = client.get(f"/fr/regiment/{found.number}/").content.decode()

    assert "Piotr Obraztsov" in english
    assert "about 1915" in english
    assert "In English." in english
    assert "<p>Первый.</p>" in french
    assert '<div class="entry__story" lang="ru">' in french
    assert "<script>alert" not in english + french
    assert "Ирина" in french
    assert client.get(f"/regiment/{found.number}/").status_code == 302


def test_examples_give_no_data_block_and_entries_one_that_cannot_be_left(client, wall):
    found = entry(rank=ODD, decorations=["</script><b>"])
    shown = entry_page(entry_by_number(found.number), "en")
    shown.entry.is_example = False
    block = entry_as_json_ld(shown, "https://example.org/1/", "")

    assert "ld+json" not in client.get(found.get_absolute_url()).content.decode()
    assert "</" not in block
    assert json.loads(block)["award"] == ["</script><b>"]


def test_withdrawn_entries_are_gone_everywhere(client, wall, tmp_path):
    found = entry()
    withdraw_entry(found)

    for address in ("", "placard/", "placard/a4.pdf", "share.jpg"):
        assert client.get(f"/en/regiment/{found.number}/{address}").status_code == 410
        assert client.get(f"/en/regiment/99/{address}").status_code == 404
    assert client.get(f"/en/regiment/{found.number}/placard/a9.exe").status_code == 404


@pytest.mark.parametrize(
    ("language", "name", "lines"),
    [
        ("en", "Piotr Obraztsov", ["Piotr", "OBRAZTSOV"]),
        ("fr", "Piotr Obraztsov", ["Piotr", "OBRAZTSOV"]),
        ("ru", "Образцов Пётр", ["ОБРАЗЦОВ", "Пётр"]),
    ],
)
def test_name_has_one_order_in_each_language_wherever_one_person_is_shown(
    client, wall, tmp_path, language, name, lines
):
    found = with_portrait(entry(), tmp_path)
    shown = entry_by_number(found.number)
    shown.is_example = False  # nothing is told to programs of an invented one

    def text(path: str) -> str:
        return client.get(f"/{language}/{path}").content.decode()

    with override(language):
        data = json.loads(str(entry_as_json_ld(entry_page(shown, language), "", "")))
        picture = share_words(shown).name
    address = f"regiment/{found.number}/"
    document = pypdfium2.PdfDocument(client.get(f"/{language}/{address}placard/a4.pdf").content)

    assert f">{name}</a></h3>" in text("centre/immortal-regiment/")
    assert f">{name}</a></p>" in text("regiment/procession/")
    assert f">{name}</h1>" in text(address)
    assert f": {name}" in text(f"{address}placard/").partition("</title>")[0]
    assert (data["name"], picture) == (name, name)
    assert document[0].get_textpage().get_text_bounded().splitlines()[:2] == lines


def test_sender_and_staff_call_it_in_the_same_order():
    assert title_of({"surname": "Petrova", "given_name": "Anna"}) == "Anna Petrova"
    assert title_of({"surname": "Петрова", "given_name": "Анна"}) == "Петрова Анна"
    assert title_of({"surname": "", "given_name": "Anna"}) == "Anna"


def test_placard_bears_the_chosen_name_on_one_page(client, wall, tmp_path):
    found = with_portrait(entry(rank=ODD), tmp_path)
    latin = found.named_person.forms.get(surname="Obraztsov")
    address = f"/ru/regiment/{found.number}/placard/"

    page = client.get(address).content.decode()
    a4 = client.get(f"{address}a4.pdf")
    a3 = client.get(f"{address}a3.pdf?name={latin.pk}&rank=0")
    phone = client.get(f"{address}phone.png?name=nonsense")

    assert page.count("<option") == 4
    first, second = (pypdfium2.PdfDocument(each.content) for each in (a4, a3))
    assert [len(first), len(second)] == [1, 1]
    assert [round(side / 72 * 25.4) for side in first[0].get_size()] == [210, 297]
    assert [round(side / 72 * 25.4) for side in second[0].get_size()] == [297, 420]
    words = first[0].get_textpage().get_text_bounded()
    assert "ОБРАЗЦОВ" in words
    assert "1915 – 1944" in words
    assert '#eval("x")' in words
    other = second[0].get_textpage().get_text_bounded()
    assert "OBRAZTSOV" in other
    assert "eval" not in other
    with Image.open(io.BytesIO(phone.content)) as picture:
        assert picture.size == (1080, 1920)


def test_picture_of_a_link_is_ours_and_goes_with_the_entry(client, wall, tmp_path):
    found = with_portrait(entry(names=[("Образцов" * 12, ODD)]), tmp_path)
    page = client.get(f"/ru/regiment/{found.number}/").content.decode()
    (address,) = re.findall(r'property="og:image" content="([^"]+)"', page)

    drawn = client.get(address)
    again = client.get(address, headers={"If-None-Match": drawn["ETag"]})
    english = client.get(address.replace("/ru/", "/en/"))
    withdraw_entry(found)

    assert address == f"http://testserver/ru/regiment/{found.number}/share.jpg"
    with Image.open(io.BytesIO(drawn.content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1200, 630))
        assert not picture.getexif()
    assert len(drawn.content) <= MOST_BYTES
    assert (again.status_code, again.content) == (304, b"")
    assert english.content != drawn.content
    assert client.get(address).status_code == 410


def test_ribbons_are_drawn_only_of_medals_whose_stripes_are_recorded(client, wall):
    drawn = Medal.objects.create(slug="drawn")
    bare = Medal.objects.create(slug="bare")
    MedalText.objects.create(medal=drawn, language="ru", name="Медаль «Образец»")
    MedalText.objects.create(medal=bare, language="en", name="Bare medal")
    for place, colour in enumerate(("#112233", "#445566")):
        RibbonStripe.objects.create(medal=drawn, colour=colour, width=4, sort_order=place)
    found = entry(decorations=["медаль Образец", "Bare medal", "Медаль «Образец» II"])

    html = client.get(found.get_absolute_url()).content.decode()

    assert html.count('class="ribbon"') == 1
    assert html.index("медаль Образец") < html.index("#112233") < html.index("#445566")
    assert html.index("#445566") < html.index("Bare medal")


def test_wall_counts_its_pages_and_keeps_no_count_that_is_wrong(client, wall, monkeypatch):
    monkeypatch.setattr(listing, "ENTRIES_ON_A_PAGE", 2)
    numbers = [entry(decorations=["x"]).number for _each in range(5)]

    pages = [client.get(f"{WALL}?decorated=yes&page={page}").content.decode() for page in (1, 2, 3)]

    assert [int(n) for page in pages for n in re.findall(r'id="n([0-9]+)"', page)] == numbers[::-1]
    shown = [re.search(r"data-wall-shown>([^<]+)<", page)[1] for page in pages]
    assert shown == ["People 1 to 2 of 5", "People 3 to 4 of 5", "People 5 to 5 of 5"]
    assert 'rel="next"' in pages[1]
    assert 'rel="next"' not in pages[2]
    assert "wall.js" in pages[0]
    assert "wall.js" not in client.get(f"{WALL}?name=nobody").content.decode()


def test_list_for_programs_holds_what_is_public_and_says_what_is_gone(client, wall):
    told = entry(story="=HYPERLINK(1)", sender_town="Exempleville")
    gone = entry(sender_name="Ирина")
    entry(published=False)
    withdraw_entry(gone)

    response = client.get("/data/regiment.csv")

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = {int(row["number"]): row for row in csv.DictReader(io.StringIO(text))}
    assert set(rows) == {told.number, gone.number}
    assert rows[told.number]["story"] == "'=HYPERLINK(1)"
    assert rows[told.number]["status"] == "published"
    assert rows[gone.number]["status"] == "withdrawn"
    assert not rows[gone.number]["name"]
    assert "Ирина" not in text


def test_staff_of_the_centre_look_after_entries_and_others_do_not(wall):
    found = entry()
    url = "/admin/snippets/regiment/regimententry/"
    other = signed_in(staff_account("embassy", "Embassy editors"))
    centre = signed_in(staff_account("centre", "Centre editors"))

    assert other.get(f"{url}edit/{found.pk}/").status_code == 302
    assert "Образцов" in centre.get(url).content.decode()
    assert centre.get(f"{url}edit/{found.pk}/").status_code == 200
    centre.post(f"{url}withdraw/{found.pk}/")

    found.refresh_from_db()
    assert found.live is False
