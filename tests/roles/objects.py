"""What the roles ask for: one public and one hidden thing of each kind, and what families sent.

The parts of the addresses are named by what stands in them: `{waiting}`, `{hidden}`.
"""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from commemoration.core.consent.models import ConsentRecord
from commemoration.core.enums import Section
from commemoration.submissions.enums import Actor, Reason
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Contact, Submission, SubmittedPicture
from commemoration.submissions.services.drafts import begin_draft
from commemoration.submissions.services.endings import erase_submission
from commemoration.submissions.services.review import approve
from photos.models import Collection
from tests.factories import graves, organisations, regiment, veterans
from tests.factories.pages import build_site, standard_page
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import superuser
from tests.factories.worker import work_off_tasks
from tributes.regiment.enums import CONSENT
from tributes.regiment.kind import regiment_kind
from tributes.regiment.models import RegimentEntry

UNKNOWN = "abcdefghjkmn"  # of the form of a handle
Values = dict[str, dict[str, object]]
"""For each part of an address: what may stand in it, by the word that the table has for it."""


@dataclass
class Objects:
    """`values` by the beginning of an address: the first that knows a part is asked.

    `families` are two people with the submissions that are theirs, by handle.
    """

    values: dict[str, Values]
    families: dict[str, dict[str, Submission]] = field(default_factory=dict)


def make_objects() -> Objects:
    one = {"waiting": _sent("one@example.org"), "published": _published("one@example.org")}
    one["draft"] = begin_draft(kind=regiment_kind(), language="en", email="one@example.org")
    one["erased"] = _erased("one@example.org")
    two = _sent("two@example.org")
    families = {
        "family one": {each.handle: each for each in one.values()},
        "family two": {two.handle: two},
    }
    return Objects(_values(one, two), families)


