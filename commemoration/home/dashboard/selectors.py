"""What waits for a member of staff: read in a fixed number of queries, however much there is."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.admin.utils import quote
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext
from wagtail.models import Locale, Page, TaskState, get_default_page_content_type

from commemoration.core.accounts.models import User
from commemoration.core.accounts.selectors import is_site_manager, sections_of
from commemoration.core.imports.enums import CLOSED_STATES
from commemoration.core.imports.models import ImportBatch
from commemoration.core.imports.permissions import visible_batches
from commemoration.core.outbox.selectors import undelivered_letters
from commemoration.home.models import SectionPage
from commemoration.submissions.selectors.objections import (
    OpenObjection,
    count_open_objections,
    open_objections,
)
from commemoration.submissions.selectors.queue import RELATED, title_of
from commemoration.submissions.selectors.waiting import waiting_submissions
from photos.models.error_reports import ErrorReport
from photos.models.records import Photo
from photos.querysets import ErrorReportQuerySet
from photos.selectors.error_reports import waiting_reports
from photos.selectors.gaps import gap_counts, gap_labels
from photos.selectors.tiles import failed_pictures

ROWS_SHOWN = 8
LONGEST_TITLE = 100
FORGOTTEN_AFTER = timedelta(days=30)


@dataclass(frozen=True)
class Row:
    """One thing that waits. `note` says what it lacks, `since` how long it has waited."""

    title: str
    url: str | None
    note: str = ""
    since: datetime | None = None


@dataclass(frozen=True)
class Waiting:
    """The first rows, and how many there are in all."""

    rows: list[Row] = field(default_factory=list)
    total: int = 0

    @property
    def more(self) -> int:
        return self.total - len(self.rows)


def in_moderation(user: User) -> Waiting:
    """Pages and photographs that this person can approve."""
    states = TaskState.objects.reviewable_by(user)
    states = states.select_related(
        "revision", "workflow_state__content_type", "workflow_state__requested_by"
    )
    rows = [
        Row(
            title=state.revision.object_str or str(state.workflow_state.object_id),
            url=edit_url(state.workflow_state),
            note=requester(state.workflow_state),
            since=state.started_at,
        )
        for state in states.order_by("started_at")[:ROWS_SHOWN]
    ]
    return Waiting(rows, states.count())


def requester(workflow_state) -> str:
    person = workflow_state.requested_by
    return (person.get_full_name() or person.get_username()) if person else ""


def edit_url(workflow_state) -> str | None:
    key = workflow_state.object_id
    if workflow_state.base_content_type_id == get_default_page_content_type().pk:
        return reverse("wagtailadmin_pages:edit", args=[key])
    model = workflow_state.content_type.model_class()
    return photo_url(key) if model is Photo else None


def photo_url(key) -> str | None:
    view_set = getattr(Photo, "snippet_viewset", None)
    return reverse(view_set.get_url_name("edit"), args=[quote(key)]) if view_set else None


def pages_of(user: User) -> QuerySet[Page]:
    """The pages that this person looks after: those of the sections, or all for a manager."""
    pages = Page.objects.filter(depth__gt=1)
    if is_site_manager(user):
        return pages
    below = Q(pk__in=[])
    for path in SectionPage.objects.filter(section__in=sections_of(user)).values_list(
        "path", flat=True
    ):
        below |= Q(path__startswith=path)
    return pages.filter(below)


def untranslated_pages(user: User) -> Waiting:
    """Published pages that some language does not have yet."""
    codes = list(Locale.objects.values_list("language_code", flat=True))
    published = pages_of(user).filter(live=True, alias_of=None)
    groups = (
        published.values("translation_key")
        .annotate(number=Count("locale", distinct=True), first=Min("pk"))
        .filter(number__lt=len(codes))
        .annotate(present=ArrayAgg("locale__language_code", distinct=True))
        .order_by("first")
    )
    shown = list(groups[:ROWS_SHOWN])
    pages = Page.objects.in_bulk([group["first"] for group in shown])
    rows = [
        Row(
            title=pages[group["first"]].title,
            url=reverse("wagtailadmin_pages:edit", args=[group["first"]]),
            note=names_of([code for code in codes if code not in group["present"]]),
        )
        for group in shown
    ]
    return Waiting(rows, groups.count())


def names_of(codes: list[str]) -> str:
    names = dict(settings.LANGUAGES)
    return ", ".join(str(names.get(code, code)) for code in codes)


def untranslated_photos(user: User) -> dict[str, int]:
    """For each language, how many published photographs of one's sections have no text in it."""
    counts = gap_counts(published_photos(user))
    numbers = {code: counts[f"title-{code}"] for code, _name in settings.LANGUAGES}
    return {code: number for code, number in numbers.items() if number}


