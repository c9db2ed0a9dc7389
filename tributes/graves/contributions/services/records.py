"""What a contribution may be accepted for: a record that visitors can read."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tributes.graves.contributions.selectors.subjects import record_of
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite


def public_record(key: str) -> Burial | BurialSite:
    """The record of this key. ValidationError if there is none, or while it is not public."""
    record = record_of(key)
    if record is None:
        raise ValidationError(_("The record that this is about exists no longer."))
    if not (record.live and (isinstance(record, BurialSite) or record.site.live)):
        raise ValidationError(
            _(
                "The record that this is about is not public. Publish it again first, or leave "
                "this for later."
            )
        )
    return record


def about(record: Burial | BurialSite) -> dict[str, Burial | BurialSite | None]:
    """The two columns that say of which record something is."""
    is_burial = isinstance(record, Burial)
    return {"burial": record if is_burial else None, "site": None if is_burial else record}
