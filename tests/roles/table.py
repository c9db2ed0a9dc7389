"""What each role is answered at each address, by each method: a line for an address.

Every request is undone, so that none depends on the ones before it. A cell has the answers to
`METHODS` in their order, once if all are alike; `=` if they are those of a visitor; `·` was not
asked. `login` sends to the page where staff sign in, `denied` is Wagtail's refusal: it sends to the
first page of the admin.

Of Wagtail's own screens those without parts are asked by GET: that tells who gets in. Of the lists
of records, what changes something is asked by POST as well.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import product

from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Submission
from commemoration.submissions.views.cookies import cookie_name
from commemoration.submissions.views.passes import COOKIES
from tests.factories.staff import signed_in, staff_account
from tests.photos.crawl import address_templates
from tests.roles.objects import NONE, Objects

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
FAMILIES = ("family one", "family two")
STAFF = {"embassy": EMBASSY_EDITORS, "centre": CENTRE_EDITORS, "manager": SITE_MANAGERS}
ROLES = ("visitor", *FAMILIES, *STAFF)

# Parts of the admin that Wagtail and its companions bring: a line for each of them.
BROUGHT = frozenset(
    [
        "account",
        "api",
        "block-preview",
        "bulk",
        "choose-anchor-link",
        "choose-email-link",
        "choose-external-link",
        "choose-page",
        "choose-phone-link",
        "collections",
        "dismissibles",
        "documents",
        "editing-sessions",
        "embeds",
        "failwhale",
        "forms",
        "groups",
        "images",
        "jsi18n",
        "locales",
        "localize",
        "login",
        "logout",
        "pages",
        "password_reset",
        "redirects",
        "reports",
        "settings",
        "sites",
        "sprite",
        "tag-autocomplete",
        "test404",
        "users",
        "workflows",
    ]
)
SCREENS = tuple(method for method in METHODS if method != "HEAD")  # it is a GET to all of them
CHANGING = ("add", "edit", "delete", "copy", "publish", "withdraw", "restore", "revert")
NOT_ASKED = "·"
_PART = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Asked:
    """One address, and the line of the table on which its answers stand."""

    line: str
    path: str

    @property
    def is_shared(self) -> bool:
        return self.line.endswith("…")

    @property
    def methods(self) -> tuple[str, ...]:
        if self.is_shared:
            return ("GET",)
        if self.line.startswith("/admin/snippets/"):
            changes = any(word in self.line for word in CHANGING)
            return ("GET", "POST") if changes else ("GET",)
        return SCREENS if self.line.startswith("/admin/") else METHODS

    @property
    def roles(self) -> tuple[str, ...]:
        """Families have no session: where Wagtail asks for one they are visitors."""
        is_generic = self.is_shared or self.line.startswith("/admin/snippets/")
        return ("visitor", *STAFF) if is_generic else ROLES


class People:
    """A browser for each role. A family has the cookies of what it sent itself, and those of the
    links that were written to it."""

    def __init__(self, objects: Objects):
        self.families = objects.families
        self.browsers = {role: Client() for role in ("visitor", *FAMILIES)}
        for role, links in objects.links.items():
            for link in links:
                self.browsers[role].get(link)
        for role, group in STAFF.items():
            self.browsers[role] = signed_in(staff_account(role, group))
        for browser in self.browsers.values():
            browser.raise_request_exception = False
        self.cookies = {role: deepcopy(browser.cookies) for role, browser in self.browsers.items()}

    def ask(self, role: str, method: str, path: str) -> str:
        browser = self.browsers[role]
        # An answer before may have signed somebody out: that was undone, and so is its cookie.
        browser.cookies = deepcopy(self.cookies[role])
        if role in FAMILIES:
            self._take_cookies(role, path)
        with transaction.atomic():
            response = browser.generic(method, path)
            if response.streaming:
                list(response.streaming_content)  # read to its end: closing it ends the request
            transaction.set_rollback(True)
        return _in_a_word(response)

    def _take_cookies(self, role: str, path: str) -> None:
        """Those for this address; of what it sent last where the address is of somebody else."""
        own: dict[str, Submission] = self.families[role]
        found = next((each for each in own if f"/my/{each}/" in path), next(iter(own)))
        cookies = self.browsers[role].cookies
        for purpose in LinkPurpose:
            cookies[cookie_name(COOKIES[purpose], "en")] = sign_pass(own[found], purpose)


def table(objects: Objects, line: str = "") -> list[str]:
    """The lines of the table, sorted, below a line with the roles; only one `line` if asked."""
    people, cells = People(objects), {}
    for asked in list(every_address(objects)):  # what is not named is told at once
        if line in ("", asked.line):
            answers = {
                role: [people.ask(role, method, asked.path) for method in asked.methods]
                for role in asked.roles
            }
            cells.setdefault(asked.line, []).append(answers)
    lines = ("\t".join([each, *_cells(found)]) for each, found in cells.items())
    return ["\t".join(["address", *ROLES]), *sorted(lines)]


def every_address(objects: Objects) -> Iterator[Asked]:
    """Each address of the resolver with each value of its parts."""
    for template, parts in sorted(address_templates(get_resolver())):
        options = [
            [(part, *option) for option in _options(objects, template, part)] for part in parts
        ]
        for chosen in product(*options):
            words = {part: f"{{{word}}}" for part, word, _value in chosen}
            values = {part: str(value) for part, _word, value in chosen}
            path = template.replace("%%", "%")
            label = "/" + _PART.sub(lambda found, words=words: words[found[1]], path)
            filled = "/" + _PART.sub(lambda found, values=values: values[found[1]], path)
            asked = Asked(_line(label), filled)
            if not (asked.is_shared and parts):
                yield asked


def _options(objects: Objects, template: str, part: str):
    """KeyError for a part that nobody names: who adds an address says what may stand in it."""
    plain = template.removeprefix("en/")
    for beginning, values in objects.values.items():
        if plain.startswith(beginning) and part in values:
            return values[part].items()
    if plain.startswith("admin/"):
        return NONE.items()
    raise KeyError(f"{template}: what may stand in {part!r}? Say so in tests/roles/objects.py.")


def _line(label: str) -> str:
    """Wagtail's own screens share a line, and so do those in which staff choose a record."""
    parts = label.strip("/").split("/")
    if parts[0] == "admin" and len(parts) > 1 and parts[1] in BROUGHT:
        return f"/admin/{parts[1]}/…"
    if label.startswith("/admin/snippets/choose/"):
        return f"/admin/snippets/choose/{parts[3]}/…"
    return label


def _cells(found: list[dict[str, list[str]]]) -> list[str]:
    """One cell for each role; of several addresses the answers that there are."""
    cells = []
    for role in ROLES:
        asked = [each[role] for each in found if role in each]
        by_method = zip(*asked, strict=True)
        answers = ["/".join(sorted(set(each))) for each in by_method] or [NOT_ASKED]
        cells.append(answers[0] if len(set(answers)) == 1 else " ".join(answers))
    return [cells[0], *("=" if cell == cells[0] else cell for cell in cells[1:])]


def _in_a_word(response) -> str:
    to = response.headers.get("Location", "")
    if response.status_code == 302 and to.startswith("/admin/login/"):
        return "login"
    if response.status_code == 302 and to == "/admin/":
        return "denied"
    return str(response.status_code)
