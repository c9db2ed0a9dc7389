"""How far a sender has come: the pages of the form, what each lacks, what comes next."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext

from commemoration.submissions.answers import Answers, values_of
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.picture_faults import picture_faults


@dataclass(frozen=True)
class StepLine:
    """One page: `is_begun` once it was saved, `faults` in words."""

    slug: str
    title: str
    url: str
    is_here: bool
    is_begun: bool
    faults: list[str] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return self.is_begun and not self.faults


@dataclass(frozen=True)
class Progress:
    lines: list[StepLine]

    @property
    def number(self) -> int:
        """Of the page that is shown, from 1; 0 if none of them is."""
        return next((n for n, line in enumerate(self.lines, 1) if line.is_here), 0)

    @property
    def is_last(self) -> bool:
        """Whether the page that sends it is shown, where all others are to be looked over."""
        return self.lines[-1].is_here

    @property
    def previous(self) -> str:
        """The address of the page before the one that is shown; "" before the first."""
        return self.lines[self.number - 2].url if self.number > 1 else ""


def page_after(submission: Submission, step: str) -> str:
    """The address of the page that follows a step. Nothing is read for it."""
    kind = submission.of_kind
    slugs = [each.slug for each in kind.steps]
    following = slugs[slugs.index(step) + 1 :]
    if following:
        return reverse("submissions:step", args=[submission.handle, following[0]])
    page = "submissions:pictures" if kind.most_pictures else "submissions:send"
    return reverse(page, args=[submission.handle])


def progress_of(submission: Submission, here: str = "", answers: Answers | None = None) -> Progress:
    """All pages in their order; `here` is the one that is shown. `answers` are those of the
    submission, if they have been read already."""
    errors = (answers or values_of(submission)).errors
    begun = submission.words.steps
    lines = [
        StepLine(
            slug=step.slug,
            title=step.title,
            url=reverse("submissions:step", args=[submission.handle, step.slug]),
            is_here=step.slug == here,
            is_begun=step.slug in begun,
            faults=errors.get(step.slug, []) if step.slug in begun else [],
        )
        for step in submission.of_kind.steps
    ]
    if submission.of_kind.most_pictures:
        lines.append(_pictures_line(submission, here))
    lines.append(
        StepLine(
            slug="send",
            title=gettext("Check and send"),
            url=reverse("submissions:send", args=[submission.handle]),
            is_here=here == "send",
            is_begun=False,
        )
    )
    return Progress(lines)


def _pictures_line(submission: Submission, here: str) -> StepLine:
    pictures = list(submission.pictures.all())
    faults = picture_faults(pictures)
    if here == "send" and len(pictures) < submission.of_kind.fewest_pictures:
        faults = [gettext("Add a picture first.")]
    return StepLine(
        slug="pictures",
        title=gettext("Pictures"),
        url=reverse("submissions:pictures", args=[submission.handle]),
        is_here=here == "pictures",
        is_begun=bool(pictures),
        faults=faults,
    )
