"""What the public types stands as text on the screens of staff."""

import pytest
from django.utils.safestring import SafeString

from commemoration.submissions.enums import Alive
from commemoration.submissions.selectors import comparison
from commemoration.submissions.services import review
from commemoration.submissions.services.drafts import send_submission
from commemoration.submissions.services.pictures import change_picture
from tests.factories.submissions import draft, sent
from tests.submissions.screens import QUEUE, picture_of, screen_of

pytestmark = pytest.mark.django_db


PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7|add:7 }}{% debug %}",
    "<svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<!--><script>alert(1)</script>-->",
    "<style>@import '//evil.example'</style>",
]


def test_nothing_that_somebody_typed_is_markup(browser, reviewer):
    markup = " ".join(PAYLOADS)
    submission = draft(surname=PAYLOADS[0], given=PAYLOADS[1], story=markup)
    picture_of(submission)
    change_picture(picture=submission.pictures.get(), caption=PAYLOADS[1], alive=Alive.NOBODY)
    send_submission(submission=submission, name=PAYLOADS[0], scopes=["publish"], by_letter=True)
    review.note_for_staff(submission=submission, user=reviewer, note=PAYLOADS[2])
    browser.post(screen_of(submission), {"action": "take"})

    pages = [browser.get(screen_of(submission)), browser.get(QUEUE), browser.get("/admin/")]
    pages.append(browser.get(screen_of(submission, "end")))
    again = {"seen_version": 1, "action": "ask", "ask_words": PAYLOADS[2], "who-surname": markup}
    pages.append(browser.post(screen_of(submission), again))

    for page in pages:
        words = page.content.decode()
        assert raw_markup(words) == []
        assert "&lt;script&gt;alert(1)" in words, "it is shown"


def test_markup_would_be_seen_if_a_template_let_it_through(browser, monkeypatch):
    """The control of the test above."""
    submission = sent(surname=PAYLOADS[0])
    lines = comparison._lines
    monkeypatch.setattr(
        comparison, "_lines", lambda *args: [SafeString(line) for line in lines(*args)]
    )

    assert raw_markup(browser.get(screen_of(submission)).content.decode()) == [PAYLOADS[0]]


def raw_markup(page: str) -> list[str]:
    """Which payloads stand on the page as they were typed and would be carried out."""
    return [each for each in PAYLOADS if each.startswith(("<", '"', "</")) and each in page]
