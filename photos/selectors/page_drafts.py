"""Which pages show a photograph or a picture in a draft that visitors do not see yet.

Wagtail's index of references knows pages by their rows, not by the versions that wait.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, TextField
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex


def pages_with_draft_showing(record: Model) -> list[Page]:
    """The pages whose newest version refers to `record`, in the order of the tree. One query.

    Only drafts in whose JSON its key stands as a number of its own are taken apart.
    """
    waiting = Page.objects.filter(has_unpublished_changes=True).annotate(
        draft=Cast("latest_revision__content", TextField())
    )
    named = waiting.filter(draft__regex=rf"\y{record.pk:d}\y").select_related("latest_revision")
    wanted = ContentType.objects.get_for_model(record).pk, str(record.pk)
    return [page for page in named.order_by("path") if wanted in _references_of(page)]


def _references_of(page: Page) -> set[tuple[int, str]]:
    """What the newest version of a page refers to, as (content type, key)."""
    content = page.latest_revision.content
    version = page.specific_class.from_serializable_data(content, check_fks=False)
    # As Wagtail reads the page itself when it is saved.
    found = ReferenceIndex._extract_references_from_object(version)
    return {(kind, key) for kind, key, _model_path, _content_path in found}
