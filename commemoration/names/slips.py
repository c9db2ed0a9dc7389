"""What a slip is: something in one record that does not go together, for staff to look at."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Slip:
    """`person` is the number of a `NamedPerson`, `code` says of which kind the slip is, `label` in
    words.

    `evidence` holds the values that do not agree, the same in every language: what staff have
    looked at is not shown again until it changes. `sentence` tells it in the active language.
    """

    person: int
    code: str
    label: str | Promise
    evidence: str
    sentence: str