def gaps_in_photos(user: User) -> Waiting:
    """What published photographs of one's sections lack, but for languages; by kind of gap."""
    counts, labels = gap_counts(published_photos(user)), gap_labels()
    rows = [
        Row(labels[name], f"{reverse('photo_gaps')}?state=live&missing={name}", note=str(number))
        for name, number in counts.items()
        if number and "-" not in name
    ]
    failed = failed_pictures(user).count()
    if failed:
        rows.append(Row(gettext("Pictures without tiles"), reverse("photo_tiles"), str(failed)))
    return Waiting(rows, len(rows))


def published_photos(user: User) -> QuerySet[Photo]:
    return Photo.objects.published().filter(collection__section__in=sections_of(user))


def unfinished_imports(user: User) -> Waiting:
    """Lists that wait for a decision, or are still being worked on."""
    batches = visible_batches(user) & ImportBatch.objects.exclude(state__in=CLOSED_STATES)
    rows = [
        Row(
            title=batch.original_name,
            url=reverse("imports:batch", args=[batch.pk]),
            note=batch.get_state_display(),
            since=batch.created_at,
        )
        for batch in batches.order_by("created_at")[:ROWS_SHOWN]
    ]
    return Waiting(rows, batches.count())


def open_error_reports(user: User) -> ErrorReportQuerySet:
    return ErrorReport.objects.open().of_sections(sections_of(user))


def reported_errors(user: User) -> Waiting:
    """Photographs about which readers have reported errors that nobody has decided on yet."""
    reports = open_error_reports(user)
    rows = [
        Row(title=each.accession, url=each.url, note=each.words, since=each.since)
        for each in waiting_reports(reports, ROWS_SHOWN)
    ]
    return Waiting(rows, reports.aggregate(photos=Count("photo", distinct=True))["photos"])


def submissions_to_review(user: User) -> Waiting:
    """What the public has sent and this person can decide on, the longest wait first."""
    submissions = waiting_submissions(user)
    rows = [
        Row(
            title=title_of(each),
            url=reverse("submission_queue:review", args=[each.handle]),
            note=str(each.of_kind.title),
            since=each.sent_at,
        )
        for each in submissions.select_related(*RELATED)[:ROWS_SHOWN]
    ]
    return Waiting(rows, submissions.order_by().count())


def objections_to_answer(user: User) -> Waiting:
    """Objections of third persons that this person decides on, the first due first."""
    rows = [
        Row(
            title=Truncator(each.objection.words.page).chars(LONGEST_TITLE),
            url=reverse("submission_queue:objection", args=[each.objection.handle]),
            note=_due_note(each),
            since=each.objection.state_since,
        )
        for each in open_objections(user, ROWS_SHOWN)
    ]
    return Waiting(rows, count_open_objections(user).number if rows else 0)


def _due_note(waiting: OpenObjection) -> str:
    day = date_format(timezone.localtime(waiting.objection.due_at))
    if waiting.is_late:
        return gettext("overdue since %(day)s") % {"day": day}
    return gettext("to be answered by %(day)s") % {"day": day}


def letters_not_delivered() -> Waiting:
    """Letters that were refused or given up; shown by where they went."""
    letters = undelivered_letters()
    rows = [
        Row(
            title=letter.domain,
            url=reverse("letters:undelivered"),
            note=letter.get_status_display(),
            since=letter.closed_at,
        )
        for letter in letters[:ROWS_SHOWN]
    ]
    return Waiting(rows, letters.count())


def forgotten_drafts(user: User) -> Waiting:
    """Changes to pages and photographs that have lain unpublished for a month."""
    limit = timezone.now() - FORGOTTEN_AFTER
    old = {"has_unpublished_changes": True, "latest_revision__created_at__lt": limit}
    pages = pages_of(user).filter(alias_of=None, **old)
    photos = Photo.objects.filter(collection__section__in=sections_of(user), **old)
    found = [
        Row(title, reverse("wagtailadmin_pages:edit", args=[key]), since=since)
        for key, title, since in oldest(pages, "draft_title")
    ]
    found += [
        Row(accession, photo_url(key), since=since)
        for key, accession, since in oldest(photos, "accession")
    ]
    found.sort(key=lambda row: row.since)
    return Waiting(found[:ROWS_SHOWN], pages.count() + photos.count())


def oldest(drafts: QuerySet, name: str) -> QuerySet:
    rows = drafts.order_by("latest_revision__created_at")
    return rows.values_list("pk", name, "latest_revision__created_at")[:ROWS_SHOWN]
