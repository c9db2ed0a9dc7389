"""What the roles ask for: one public and one hidden thing of each kind, and what families sent.

The parts of the addresses are named by what stands in them: `{waiting}`, `{hidden}`.
"""

from dataclasses import dataclass
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from commemoration.core.accounts.groups import SITE_MANAGERS
from commemoration.core.consent.models import ConsentRecord
from commemoration.core.enums import Section
from commemoration.submissions.enums import Actor, Answer, Reason
from commemoration.submissions.links import LinkPurpose, sign_objection, sign_pass
from commemoration.submissions.models import (
    AnswerText,
    Contact,
    DeniedName,
    Objection,
    Submission,
    SubmittedPicture,
)
from commemoration.submissions.services.drafts import begin_draft
from commemoration.submissions.services.endings import erase_submission
from commemoration.submissions.services.objections import confirm_objection, raise_objection
from commemoration.submissions.services.review import approve
from photos.models import Collection
from photos.models.images import ArchiveImage
from tests.factories import caretakers, contributions, graves, organisations, regiment, veterans
from tests.factories.pages import build_site, standard_page
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import staff_account, superuser
from tests.factories.worker import work_off_tasks
from tributes.graves.caretakers.links import sign_access
from tributes.graves.enums import Told
from tributes.graves.models import BurialSite, Caretaker, CaretakerReport, Ceremony
from tributes.regiment.enums import CONSENT
from tributes.regiment.kind import regiment_kind
from tributes.regiment.models import RegimentEntry

UNKNOWN = "abcdefghjkmn"  # of the form of a handle
NONE = {"none": 2_000_000_000}  # a number that no row has, however many were made before
Values = dict[str, dict[str, object]]
"""For each part of an address: what may stand in it, by the word that the table has for it."""


@dataclass
class Objects:
    """`values` by the beginning of an address: the first that knows a part is asked.

    `families` are two people with the submissions that are theirs, by handle; `links` are what
    else was written to them.
    """

    values: dict[str, Values]
    families: dict[str, dict[str, Submission]]
    links: dict[str, list[str]]


def make_objects() -> Objects:
    one = {"waiting": _sent("one@example.org"), "published": _published("one@example.org")}
    one["draft"] = begin_draft(kind=regiment_kind(), language="en", email="one@example.org")
    one["erased"] = _erased("one@example.org")
    two = _sent("two@example.org")
    site = graves.burial_site()
    told = contributions.sent_about(site, Told.CORRECTION)
    neighbours = {"family one": caretakers.caretaker(site), "family two": caretakers.caretaker()}
    objection = _objection()
    values = (
        _of_families(one, two, told)
        | _of_neighbours(site, neighbours["family one"], one["waiting"])
        | _of_objections(objection)
        | _of_the_regiment(one)
        | _of_graves(site)
        | _of_veterans()
        | _of_photographs()
        | _of_files(one["waiting"])
        | _of_pages()
    )
    work_off_tasks()
    return Objects(
        values,
        families={
            "family one": {each.handle: each for each in one.values()},
            "family two": {two.handle: two},
        },
        links={
            "family one": [
                f"/caretaker/{sign_access(neighbours['family one'])}/",
                f"/object/{sign_objection(objection)}/",
            ],
            "family two": [f"/caretaker/{sign_access(neighbours['family two'])}/"],
        },
    )


