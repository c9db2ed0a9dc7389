"""The screen of one submission: what it shows, what can be decided, by whom, and when not."""

from io import BytesIO

import pytest
from PIL import Image

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import Alive, Reason
from commemoration.submissions.models import (
    AnswerText,
    SubmissionEvent,
    SubmissionSection,
)
from commemoration.submissions.selectors import comparison
from commemoration.submissions.services.drafts import save_step, send_submission
from commemoration.submissions.services.pictures import change_picture
from commemoration.submissions.services.review import approve
from tests.factories.staff import signed_in, superuser
from tests.factories.submissions import SHELF, sent
from tests.submissions.screens import QUEUE, decide, faults, opened, picture_of, screen_of, state_of

pytestmark = pytest.mark.django_db


def test_what_staff_correct_is_published_and_what_was_sent_stays(browser):
    submission = sent(surname="bobeltsov", language="ru")
    data = opened(browser, submission)

    response = decide(browser, submission, "approve", data, **{"who-surname": "Bobeltsov"})

    assert response["Location"] == QUEUE
    assert state_of(submission) == "published"
    assert SHELF[submission.key]["surname"] == "Bobeltsov"
    assert submission.words.steps["who"]["fields"]["surname"] == ["bobeltsov"]
    assert OutboxMessage.objects.get(template="submission_published").language == "ru"
    page = browser.get(screen_of(submission)).content.decode()
    assert ">bobeltsov</p>" in page
    assert ">Bobeltsov</p>" in page
    assert "accepted · staff (vera)" in page


def test_change_of_what_is_public_shows_what_was_accepted_last(browser, reviewer):
    submission = sent()
    approve(submission=submission, user=reviewer, seen_version=submission.words.version)
    changed = {"story": ["He came back in 1946."]}
    save_step(submission=submission, step="story", fields=changed, seen_version=1, by_letter=True)
    send_submission(submission=submission, name="Anna", scopes=["publish"], by_letter=True)

    steps = {step.step.slug: step for step in browser.get(screen_of(submission)).context["steps"]}

    assert not steps["who"].is_changed
    story = steps["story"].fields[0]
    assert (story.typed, story.accepted) == (["He came back in 1946."], ["He came back."])
    assert story.kept == story.typed


def test_senders_later_words_take_the_place_of_what_staff_corrected(browser):
    submission = sent(surname="bobeltsov")
    decide(browser, submission, "approve", opened(browser, submission), **{"who-surname": "B."})
    save_step(
        submission=submission,
        step="who",
        fields={"surname": ["Bobeltsova"]},
        seen_version=1,
        by_letter=True,
    )

    submission.words.refresh_from_db()
    compared = comparison.compared_steps(submission, submission.words)[0].fields[0]

    assert (compared.kept, compared.accepted) == (["Bobeltsova"], ["B."])


def test_sender_is_asked_with_prepared_words_in_their_language(browser):
    submission = sent(language="nl")
    AnswerText.objects.create(
        answer="ask", reason=Reason.PICTURE, language="nl", text="Stuur een andere foto."
    )
    data = opened(browser, submission)

    nothing = decide(browser, submission, "ask", data)
    rejected = decide(browser, submission, "reject", data)
    asked = decide(browser, submission, "ask", data, ask_reason="picture")

    assert (nothing.status_code, asked.status_code) == (422, 302)
    assert nothing.context["form"].errors == {"ask_reason": ["Choose a reason."]}
    assert rejected.context["form"].errors == {"reject_reason": ["Choose a reason."]}
    assert nothing.content.decode().count("Choose a reason.") == 1
    assert " autofocus" in nothing.content.decode()
    assert state_of(submission) == "changes"
    assert submission.words.question == "Stuur een andere foto."
    letter = OutboxMessage.objects.get(template="submission_asked")
    assert letter.language == "nl"
    assert "Stuur een andere foto." in letter.body


def test_words_of_the_reviewer_go_before_the_prepared_ones(browser):
    submission = sent()
    data = opened(browser, submission)

    decide(
        browser, submission, "reject", data, reject_reason="duplicate", reject_words="See no. 7."
    )

    assert state_of(submission) == "rejected"
    assert "See no. 7." in OutboxMessage.objects.get(template="submission_rejected").body


def test_decision_on_what_was_changed_meanwhile_is_refused_and_nothing_is_lost(browser):
    submission = sent()
    data = opened(browser, submission)
    changed = {"story": ["Another story."]}
    save_step(submission=submission, step="story", fields=changed, seen_version=1, by_letter=True)

    typed = {"who-surname": "Corrected", "note": "Ask Boris."}
    refused = decide(browser, submission, "approve", data, **typed)

    assert refused.status_code == 422
    assert faults(refused) == ["It was changed since you opened it. Read it again, then decide."]
    assert (state_of(submission), SHELF) == ("waiting", {})
    shown = {
        each.field.html_name: each.field.value()
        for step in refused.context["steps"]
        for each in step.fields
    }
    assert shown["who-surname"] == "Corrected"
    assert shown["story-story"] == "Another story.", "what the sender says now, not what was shown"
    assert refused.context["form"]["note"].value() == "Ask Boris."
    again = {
        "seen_version": refused.context["form"]["seen_version"].value(),
        **{f"seen-{step.step.slug}": step.seen for step in refused.context["steps"]},
        **shown,
    }
    assert decide(browser, submission, "approve", again).status_code == 302
    said = SHELF[submission.key]
    assert (said["surname"], said["story"]) == ("Corrected", "Another story.")


