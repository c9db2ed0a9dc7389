"""What reviewers mend of pictures, what senders agree to anew, and what an abuse leaves behind."""

import pytest

from commemoration.core.consent.selectors import history_of, scopes_of
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import Actor, Alive, Reason
from commemoration.submissions.models import RefusedPicture, SubmissionEvent, SubmittedPicture
from commemoration.submissions.selectors.progress import progress_of
from commemoration.submissions.services.drafts import send_submission
from commemoration.submissions.services.endings import erase_submission
from commemoration.submissions.services.pictures import change_picture
from tests.factories.pictures import jpeg
from tests.factories.submissions import SHELF, draft, sent
from tests.factories.worker import work_off_tasks
from tests.submissions.screens import decide, faults, opened, picture_of, screen_of, state_of

pytestmark = pytest.mark.django_db


def fields_of(browser, submission) -> dict[str, str]:
    """The form of a review with the fields of its pictures, as a browser would send them."""
    data = opened(browser, submission)
    for form in browser.get(screen_of(submission)).context["picture_forms"]:
        for field in form:
            if field.value() not in (None, False):
                data[field.html_name] = field.value()
    return data


def test_reviewer_mends_a_caption_and_leaves_a_picture_out(browser):
    submission = sent()
    kept, bad = picture_of(submission), picture_of(submission, jpeg(500, 300))
    data = fields_of(browser, submission)
    data |= {f"picture-{kept.pk}-caption": "Minsk, 1944", f"picture-{bad.pk}-is_left_out": "on"}

    decide(browser, submission, "save", data)
    kept.refresh_from_db()
    assert (kept.caption, kept.shown_caption) == ("In 1944", "Minsk, 1944"), "both are kept"
    decide(browser, submission, "approve", fields_of(browser, submission))
    work_off_tasks()

    assert state_of(submission) == "published"
    assert [row.caption for row in SubmittedPicture.objects.all()] == ["Minsk, 1944"]
    assert SHELF[submission.key]["pictures"] == [SubmittedPicture.objects.get().picture.name]


def test_caption_that_nobody_touched_is_not_put_over_a_newer_one(browser):
    submission = sent()
    picture = picture_of(submission)
    data = fields_of(browser, submission)
    change_picture(picture=picture, caption="In 1945", alive=Alive.NOBODY)

    refused = decide(browser, submission, "approve", data)
    again = {form.picture.pk: form for form in refused.context["picture_forms"]}[picture.pk]

    assert faults(refused) == ["It was changed since you opened it. Read it again, then decide."]
    assert again["caption"].value() == "In 1945"
    picture.refresh_from_db()
    assert picture.edited == {}


def test_senders_newer_caption_takes_the_place_of_the_mended_one(browser):
    submission = sent()
    picture = picture_of(submission)
    data = fields_of(browser, submission) | {f"picture-{picture.pk}-caption": "Mended"}
    decide(browser, submission, "save", data)

    change_picture(picture=picture, caption="In 1945", alive=Alive.NOBODY)

    picture.refresh_from_db()
    assert picture.shown_caption == "In 1945"


def test_picture_that_cannot_be_used_hinders_nothing_once_it_is_left_out(browser):
    submission = sent()
    picture = picture_of(submission, jpeg()[:900], alive="")
    data = fields_of(browser, submission)

    refused = decide(browser, submission, "approve", data)
    assert faults(refused) == ["A picture cannot be published as it is: ask the sender for it."]
    decide(browser, submission, "approve", {**data, f"picture-{picture.pk}-is_left_out": "on"})

    assert state_of(submission) == "published"
    assert not SubmittedPicture.objects.exists()


def test_narrower_agreement_counts_while_the_first_waits(browser, reviewer):
    submission = draft()
    said = {"submission": submission, "name": "Anna", "by_letter": True}
    send_submission(**said, scopes=["publish", "name"])
    data = opened(browser, submission)

    send_submission(**said, scopes=["publish"])
    refused = decide(browser, submission, "approve", data)
    send_submission(**said, scopes=["publish"])

    assert scopes_of("letters", submission.key) == {"publish"}
    assert len(history_of("letters", submission.key)) == 2, "a double click adds none"
    assert faults(refused) == ["It was changed since you opened it. Read it again, then decide."]
    assert SubmissionEvent.objects.filter(to_state="waiting").count() == 1
    assert OutboxMessage.objects.filter(template="submission_received").count() == 1


@pytest.mark.parametrize(("reason", "remembered"), [(Reason.ABUSE, 1), (Reason.BY_SENDER, 0)])
def test_pictures_of_an_abuse_are_known_again_after_it_was_erased(reason, remembered):
    submission = sent()
    picture_of(submission)

    erase_submission(submission=submission, reason=reason, actor=Actor.STAFF)

    assert RefusedPicture.objects.count() == remembered
    assert not SubmittedPicture.objects.exists()


def test_faults_of_pictures_are_told_alike_wherever_they_are_asked(browser):
    submission = draft()
    picture_of(submission, alive="")

    line = next(line for line in progress_of(submission).lines if line.slug == "pictures")

    assert line.faults == ["Say for each picture whether anyone in it is alive."]