def _of_families(
    one: dict[str, Submission], two: Submission, told: Submission
) -> dict[str, Values]:
    handles = {name: each.handle for name, each in one.items()}
    pictures = {
        "own picture": _picture_of(one["waiting"]).uuid,
        "picture of family two": _picture_of(two).uuid,
    }
    record = ConsentRecord.objects.get(purpose=CONSENT, subject=one["waiting"].key)
    return {
        "my/": {
            "handle": {name: handles[name] for name in ("waiting", "published", "erased")},
            "uuid": pictures,
            "step": {"who": "who", "no such step": "nowhere"},
            "token": {
                "link": sign_pass(one["waiting"]),
                "confirming link": sign_pass(one["waiting"], LinkPurpose.CONFIRM),
                "cut link": sign_pass(one["waiting"])[:-2],
            },
        },
        "admin/submissions/one/": {
            "handle": {
                **{name: handles[name] for name in ("draft", "waiting", "published")},
                "told of a grave": told.handle,
            },
            "uuid": pictures,
        },
        "admin/submissions/enter/": {"kind": {"regiment": "regiment"}, "language": {"ru": "ru"}},
        "admin/snippets/submissions/deniedname/": _rows(_denied_name()),
        "admin/snippets/submissions/answertext/": _rows(_answer_text()),
        "admin/consents/": {
            "purpose": {"regiment": CONSENT},
            "subject": {"waiting": one["waiting"].key},
            "record": {"record": record.pk},
        },
        "admin/snippets/core/consenttext/": _rows(record.text),
        "send/": {"kind": {"regiment": "regiment", "no such kind": "nothing"}},
    }


def _of_neighbours(
    site: BurialSite, neighbour: Caretaker, of_a_family: Submission
) -> dict[str, Values]:
    browser = caretakers.opened_by(neighbour)
    address = caretakers.pages_of(neighbour, site)
    assert browser.post(address, caretakers.sending()).status_code == 302
    report = CaretakerReport.objects.get(caretaker=neighbour)
    return {
        "admin/snippets/graves/caretaker/": _rows(neighbour),
        "caretaker/": {
            "handle": {"own": neighbour.handle, "unknown": UNKNOWN},
            "submission": {"own": report.submission.handle, "waiting": of_a_family.handle},
            "slug": {"public": site.slug},
            "uuid": {"picture of family one": _picture_of(of_a_family).uuid},
            "token": {"link": sign_access(neighbour), "cut link": "cut-short"},
        },
    }


def _of_objections(objection: Objection) -> dict[str, Values]:
    handles = {"own": objection.handle, "unknown": UNKNOWN}
    return {
        "admin/submissions/objections/": {"handle": handles},
        "object/": {
            "handle": handles,
            "token": {"link": sign_objection(objection), "cut link": "cut-short"},
        },
    }


def _of_the_regiment(one: dict[str, Submission]) -> dict[str, Values]:
    entry = RegimentEntry.objects.get(key=one["published"].key)
    person = entry.named_person
    return {
        "admin/snippets/regiment/": _rows(entry),
        "admin/people-names/form/": {"pk": {"form": person.forms.first().pk}},
        "admin/people-names/": {"pk": {"person": person.pk}},
        "regiment/": {
            "number": {"published": entry.number, "none": 99},
            "file": {"a4.pdf": "a4.pdf", "phone.png": "phone.png"},
        },
    }


def _of_graves(site: BurialSite) -> dict[str, Values]:
    hidden_site = graves.burial_site(published=False)
    person, hidden_person = (graves.buried(site, published=flag) for flag in (True, False))
    known, unknown = (
        organisations.organisation(f"front-{flag}", published=flag) for flag in (True, False)
    )
    ceremony = Ceremony.objects.create(site=site, date="2020-05-08")
    return {
        "admin/snippets/graves/ceremony/": _rows(ceremony),
        "admin/snippets/graves/burialsite/": _rows(site),
        "admin/snippets/graves/burial/": _rows(person),
        "admin/snippets/organisations/": _rows(known),
        "burial-site/": {"slug": {"public": site.slug, "hidden": hidden_site.slug}},
        "person/": {"number": {"public": person.number, "none": hidden_person.number or 98}},
        "organisation/": {"slug": {"public": known.slug, "hidden": unknown.slug}},
    }


def _of_veterans() -> dict[str, Values]:
    veteran, hidden = veterans.veteran(), veterans.veteran(published=False)
    shown, unshown = (veterans.presentation(published=flag) for flag in (True, False))
    return {
        "admin/snippets/veterans/veteran/": _rows(veteran),
        "admin/snippets/veterans/medalpresentation/": _rows(shown),
        "admin/snippets/veterans/medal/": _rows(veterans.medal()),
        "veteran-pictures/": {
            "uuid": {"none": uuid4()},
            "width": {"320": 320},
            "form": {"jpg": "jpg"},
        },
        "veteran/": {"number": {"public": veteran.number, "none": hidden.number or 98}},
        "medal-presentation/": {"slug": {"public": shown.slug, "hidden": unshown.slug}},
    }


