"""Which people the search of the site shows beside its pages: when the words may be a name."""

from dataclasses import dataclass

from commemoration.names.asked import understand
from commemoration.names.selectors import answers
from commemoration.names.selectors.finding import Band

FEW = 5
# More words than a name has with its given name, patronymic and year are no name.
MOST_WORDS = 5


@dataclass(frozen=True)
class PeopleFound:
    """The nearest few; `total` counts all whom the search for names finds."""

    answers: list[answers.Answer]
    total: int


def people_for(query: str, *, is_last_hope: bool) -> PeopleFound:
    """Who may be meant by the words of a search; a bounded number of queries, none for no name.

    Only sure matches are shown beside pages that answer the words; possible ones where nothing
    else was found (`is_last_hope`) and the words can be read in one way only.
    """
    asked = understand(query)
    if asked.is_empty or len(asked.text.split()) > MOST_WORDS:
        return PeopleFound([], 0)
    found, shown = answers.answer(query, limit=FEW)
    bands = {Band.EXACT}
    if len(asked.readings) <= 1:
        bands |= set(Band) if is_last_hope else {Band.SAME_SOUND}
    kept = [each for each in shown if each.band in bands]
    return PeopleFound(kept, found.total if kept else 0)
