"""Where a photograph or a picture is used: what staff have chosen it for, and what chose itself.

What somebody has chosen is known to Wagtail's index of references, which follows foreign keys,
texts and the blocks of every page; what a page's draft has chosen, is read from the draft. The rest
is decided by rules of the archive: which photograph stands for a collection for which nobody has
chosen one, and which version still shows a picture.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex, Revision

from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.selectors.listings import lead_photo_ids
from photos.selectors.page_drafts import pages_with_draft_showing
from photos.selectors.usage import versions_with_picture


@dataclass(frozen=True)
class Use:
    """One place. `owner` is what uses it, `how` in which field, `loss` what its deletion does."""

    owner: Any
    how: str
    loss: str
    forbids: bool = False

    @property
    def kind(self) -> str:
        return capfirst(self.owner._meta.verbose_name)


def uses_of(record: Photo | ArchiveImage) -> list[Use]:
    """Every place, those that forbid deletion first. At most ten queries, whatever the number."""
    uses = _chosen(record)
    uses += _in_drafts(record, besides={use.owner for use in uses})
    if isinstance(record, Photo):
        uses += [*_by_itself(record), *_pages_listing(record), *_sharing_pictures(record)]
    else:
        uses += _versions(record)
    return sorted(uses, key=lambda use: not use.forbids)


def _in_drafts(record, *, besides: set[Any]) -> list[Use]:
    """Pages that visitors see without it, and whose draft has chosen it."""
    pages = [page for page in pages_with_draft_showing(record) if page not in besides]
    how, loss = _("Chosen in a draft that is not published yet"), _("the draft is left without it")
    return [Use(page, how, loss) for page in pages]


def _chosen(record) -> list[Use]:
    references = ReferenceIndex.get_references_to(record).select_related("base_content_type")
    by_owner = defaultdict(list)
    for each in references.order_by("base_content_type", "object_id", "model_path"):
        by_owner[each.base_content_type, each.object_id].append(each)
    owners = _owners(by_owner)
    return [
        Use(
            owner=owners[key],
            how=", ".join(dict.fromkeys(str(each.describe_source_field()) for each in found)),
            loss=", ".join(dict.fromkeys(str(each.describe_on_delete()) for each in found)),
            forbids=any(each.on_delete is models.PROTECT for each in found),
        )
        for key, found in by_owner.items()
        if key in owners
    ]


def _owners(keys) -> dict[tuple, Any]:
    """The records behind the index's keys, fetched together; those that are gone are left out."""
    ids = defaultdict(list)
    for kind, key in keys:
        ids[kind].append(key)
    return {
        (kind, str(owner.pk)): owner
        for kind, wanted in ids.items()
        for owner in kind.model_class()._base_manager.filter(pk__in=wanted)
    }


def _by_itself(photo: Photo) -> list[Use]:
    """Nobody has chosen it, and yet it is what stands for its collection."""
    collection = Collection.objects.filter(pk=photo.collection_id)
    leads = lead_photo_ids(collection).exclude(lead_photo=photo.pk)
    if (photo.pk,) not in set(leads):
        return []
    return [
        Use(
            owner=collection.get(),
            how=_(
                "Stands for the collection at the entrance of the archive and on the home page, "
                "since no other photograph is chosen"
            ),
            loss=_("the next published photograph takes its place"),
        )
    ]


def _pages_listing(photo: Photo) -> list[Use]:
    if not photo.is_public:
        return []
    pages = photo.collection.pages.filter(live=True).select_related("locale")
    how = _("Listed there with its collection")
    return [Use(page, how, _("it is no longer listed")) for page in pages.order_by("path")]


def _sharing_pictures(photo: Photo) -> list[Use]:
    """Other records that show one of the same scans; their rights share its limit."""
    shown = Q(image__in=photo.picture_ids) | Q(verso__in=photo.picture_ids)
    others = Photo.objects.filter(shown).exclude(pk=photo.pk)
    how = _("Shows the same picture")
    return [Use(other, how, _("nothing changes there")) for other in others.visible_order()]


def _versions(image: ArchiveImage) -> list[Use]:
    """Versions of photographs that show the picture where the record itself does not."""
    now = Photo.objects.filter(Q(image=image) | Q(verso=image)).values_list("pk", flat=True)
    keys = {int(key) for key in _keys(versions_with_picture(image))} - set(now)
    photos = Photo.objects.filter(pk__in=keys).visible_order()
    how = _("Shown by a version that is kept in its history, or by a draft")
    return [Use(photo, how, _("prevents deletion"), forbids=True) for photo in photos]


def _keys(versions) -> set[str]:
    revisions: type[Revision] = versions.model
    return set(revisions.objects.filter(pk__in=versions).values_list("object_id", flat=True))