def _of_photographs() -> dict[str, Values]:
    public, hidden = (PhotoFactory(published=flag) for flag in (True, False))
    collection = Collection.objects.get(pk=CollectionFactory().pk)
    slugs = {"public": public.slug, "hidden": hidden.slug}
    pictures = {"public": public.image.uuid, "hidden": hidden.image.uuid}
    return {
        "admin/snippets/photos/collection/": _rows(collection),
        "admin/snippets/photos/photo/": _rows(public),
        "photo/": {"slug": slugs, "width": {"48": 48}, "form": {"bib": "bib"}},
        "data/photos/": {"slug": slugs},
        "iiif/presentation/3/photo/": {"slug": slugs},
        "iiif/presentation/3/collection/": {
            "slug": {"public": public.collection.slug},
            "number": {"1": 1},
        },
        "iiif/3/": {"uuid": pictures, "name": {"whole": "full/max/0/default.jpg"}},
        "iiif/discovery/": {"number": {"0": 0}},
        "media/pictures/": {"uuid": pictures, "name": {"48.jpg": "48.jpg"}},
    }


def _of_files(waiting: Submission) -> dict[str, Values]:
    private = ArchiveImage.objects.first().file.name
    default_storage.save("notes/public.txt", ContentFile(b"public"))
    return {
        "admin/files/": {"name": {"private file": private}},
        "media/": {
            "name": {
                "public file": "notes/public.txt",
                "private file": private,
                "sent picture": f"../submitted/{_picture_of(waiting).picture.name}",
            }
        },
    }


def _of_pages() -> dict[str, Values]:
    section = build_site().sections[Section.EMBASSY]["en"]
    draft = standard_page(section, slug="unpublished", live=False)
    colleague = staff_account("colleague", SITE_MANAGERS)
    return {
        "admin/imports/": {"key": {"photos": "photos"}},
        "admin/second-factor/reset/": {"pk": {"colleague": colleague.pk}},
        "sitemap": {"kind": {"regiment": "regiment"}, "number": {"1": 1}},
        "dev/mail/": {"name": {"none": "none"}},
        "documents/": {"_0": NONE, "_1": {"none": "none.pdf"}, "restriction_id": NONE},
        "_util/": {"page_view_restriction_id": NONE, "page_id": NONE},
        "": {"_0": {"section": "embassy/", "unpublished page": f"embassy/{draft.slug}/"}},
    }


def _rows(row) -> Values:
    """The parts of the addresses of Wagtail's screens about a record."""
    versions = getattr(row, "latest_revision", None)
    named = {name: {"row": row.pk} for name in ("pk", "object_id")}
    if versions is None:
        return named
    parts = ("revision_id", "revision_id_a", "revision_id_b")
    return named | {name: {"version": versions.pk} for name in parts}


def _denied_name() -> DeniedName:
    return DeniedName.objects.create(surname="Example")


def _answer_text() -> AnswerText:
    return AnswerText.objects.create(
        answer=Answer.REJECT, reason=Reason.ABUSE, language="en", text="An example."
    )


def _objection() -> Objection:
    raised = raise_objection(
        page="http://testserver/en/", who="shown", why="Me.", email="one@example.org", language="en"
    )
    return confirm_objection(raised)


def _sent(email: str) -> Submission:
    submission = regiment.sent(pictures=1)
    Contact.objects.filter(submission=submission).update(email=email)
    submission.refresh_from_db()
    return submission


def _published(email: str) -> Submission:
    submission = _sent(email)
    staff = superuser(f"root-{submission.pk}")
    approve(submission=submission, user=staff, seen_version=submission.words.version)
    submission.refresh_from_db()
    return submission


def _erased(email: str) -> Submission:
    submission = _sent(email)
    erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)
    submission.refresh_from_db()
    return submission


def _picture_of(submission: Submission) -> SubmittedPicture:
    return submission.pictures.get()
