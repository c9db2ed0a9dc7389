"""Who is answered what: the whole site is asked, and compared with a list that a person has read.

Write the list anew, and read what has changed in it:

    WRITE_ROLES=1 .venv/bin/python -m pytest tests/roles -n 0 -q; git diff tests/roles
"""

import difflib
import os
from pathlib import Path

import pytest

from commemoration.submissions.links import Pass
from commemoration.submissions.moderation import screens
from tests.roles.objects import make_objects
from tests.roles.table import METHODS, ROLES, SCREENS, STAFF, table

GOLDEN = Path(__file__).with_name("golden.tsv")
OF_LENGTH = {1: METHODS, 2: ("GET", "POST"), 5: SCREENS, 6: METHODS}
SAFE = ("GET", "HEAD", "OPTIONS")
REFUSED = {"login", "denied", "403", "404", "405", "·"}
# What stands in an address of something that is not public.
PRIVATE = ("hidden", "waiting", "draft", "erased", "unpublished page", "private file")
SIGNING_IN = ("login", "logout", "password_reset", "jsi18n", "sprite", "failwhale")


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"


def answers() -> dict[tuple[str, str, str], set[str]]:
    """The golden list by address, role and method; a line that many share has several answers."""
    found = {}
    for line in GOLDEN.read_text().splitlines()[1:]:
        address, *cells = line.split("\t")
        for role, cell in zip(ROLES, cells, strict=True):
            said = (cells[0] if cell == "=" else cell).split(" ")
            methods = OF_LENGTH[len(said)]
            said = said * len(methods) if len(said) == 1 else said
            for method, each in zip(methods, said, strict=True):
                found[address, role, method] = set(each.split("/"))
    return found


def names_private(address: str) -> bool:
    return any(f"{{{word}}}" in address for word in PRIVATE)


@pytest.mark.django_db
def test_everybody_is_answered_as_the_list_says():
    found = table(make_objects())

    if os.environ.get("WRITE_ROLES"):
        GOLDEN.write_text("\n".join(found) + "\n")
    kept = GOLDEN.read_text().splitlines()
    changed = difflib.unified_diff(kept, found, "golden.tsv", "now", lineterm="", n=0)
    assert "\n".join(changed) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("owner", "name", "address"),
    [
        (Pass, "opens", "/en/my/{waiting}/withdraw/"),
        (screens, "may_see", "/admin/submissions/one/{waiting}/end/"),
    ],
)
def test_view_that_asks_nobody_is_seen(owner, name, address, monkeypatch):
    """The control: one question is answered with yes, whoever asks."""
    kept, objects = set(GOLDEN.read_text().splitlines()), make_objects()
    before = table(objects, line=address)
    monkeypatch.setattr(owner, name, lambda *_args: True)

    after = table(objects, line=address)

    assert set(before) <= kept
    assert [line in kept for line in after] == [True, False]


def test_other_peoples_submissions_are_not_there():
    wrong = {
        asked: said
        for asked, said in answers().items()
        if asked[0].startswith("/en/my/{")
        and "link}" not in asked[0]
        and asked[1] != "family one"
        and said != {"404"}
    }

    assert wrong == {}
    assert {"200"} in answers().values(), "the list is not empty"
    assert answers()["/en/my/{waiting}/", "family one", "GET"] == {"200"}


def test_nobody_reads_what_is_not_public():
    wrong = {
        asked: said
        for asked, said in answers().items()
        if asked[1] == "visitor" and names_private(asked[0]) and "200" in said
    }

    assert wrong == {}


def test_staff_of_the_other_section_find_no_submission():
    asked_for = [asked for asked in answers() if asked[0].startswith("/admin/submissions/one/")]
    drafts = [asked for asked in asked_for if "{draft}" in asked[0] and asked[1] in STAFF]
    of_the_other = {True: "centre", False: "embassy"}  # that of the graves is the embassy's
    hidden = [asked for asked in asked_for if asked[1] == of_the_other["told of" in asked[0]]]

    assert {frozenset(answers()[asked]) for asked in hidden + drafts} == {frozenset({"404"})}
    assert answers()["/admin/submissions/one/{waiting}/", "centre", "GET"] == {"200"}
    assert answers()["/admin/submissions/one/{told of a grave}/", "embassy", "GET"] == {"200"}


def test_nothing_fails():
    """But the page on which Wagtail shows what a fault looks like; and no worker works here."""
    faults = {asked[0] for asked, said in answers().items() if any(s[0] == "5" for s in said)}

    assert faults == {"/admin/failwhale/…", "/readyz"}


def test_who_may_not_changes_nothing():
    """An empty form or another method is never answered with success."""
    unsafe = {asked: said for asked, said in answers().items() if asked[2] not in SAFE}
    admin = {
        asked: said
        for asked, said in unsafe.items()
        if asked[0].startswith("/admin/")
        and asked[1] not in STAFF
        and asked[0].split("/")[2] not in SIGNING_IN
    }
    public = {
        asked: said
        for asked, said in unsafe.items()
        if not asked[0].startswith(("/admin/", "/dev/"))
        and (asked[1] == "visitor" or asked[2] in ("PUT", "DELETE"))
    }

    assert {asked: said for asked, said in admin.items() if not said <= REFUSED} == {}
    assert {asked: said for asked, said in public.items() if "200" in said} == {}
