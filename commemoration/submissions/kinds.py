"""What may be sent: each app registers its kinds of submission at start-up."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.forms import Form
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One page of the form: `form` asks, and its cleaned values are what the submission says."""

    slug: str
    title: str
    form: type[Form]
    lead: str = ""


@dataclass(frozen=True)
class RecordChange:
    """One thing in an official record: what it says, and what it would say once it is accepted."""

    label: str
    now: str
    then: str


def at_no_address(path: str) -> None:
    return None


@dataclass(frozen=True)
class Subject:
    """A record that something is sent about, titled in the reader's language. `url` is "" while
    visitors cannot read it, `edit_url` leads staff to it."""

    title: str
    url: str
    edit_url: str = ""


@dataclass(frozen=True)
class Subjects:
    """The records that a kind is about. `find(keys)` gives those that exist by key, public or not,
    in a fixed number of queries; `key_in(address)` reads the key from the address of a page of this
    site, "" if it is of no such record. Keys are what `Submission.about` keeps."""

    find: Callable[[Collection[str]], Mapping[str, Subject]] = field(compare=False)
    key_in: Callable[[str], str] = field(compare=False)


@dataclass(frozen=True)
class PictureWords:
    """What the page of pictures says. `first` names the place of the first picture; with "" none
    of them is better than the others."""

    lead: str
    add: str
    first: str = ""


PORTRAITS = PictureWords(
    lead=_(
        "The first one is the portrait. Photographs of a photograph are welcome: lay it flat, in "
        "daylight."
    ),
    add=_("Add a portrait, and other pictures if you like"),
    first=_("Portrait"),
)


def no_hints(submission, values) -> tuple[str, ...]:
    return ()


def no_changes(submission, values) -> tuple[RecordChange, ...]:
    return ()


def no_words(submission) -> str:
    return ""


@dataclass(frozen=True)
class SubmissionKind:
    """One thing that people send.

    `publish(submission=, values=, pictures=, user=)` makes or changes the public record of it and
    returns that; `values` are the cleaned values of all steps, `pictures` the
    `SubmittedPicture` rows, cut as they are to be shown. `take_down(key, user=)` takes the record
    back, `narrow(key, scopes, user=)` what rests on these scopes alone, `erase(key)` removes all
    that is left of it; they bear being called when there is none. `public_url(key, language)`
    is where it can be read, or nothing. `title_of(values)` is what staff and sender call it.
    `consent` is the purpose under which the sender's consent is recorded (`core.consent`), with
    its scopes and those without which nothing can be sent; `consent_words(language)` are the words
    that a site begins with.
    `section` names who looks after it, for the rule of two persons; `may_review(user)` asks who
    reviews. Nobody but a holder of a link can begin what `is_invited`. `name_about(about)` names
    what a submission is about; `changes(submission, values)` gives what the record says now beside
    what it would say. `hints(submission, values)` gives remarks for the reviewer, each a line of
    plain words. `key_at(path)` is the key of the public record whose page has this
    address, with or without its language.

    `start_title` is that of the page on which one begins, where `title` is what something else is
    called too. With `subjects`, each submission is about one of them, and `title_of` is not asked.
    `stage(submission)` says where it stands, if that is not what the state of any says; `letters`
    names other templates for letters of the mechanism, by its own name of each.
    """

    slug: str
    title: str
    lead: str
    steps: tuple[Step, ...]
    consent: str
    scopes: Mapping[str, str]
    required_scopes: tuple[str, ...]
    consent_words: Callable[[str], str] = field(compare=False)
    section: str
    most_pictures: int
    title_of: Callable[[Mapping[str, Any]], str] = field(compare=False)
    publish: Callable[..., Any] = field(compare=False)
    take_down: Callable[..., None] = field(compare=False)
    narrow: Callable[..., None] = field(compare=False)
    erase: Callable[..., None] = field(compare=False)
    public_url: Callable[[Any, str], str] = field(compare=False)
    may_review: Callable[[Any], bool] = field(compare=False)
    is_invited: bool = False
    name_about: Callable[[str], str] = field(default=lambda about: "", compare=False)
    changes: Callable[..., Iterable[RecordChange]] = field(default=no_changes, compare=False)
    hints: Callable[..., Iterable[str]] = field(default=no_hints, compare=False)
    key_at: Callable[[str], UUID | None] = field(default=at_no_address, compare=False)
    start_title: str = ""
    fewest_pictures: int = 0
    picture_words: PictureWords = PORTRAITS
    subjects: Subjects | None = None
    stage: Callable[[Any], str] = field(default=no_words, compare=False)
    letters: Mapping[str, str] = field(default_factory=dict)

    def step(self, slug: str) -> Step | None:
        return next((step for step in self.steps if step.slug == slug), None)


_kinds: dict[str, SubmissionKind] = {}


def register_submission_kind(kind: SubmissionKind) -> None:
    """ValueError for a slug that another kind has."""
    if _kinds.get(kind.slug, kind) is not kind:
        raise ValueError(f"Two kinds of submissions are called {kind.slug!r}.")
    _kinds[kind.slug] = kind


def submission_kind(slug: str) -> SubmissionKind | None:
    return _kinds.get(slug)


def submission_kinds() -> list[SubmissionKind]:
    return list(_kinds.values())
