"""Reads the outputs of the site for tests of hostile words."""

import re

from django.test import Client

from commemoration.core.accounts.models import User
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Submission
from commemoration.submissions.views.cookies import cookie_name
from commemoration.submissions.views.passes import COOKIES
from tests.factories.staff import superuser
from tests.hostile.words import alive


def page(browser: Client, address: str) -> str:
    """The HTML that is answered with 200 there."""
    answer = browser.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"].startswith("text/html")
    return answer.content.decode()


def opened_by(submission: Submission, language: str = "ru") -> Client:
    """A browser in which the sender's link was opened, without asking for it."""
    browser = Client()
    browser.cookies[cookie_name(COOKIES[LinkPurpose.OPEN], language)] = sign_pass(submission)
    return browser


def living(pages: dict[str, str]) -> dict[str, list[str]]:
    """The pages on which hostile words are alive, by their addresses, with what is."""
    return {address: found for address, html in pages.items() if (found := alive(html))}


def plain(words: str) -> str:
    return " ".join(words.split())


def without_the_frame(html: str) -> str:
    """Wagtail's own frame has handlers and scripts; none of them may hold what somebody typed."""
    for handler in re.findall(r"<[^>]*\son\w+=(\"[^\"]*\"|'[^']*')", html):
        assert "xq" not in handler
    return re.sub(r"\son(?:load|click|change)=\"[^\"]*\"", " ", html)


def staff() -> User:
    """One and the same, for objects that several tests share."""
    return User.objects.filter(username="root").first() or superuser()
