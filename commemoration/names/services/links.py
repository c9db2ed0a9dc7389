"""Suggests that two people may be one, and writes down what staff decide. Nothing is merged."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.names.enums import DECIDED_STATES, LinkState
from commemoration.names.models.links import PersonLink
from commemoration.names.selectors.suggestions import likely_pairs


@transaction.atomic
def refresh_suggestions() -> int:
    """Compare all people again; how many pairs wait for a decision.

    New pairs are added, pairs that nothing speaks for any more vanish, what was decided stays.
    """
    pairs = {(pair.first, pair.second): pair for pair in likely_pairs()}
    open_links = PersonLink.objects.select_for_update().filter(state=LinkState.SUGGESTED)
    for link in open_links:
        pair = pairs.pop((link.first_id, link.second_id), None)
        if pair is None:
            link.delete()
        elif link.reasons != pair.reasons:
            link.reasons = pair.reasons
            link.save(update_fields=["reasons"])
    PersonLink.objects.bulk_create(
        [
            PersonLink(first_id=pair.first, second_id=pair.second, reasons=pair.reasons)
            for pair in pairs.values()
        ],
        ignore_conflicts=True,
    )
    return PersonLink.objects.filter(state=LinkState.SUGGESTED).count()


@transaction.atomic
def decide_link(
    link: PersonLink, *, state: str, seen_state: str, user: AbstractBaseUser, note: str = ""
) -> PersonLink:
    """Write down what is known of two people; `state` may be SUGGESTED to ask again.

    `seen_state` is the state that the decision was made on. Raises ValidationError if somebody has
    decided otherwise meanwhile.
    """
    link = PersonLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.state != seen_state and link.state != state:
        text = _("Somebody else has decided meanwhile: %(state)s.")
        raise ValidationError(text % {"state": link.get_state_display()})
    is_decided = state in DECIDED_STATES
    link.state, link.note = LinkState(state), note.strip()
    link.decided_at = timezone.now() if is_decided else None
    link.decided_by = user if is_decided else None
    link.save(update_fields=["state", "note", "decided_at", "decided_by"])
    return link
