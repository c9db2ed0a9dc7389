"""What visitors tell of graves: sent without an account, shown beside the record, never in it."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.forms.models import model_to_dict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.consent.services import withdraw_consent
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import Actor, Reason
from commemoration.submissions.models import Submission
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from photos.models import ArchiveImage
from tests.factories.contributions import STEPS, accepted, agreed, sent_about
from tests.factories.graves import burial_site, buried
from tests.factories.invariants import broken_promises
from tests.factories.pages import build_site
from tests.factories.regiment import sent_picture
from tests.factories.staff import signed_in, staff_account
from tests.factories.visitor_forms import opened
from tributes.graves.contributions.forms import TellerForm
from tributes.graves.contributions.selectors.requests import open_requests
from tributes.graves.contributions.selectors.subjects import find_subjects, key_in, key_of
from tributes.graves.contributions.services.requests import close_request
from tributes.graves.contributions.services.sent import publish_told
from tributes.graves.enums import SHOWN_KINDS, BurialKind, RequestEnd, Told, ToldScope
from tributes.graves.models import Burial, BurialSite, Contribution, PhotoRequest
from tributes.graves.selectors import told as told_selectors
from tributes.graves.services.burials import publish_burial, withdraw_burial

pytestmark = pytest.mark.django_db
HOSTILE = '<script>alert(1)</script>\u202e"><img src=x onerror=alert(1)>'


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    return build_site()


@pytest.fixture
def person() -> Burial:
    return buried(burial_site("genk"), birth="1915", death="1944-09-09")


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def official(*records) -> list[dict]:
    """Everything that the records themselves say, with the rows that belong to them."""
    rows = [*records]
    for record in records:
        rows += [*record.texts.all(), *record.photos.all()]
        if isinstance(record, Burial) and record.named_person:
            rows += record.named_person.forms.all()
    return [model_to_dict(type(row).objects.get(pk=row.pk)) for row in rows]


def page_of(client, record, language: str = "en") -> str:
    path = "person" if isinstance(record, Burial) else "burial-site"
    name = record.number if isinstance(record, Burial) else record.slug
    return client.get(f"/{language}/{path}/{name}/").content.decode()


@pytest.mark.parametrize("told", Told.values)
def test_visitor_sends_from_the_page_to_the_page_and_withdraws(client, person, commit, told):
    """Every kind by the addresses that its sender uses, from the link on the page."""
    record = person
    if told == Told.RECOGNISED:
        record = buried(person.site, kind=BurialKind.UNKNOWN)
    before = official(record, record.site)
    shown = page_of(client, record, "ru")

    start = re.search(rf'href="(/ru/send/{told}/\?about=[-\w]+)"', shown)[1]
    asked = client.get(start).content.decode()
    begun = client.post(start, {"email": "irina@example.org", "opened": opened()})
    submission = Submission.objects.get()
    home = f"/ru/my/{submission.handle}/"
    agreement = {"name": "Ирина", "scopes": list(submission.of_kind.scopes)}
    steps = STEPS[told]
    for slug, fields in steps.items():
        assert client.get(f"{home}step/{slug}/").status_code == 200
        moved = client.post(f"{home}step/{slug}/", {**fields, "version": "0"})
        assert moved.status_code == 302, moved.content.decode()
    if told == Told.PHOTO:
        refused = client.post(f"{home}send/", agreement, follow=True)
        assert "отмечены выше" in refused.content.decode(), "a photograph is what it is about"
        sent_picture(submission)
    client.post(f"{home}send/", agreement)
    letter = OutboxMessage.objects.get(template="submission_confirm")
    phone = Client()
    confirm = phone.get(re.search(r"https?://[^/\s]+(/my/\S+)", letter.body)[1])["Location"]
    phone.post(confirm)

    assert begun["Location"].startswith(home)
    assert f'href="{record.get_absolute_url().replace("/en/", "/ru/")}"' in asked
    submission.refresh_from_db()
    assert (submission.state, submission.about) == ("waiting", key_of(record))
    assert not Contribution.objects.exists()

    with commit():
        accepted(submission)

    mine, shown = phone.get(home).content.decode(), page_of(client, record, "ru")
    published = OutboxMessage.objects.latest("pk")
    assert record.get_absolute_url().replace("/en/", "/ru/") in published.body
    if told == Told.REQUEST:
        assert published.template == "submission_photo_request_open"
        assert [*open_requests(record.site).values_list("note", flat=True)] == ["Третий ряд"]
        assert "Третий ряд" not in shown
    else:
        assert published.template == "submission_published"
        assert "Ирина, Exempleville" in shown
        assert shown.count('id="told-') == 1
        assert "#told" in mine
    assert official(record, record.site) == before
    with override("ru"):
        about = find_subjects([key_of(record)])[key_of(record)].title
        assert (told == Told.RECOGNISED) == about.endswith(f"\xa0{record.number}, {record.site}")
    letters = OutboxMessage.objects.filter(to="irina@example.org")
    assert letters.count() == 4
    for letter in letters:
        assert about.replace("\xa0", " ") in letter.subject
        assert about in letter.body.partition("\n\n")[0], "its first line"

    with commit():
        phone.post(f"{home}withdraw/")

    assert "Ирина" not in page_of(client, record, "ru")
    assert not open_requests(record.site).exists()
    assert not ArchiveImage.objects.filter(published_at__isnull=False).exists()
    assert official(record, record.site) == before

    with commit():
        phone.post(f"{home}erase/")

    assert not Contribution.objects.exists()
    assert not PhotoRequest.objects.exists()
    assert not ArchiveImage.objects.exists()
    assert not OutboxMessage.objects.filter(to="irina@example.org").exists()


def test_every_page_of_a_record_offers_its_forms(client, person):
    unknown = buried(person.site, kind=BurialKind.UNKNOWN)
    usual = {Told.CORRECTION, Told.PHOTO, Told.REQUEST}
    expected = {
        person: usual | {Told.RELATIVE},
        unknown: usual | {Told.RECOGNISED},
        person.site: usual | {Told.RELATIVE},
    }

    for record, kinds in expected.items():
        ways = re.findall(r'href="/en/send/([-\w]+)/\?about=([-\w]+)"', page_of(client, record))
        assert dict(ways) == {kind.value: key_of(record) for kind in kinds}


@pytest.mark.parametrize(
    "about",
    ["", "person-999999999", "site-0", "letter-1", "person-1'--", f"person-{'9' * 60}", "\x00"],
)
def test_form_about_no_record_is_not_there(client, person, about):
    assert client.get("/en/send/grave-photo/", {"about": about}).status_code == 404
    answer = client.post(
        f"/en/send/grave-photo/?about={about}".replace("\x00", "%00"),
        {"email": "irina@example.org", "opened": opened()},
    )
    assert answer.status_code == 404
    assert not Submission.objects.exists()


def test_record_that_was_never_public_is_not_told_of(client, person):
    hidden = burial_site("hidden", published=False)

    assert find_subjects([key_of(hidden)]) == {}
    assert client.get(f"/en/send/grave-photo/?about={key_of(hidden)}").status_code == 404
    assert find_subjects([key_of(person)])[key_of(person)].title == "Ivan Obraztsov"


def test_withdrawn_record_keeps_its_submissions_and_says_so(client, person):
    address = f"/en/send/grave-correction/?about={key_of(person)}"
    client.post(address, {"email": "irina@example.org", "opened": opened()})
    home = f"/en/my/{Submission.objects.get().handle}/"
    waiting = sent_about(person, Told.CORRECTION)
    done = accepted(sent_about(person, Told.RELATIVE))
    withdraw_burial(person)

    gone = client.get(address)
    step = client.get(f"{home}step/what/")
    saved = client.post(f"{home}step/what/", {**STEPS[Told.CORRECTION]["what"], "version": "0"})
    with pytest.raises(ValidationError, match="not public"):
        accepted(waiting)

    assert gone.status_code == 410
    assert "This record is not shown at present" in gone.content.decode()
    assert "not shown on the site at present" in step.content.decode()
    assert saved.status_code == 302
    assert client.get(f"/en/person/{person.number}/").status_code == 410
    assert done.of_kind.public_url(done.key, "en") == ""

    publish_burial(person)

    assert accepted(waiting).state == "published"
    assert page_of(client, person).count('id="told-') == 2


def test_hostile_words_stand_on_the_page_as_words(client, person):
    record = buried(person.site, kind=BurialKind.UNKNOWN)
    fields = {"text": [HOSTILE], "source": [HOSTILE]}
    teller = {"sender_town": [HOSTILE[:90]]}

    for told in (Told.CORRECTION, Told.RECOGNISED):
        step = next(iter(STEPS[told]))
        accepted(sent_about(record, told, **{step: fields, "teller": teller}))

    body = page_of(client, record)
    assert body.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 6
    assert "<script>alert(1)" not in body
    assert "<img src=x" not in body
    assert "\u202e" not in body


def test_first_name_of_who_tells_it_is_a_name():
    assert TellerForm({"sender_name": "Ирина"}).is_valid()
    assert list(TellerForm({"sender_name": "Ирина \U0001f600"}).errors) == ["sender_name"]


def test_too_much_and_nothing_are_refused_in_words(client, person):
    for told, step in ((Told.CORRECTION, "what"), (Told.RECOGNISED, "who")):
        address = f"/en/send/{told.value}/?about={key_of(person)}"
        client.post(address, {"email": "irina@example.org", "opened": opened()})
        page = f"/en/my/{Submission.objects.latest('pk').handle}/step/{step}/"

        empty = client.post(page, {"version": "0"}, follow=True)
        words = {"text": "а" * 4001, "source": "b", "part": "x"}
        long = client.post(page, {**words, "version": "0"}, follow=True)

        assert "Write how you know it" in empty.content.decode()
        assert "4000" in long.content.decode()


def test_relative_is_shown_only_as_agreed(client, person, commit):
    silent = accepted(sent_about(person, Told.RELATIVE, scopes=[ToldScope.KEPT]))
    hidden = page_of(client, person)
    told = sent_about(person, Told.RELATIVE, pictures=1)
    with commit():
        accepted(told)
    full = page_of(client, person)

    agreed(told, ToldScope.KEPT, ToldScope.PAGE)
    nameless = page_of(client, person)
    with commit():
        agreed(told, ToldScope.KEPT)

    assert "Это мой дед." not in hidden
    assert silent.of_kind.public_url(silent.key, "en") == ""
    assert "as you wished" in silent.of_kind.stage(silent)
    assert "Это мой дед." in full
    assert "Ирина, Exempleville" in full
    assert "Это мой дед." in nameless
    assert "Ирина" not in nameless
    assert "Это мой дед." not in page_of(client, person)
    assert ArchiveImage.objects.get().published_at is None


def test_photographs_of_the_stone_are_public_while_they_may_be(client, person, commit):
    submission = sent_about(person, Told.PHOTO, pictures=2)
    with commit():
        accepted(submission)
    images = list(ArchiveImage.objects.all())
    body = page_of(client, person)

    with commit():
        withdraw_submission(submission=submission)

    assert [body.count(str(image.uuid)) > 0 for image in images] == [True, True]
    assert "Снимок 2" in body
    assert not person.photos.exists(), "it is no photograph of the archive"
    for image in images:
        smallest = f"pictures/{image.uuid}/{image.derivatives[0]['width']}.jpg"
        assert not default_storage.exists(smallest)
    assert str(images[0].uuid) not in page_of(client, person)


def test_family_hears_when_a_photograph_comes(client, person, commit):
    site = person.site
    asked = accepted(sent_about(person, Told.REQUEST))
    of_site = accepted(sent_about(site, Told.REQUEST, email="boris@example.org"))
    waiting = page_of(client, person)
    here = [*open_requests(site)]

    with commit():
        came = accepted(sent_about(person, Told.PHOTO, pictures=1, email="vera@example.org"))

    request = PhotoRequest.objects.get(key=asked.key)
    letter = OutboxMessage.objects.get(template="submission_photo_request_closed")
    asked.refresh_from_db()
    assert "1 family waits for a photograph" in waiting
    assert [each.key for each in here] == [asked.key, of_site.key]
    assert (request.closed_how, request.note) == (RequestEnd.ARRIVED, "")
    assert (letter.to, letter.language) == ("irina@example.org", "ru")
    assert f"/ru/person/{person.number}/#told" in letter.body
    assert asked.state == "withdrawn"
    assert "has come" in asked.of_kind.stage(asked)
    assert [each.key for each in open_requests(site)] == [of_site.key]
    shown = page_of(client, person)
    assert "waits for a photograph" not in shown
    assert f"/en/object/?page=/en/person/{person.number}/" in shown
    assert "/en/object/" not in waiting, "nobody has sent anything that is shown there"
    later = accepted(sent_about(person, Told.REQUEST, email="olga@example.org"))
    publish_told(submission=came, values={"text": "Corrected"}, pictures=[*came.pictures.all()])
    assert later.key in [each.key for each in open_requests(site)], "nothing new has come"


def test_staff_close_a_request_once_with_words(person):
    asked = accepted(sent_about(person, Told.REQUEST))
    request = PhotoRequest.objects.get()

    first = close_request(request, how=RequestEnd.IMPOSSIBLE, words="Надгробия больше нет.")
    second = close_request(request, how=RequestEnd.ARRIVED)

    letters = OutboxMessage.objects.filter(template="submission_photo_request_closed")
    assert (first, second) == (True, False)
    assert "Надгробия больше нет." in letters.get().body
    erase_submission(submission=asked, reason=Reason.BY_SENDER, actor=Actor.SENDER)
    assert not PhotoRequest.objects.exists()


def test_nothing_is_public_without_a_consent_that_stands(person):
    """The database holds it, whatever a program does."""
    submission = accepted(sent_about(person, Told.CORRECTION))
    told = Contribution.objects.get()
    withdraw_consent(purpose=submission.kind, subject=submission.key)
    told.refresh_from_db()

    assert told.is_public is False
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.update(is_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.update(site=person.site)
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE graves_contribution DISABLE TRIGGER USER")
    assert "graves.told_by_consent_only" not in broken_promises()
    Contribution.objects.update(is_public=True)
    assert "graves.told_by_consent_only" in broken_promises(), "and a look finds it"


def test_page_says_how_many_older_contributions_are_not_shown(client, person, monkeypatch):
    monkeypatch.setattr(told_selectors, "MOST_SHOWN", 2)
    oldest = accepted(sent_about(person, Told.CORRECTION))
    accepted(sent_about(person, Told.CORRECTION))
    all_shown = page_of(client, person)
    accepted(sent_about(person, Told.CORRECTION))

    page = page_of(client, person)

    assert "older contribution" not in all_shown
    assert "1 older contribution is kept and not shown here" in " ".join(page.split())
    first = Contribution.objects.get(key=oldest.key).pk
    assert (f'id="told-{first}"' in all_shown, f'id="told-{first}"' in page) == (True, False)


def test_pages_cost_the_same_for_one_and_three_contributions(client, person):
    def costs() -> list[int]:
        found = []
        for record in (person, person.site):
            page_of(client, record)
            with CaptureQueriesContext(connection) as queries:
                page_of(client, record)
            found.append(len(queries))
        return found

    def one_more() -> None:
        for record in (person, person.site):
            for told in SHOWN_KINDS:
                accepted(sent_about(record, told, pictures=1))
            accepted(sent_about(record, Told.REQUEST))

    one_more()
    one = costs()
    one_more()
    one_more()

    assert costs() == one
    assert max(one) <= 12


def test_addresses_of_pages_are_read_as_keys(person):
    person_page = f"https://example.org/fr/person/{person.number}/"

    assert key_in(person_page) == key_of(person)
    assert key_in(f"/burial-site/{person.site.slug}/?sort=birth") == key_of(person.site)
    for address in ("", "https://example.org/fr/person/999999/", "/burial-site/none/", "person"):
        assert key_in(address) == ""
    assert BurialSite.objects.count() == 1


def test_staff_see_who_waits_and_tell_them(person):
    for address in ("irina@example.org", "boris@example.org"):
        accepted(sent_about(person, Told.REQUEST, email=address))
    first = PhotoRequest.objects.first()
    editor = signed_in(staff_account("vera", EMBASSY_EDITORS))
    stranger = signed_in(staff_account("claire", CENTRE_EDITORS))
    address = f"/admin/photo-requests/{first.pk}/"

    listed = editor.get("/admin/photo-requests/").content.decode()
    nothing = editor.post(address, {"words": "x"})
    closed = editor.post(address, {"how": "impossible", "words": "Надгробия больше нет."})

    assert listed.count("Третий ряд") == 2
    assert nothing.status_code == 422
    assert closed["Location"] == "/admin/photo-requests/"
    letter = OutboxMessage.objects.get(template="submission_photo_request_closed")
    assert "Надгробия больше нет." in letter.body
    assert editor.get("/admin/photo-requests/").content.decode().count("Третий ряд") == 1
    assert editor.get(address).status_code == 404
    assert stranger.get("/admin/photo-requests/").status_code != 200


def test_staff_see_the_record_beside_what_was_sent(person):
    submission = sent_about(person, Told.PHOTO, pictures=1)
    accepted(sent_about(person, Told.REQUEST, email="boris@example.org"))
    editor = signed_in(staff_account("vera", EMBASSY_EDITORS))

    review = editor.get(f"/admin/submissions/one/{submission.handle}/").content.decode()
    queue = editor.get("/admin/submissions/?kind=grave-photo").content.decode()
    other = editor.get("/admin/submissions/?kind=grave-correction").content.decode()
    wrong = editor.get(
        "/admin/submissions/enter/", {"kind": "grave-relative", "language": "ru", "about": "/x/"}
    )
    paper = editor.get(
        "/admin/submissions/enter/",
        {"kind": "grave-relative", "language": "ru", "about": f"/en/person/{person.number}/"},
    )

    assert f'href="/en/person/{person.number}/"' in review
    assert f"/admin/snippets/graves/burial/edit/{person.pk}/" in review
    assert "born: 1915; died: 9 September 1944" in review
    assert "1 family waits for a photograph of it, and is told" in review
    assert "Ivan Obraztsov" in queue
    assert "Ivan Obraztsov" not in other
    assert "This is not the page of a person" in wrong.content.decode()
    assert paper["Location"].endswith(f"?about={key_of(person)}")
    assert editor.get(paper["Location"]).status_code == 200
    assert editor.get(paper["Location"].partition("?")[0]).status_code == 404


def test_screen_of_a_review_asks_for_its_record_no_oftener_than_needed(person):
    submission = sent_about(person, Told.PHOTO, pictures=1)
    address = f"/admin/submissions/one/{submission.handle}/"
    editor = signed_in(staff_account("vera", EMBASSY_EDITORS))
    editor.get(address)

    with CaptureQueriesContext(connection) as queries:
        assert editor.get(address).status_code == 200

    of_the_record = [each for each in queries if 'FROM "graves_burial"' in each["sql"]]
    assert len(of_the_record) <= 3, "its title, what it is about, and hints"