def test_what_the_forms_refuse_is_not_published(browser):
    submission = sent()
    data = opened(browser, submission)

    refused = decide(browser, submission, "approve", data, **{"who-surname": ""})

    assert refused.status_code == 422
    assert "This field is required." in refused.content.decode()
    assert state_of(submission) == "waiting"
    submission.words.refresh_from_db()
    assert submission.words.edited == {}


def test_nobody_decides_on_what_somebody_else_reviews(browser):
    submission = sent()
    data = opened(browser, submission)
    other = signed_in(superuser("boris"))

    page = other.get(screen_of(submission)).content.decode()
    other.post(screen_of(submission), {"action": "take"})
    refused = decide(other, submission, "reject", data, reject_reason="abuse")

    assert "vera is reviewing this" in page
    assert 'value="approve"' not in page
    assert faults(refused) == ["vera is reviewing this now."]
    decide(browser, submission, "leave", {})
    assert decide(other, submission, "reject", data, reject_reason="abuse").status_code == 302


def test_two_persons_have_to_accept_where_the_section_says_so(browser):
    SubmissionSection.objects.create(slug="letters", needs_two=True)
    submission = sent()
    data = opened(browser, submission)
    alone = browser.get(screen_of(submission)).content.decode()
    other = signed_in(superuser("boris"))
    together = browser.get(screen_of(submission)).content.decode()

    decide(browser, submission, "approve", data)
    assert (state_of(submission), SHELF) == ("waiting", {})
    twice = decide(browser, submission, "approve", opened(browser, submission))
    assert faults(twice) == ["You have accepted it already; somebody else has to agree."]
    decide(browser, submission, "leave", {})
    decide(other, submission, "approve", opened(other, submission))

    assert state_of(submission) == "published"
    assert "and nobody else can" in alone
    assert "and nobody else can" not in together
    assert "Two persons have to accept it" in together


def test_correction_after_the_first_approval_needs_the_first_again(browser):
    SubmissionSection.objects.create(slug="letters", needs_two=True)
    submission = sent()
    other = signed_in(superuser("boris"))
    decide(browser, submission, "approve", opened(browser, submission))

    data = opened(other, submission)
    decide(other, submission, "approve", data, **{"who-surname": "Changed"})

    assert state_of(submission) == "waiting"
    assert submission.first_approval_by.username == "boris"


def test_pictures_are_shown_to_reviewers_only_and_as_they_would_be_published(browser, client):
    submission = sent()
    picture = picture_of(submission)
    change_picture(picture=picture, caption="", alive=Alive.AGREED, turns=1, crop=(0, 0, 500, 1000))
    address = f"{screen_of(submission, 'pictures')}{picture.uuid}/"

    whole, shown = browser.get(address), browser.get(f"{address}?shown")

    assert b"".join(whole.streaming_content)[:2] == shown.content[:2] == b"\xff\xd8"
    assert all(each["Cache-Control"].startswith("private, no-store") for each in (whole, shown))
    with Image.open(BytesIO(shown.content)) as opened_picture:
        width, height = opened_picture.size
    assert abs(width / height - 150 / 400) < 0.02
    assert "Yes, and they agree to be shown" in browser.get(screen_of(submission)).content.decode()
    assert client.get(address).status_code == 302


def test_picture_without_the_answer_about_the_living_is_not_published(browser):
    submission = sent()
    picture_of(submission, alive="")

    refused = decide(browser, submission, "approve", opened(browser, submission))

    assert faults(refused) == ["A picture cannot be published as it is: ask the sender for it."]


def test_staff_take_down_what_is_public_and_erase_it(browser, reviewer):
    submission = sent()
    approve(submission=submission, user=reviewer, seen_version=submission.words.version)
    address = screen_of(submission, "end")

    nothing = browser.post(address, {"what": "withdraw"})
    down = browser.post(address, {"what": "withdraw", "reason": "objection"})

    assert (nothing.status_code, down["Location"]) == (422, screen_of(submission))
    assert (state_of(submission), SHELF) == ("withdrawn", {})
    last = SubmissionEvent.objects.filter(submission=submission.key).latest("pk")
    assert (last.reason, last.actor, last.staff) == ("objection", "staff", reviewer)
    assert browser.post(address, {"what": "erase", "reason": "by_sender"})["Location"] == QUEUE
    assert state_of(submission) == "erased"
    assert browser.get(screen_of(submission)).status_code == 404


def test_review_page_is_read_within_its_budget(browser, django_assert_max_num_queries):
    submission = sent()
    picture_of(submission)
    opened(browser, submission)

    with django_assert_max_num_queries(30):
        browser.get(screen_of(submission))
