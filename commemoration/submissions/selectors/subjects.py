"""Which record a submission is about, for kinds that are about one."""

from collections.abc import Iterable

from commemoration.submissions.kinds import Subject
from commemoration.submissions.models.records import Submission


def subject_of(submission: Submission) -> Subject | None:
    """None for a kind that is about nothing, and for a record that exists no longer."""
    return subjects_of([submission]).get(submission.pk)


def subjects_of(submissions: Iterable[Submission]) -> dict[int, Subject]:
    """By the id of the submission; as many queries as `Subjects.find` takes for each kind."""
    by_kind: dict[str, list[Submission]] = {}
    for submission in submissions:
        kind = submission.of_kind
        if kind is not None and kind.subjects is not None and submission.about:
            by_kind.setdefault(kind.slug, []).append(submission)
    found = {}
    for rows in by_kind.values():
        subjects = rows[0].of_kind.subjects.find({row.about for row in rows})
        found |= {row.pk: subjects[row.about] for row in rows if row.about in subjects}
    return found
