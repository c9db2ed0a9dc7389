"""What a reviewer is told to look at, and that nothing is decided by it."""

import pytest

from commemoration.submissions.models import (
    DeniedName,
    RefusedPicture,
)
from tests.factories.pictures import foliage
from tests.factories.submissions import sent
from tests.factories.worker import work_off_tasks
from tests.submissions.screens import decide, opened, picture_of, screen_of, state_of

pytestmark = pytest.mark.django_db


def test_hints_are_given_and_decide_nothing(browser, reviewer):
    portrait = foliage(400, 300)
    other = sent(email="troll@example.org")
    picture_of(other, portrait)
    other.words.refresh_from_db()
    data = opened(browser, other)
    decide(browser, other, "reject", data, reject_reason="abuse")
    assert RefusedPicture.objects.count() == 1
    plain = sent(surname="Frankov", email="c@example.org", story="He served with the 3rd army.")
    picture_of(plain)
    DeniedName.objects.create(surname="Bobeltsov", given_name="Anton", note="Trolls of May.")
    loud = "HE CAME BACK TO HIS VILLAGE. https://evil.example/x"
    submission = sent(surname="Бобельцов", given="Антон", story=loud)
    picture_of(submission, portrait)

    assert browser.get(screen_of(plain)).context["hints"] == []
    hints = browser.get(screen_of(submission)).context["hints"]

    assert [hint.partition(":")[0] for hint in hints] == [
        "“Бобельцов” is like a name on the list",
        "Picture 1 looks like one that came with an abuse before.",
        "There is a link",
        "Much of it is written in capitals.",
    ]
    decide(browser, submission, "approve", opened(browser, submission))
    work_off_tasks()
    assert state_of(submission) == "published"


@pytest.mark.parametrize("name", ["Adolf Hitler", "Гитлер Адольф", "Власов Андрей Андреевич"])
def test_names_of_the_list_are_known_in_other_spellings(browser, name):
    submission = sent(surname=name)

    hints = browser.get(screen_of(submission)).context["hints"]

    assert [f"“{name}” is like a name on the list" in hint for hint in hints] == [True]