def _values(one: dict[str, Submission], two: Submission) -> dict[str, Values]:
    entry = RegimentEntry.objects.get(key=one["published"].key)
    record = ConsentRecord.objects.get(purpose=CONSENT, subject=one["waiting"].key)
    own, theirs = _picture_of(one["waiting"]), _picture_of(two)
    public, hidden = (PhotoFactory(published=flag) for flag in (True, False))
    collection = Collection.objects.get(pk=CollectionFactory().pk)
    site, hidden_site = (graves.burial_site(published=flag) for flag in (True, False))
    person, hidden_person = (graves.buried(site, published=flag) for flag in (True, False))
    veteran = veterans.veteran()
    hidden_veteran = veterans.veteran(published=False)
    shown, unshown = (veterans.presentation(published=flag) for flag in (True, False))
    known, unknown = (
        organisations.organisation(f"front-{flag}", published=flag) for flag in (True, False)
    )
    section = build_site().sections[Section.EMBASSY]["en"]
    draft = standard_page(section, slug="unpublished", live=False)
    default_storage.save("notes/public.txt", ContentFile(b"public"))
    handles = {name: each.handle for name, each in one.items()}
    work_off_tasks()
    return {
        "my/": {
            "handle": {name: handles[name] for name in ("waiting", "published", "erased")},
            "uuid": {"own picture": own.uuid, "picture of family two": theirs.uuid},
            "step": {"who": "who", "no such step": "nowhere"},
            "token": {
                "link": sign_pass(one["waiting"]),
                "confirming link": sign_pass(one["waiting"], LinkPurpose.CONFIRM),
                "cut link": sign_pass(one["waiting"])[:-2],
            },
        },
        "admin/submissions/one/": {
            "handle": {name: handles[name] for name in ("draft", "waiting", "published")},
            "uuid": {"own picture": own.uuid, "picture of family two": theirs.uuid},
        },
        "admin/submissions/objections/": {"handle": {"unknown": UNKNOWN}},
        "admin/submissions/enter/": {"kind": {"regiment": "regiment"}, "language": {"ru": "ru"}},
        "admin/consents/": {
            "purpose": {"regiment": CONSENT},
            "subject": {"waiting": one["waiting"].key},
            "record": {"record": record.pk},
        },
        "admin/files/": {"name": {"private file": public.image.file.name}},
        "admin/imports/": {"pk": {"none": 1}, "key": {"photos": "photos"}},
        "admin/snippets/regiment/": _rows(entry),
        "admin/snippets/graves/burialsite/": _rows(site),
        "admin/snippets/graves/burial/": _rows(person),
        "admin/snippets/organisations/": _rows(known),
        "admin/snippets/photos/collection/": _rows(collection),
        "admin/snippets/photos/photo/": _rows(public),
        "admin/snippets/veterans/veteran/": _rows(veteran),
        "admin/snippets/veterans/medalpresentation/": _rows(shown),
        "admin/snippets/veterans/medal/": _rows(veterans.medal()),
        "admin/snippets/core/consenttext/": _rows(record.text),
        "admin/people-names/": {"pk": {"person": entry.named_person_id}},
        "regiment/": {
            "number": {"published": entry.number, "none": 99},
            "file": {"a4.pdf": "a4.pdf", "phone.png": "phone.png"},
        },
        "send/": {"kind": {"regiment": "regiment", "no such kind": "nothing"}},
        "photo/": {
            "slug": {"public": public.slug, "hidden": hidden.slug},
            "width": {"48": 48},
            "form": {"bib": "bib"},
        },
        "data/photos/": {"slug": {"public": public.slug, "hidden": hidden.slug}},
        "iiif/presentation/3/photo/": {"slug": {"public": public.slug, "hidden": hidden.slug}},
        "iiif/presentation/3/collection/": {
            "slug": {"public": public.collection.slug},
            "number": {"1": 1},
        },
        "iiif/3/": {
            "uuid": {"public": public.image.uuid, "hidden": hidden.image.uuid},
            "name": {"whole": "full/max/0/default.jpg"},
        },
        "object/": {"handle": {"unknown": UNKNOWN}, "token": {"cut link": "cut-short"}},
        "caretaker/": {
            "handle": {"unknown": UNKNOWN},
            "submission": {"waiting": handles["waiting"]},
            "slug": {"public": site.slug},
            "uuid": {"own picture": own.uuid},
            "token": {"cut link": "cut-short"},
        },
        "media/pictures/": {
            "uuid": {"public": public.image.uuid, "hidden": hidden.image.uuid},
            "name": {"48.jpg": "48.jpg"},
        },
        "media/": {
            "name": {
                "public file": "notes/public.txt",
                "private file": public.image.file.name,
                "sent picture": f"../submitted/{own.picture.name}",
            }
        },
        "burial-site/": {"slug": {"public": site.slug, "hidden": hidden_site.slug}},
        "person/": {"number": {"public": person.number, "none": hidden_person.number or 98}},
        "veteran-pictures/": {
            "uuid": {"none": own.uuid},
            "width": {"320": 320},
            "form": {"jpg": "jpg"},
        },
        "veteran/": {"number": {"public": veteran.number, "none": hidden_veteran.number or 98}},
        "medal-presentation/": {"slug": {"public": shown.slug, "hidden": unshown.slug}},
        "organisation/": {"slug": {"public": known.slug, "hidden": unknown.slug}},
        "sitemap": {"kind": {"regiment": "regiment"}, "number": {"1": 1}},
        "iiif/discovery/": {"number": {"0": 0}},
        "dev/mail/": {"name": {"none": "none"}},
        "documents/": {"_0": {"1": 1}, "_1": {"none": "none.pdf"}, "restriction_id": {"1": 1}},
        "_util/": {"page_view_restriction_id": {"1": 1}, "page_id": {"1": 1}},
        "": {"_0": {"section": "embassy/", "unpublished page": f"embassy/{draft.slug}/"}},
    }


def _rows(row) -> Values:
    return {name: {"row": row.pk} for name in ("pk", "object_id")}


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
