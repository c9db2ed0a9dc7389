from io import StringIO

import pytest
from django.core.management import call_command

from commemoration.core.invariants import registry
from commemoration.core.invariants.registry import register_invariant, registered_invariants


@pytest.fixture
def only_ours(monkeypatch):
    """No promise is registered but those of the test."""
    monkeypatch.setattr(registry, "_invariants", {})


def check(**options) -> tuple[list[str], int]:
    """The printed lines, and the exit status."""
    out = StringIO()
    try:
        call_command("check_invariants", stdout=out, **options)
    except SystemExit as end:
        return out.getvalue().splitlines(), end.code
    return out.getvalue().splitlines(), 0


def test_kept_promises_are_counted(only_ours):
    register_invariant("clocks.agree", list)

    assert check() == (["Promises checked: 1. Breaches: 0."], 0)


def test_each_breach_is_a_line_and_the_exit_status_is_1(only_ours):
    register_invariant("keys.fit", lambda: ["key 1 is lost", "key 2 is bent"])
    register_invariant("clocks.agree", list)

    assert check() == (
        [
            "keys.fit: key 1 is lost",
            "keys.fit: key 2 is bent",
            "Promises checked: 2. Breaches: 2.",
        ],
        1,
    )


def test_deep_promise_is_checked_only_when_asked(only_ours):
    register_invariant("scrolls.read_right", lambda: ["scroll 3 is torn"], deep=True)

    assert check() == (["Promises checked: 0. Breaches: 0."], 0)
    assert check(deep=True)[0][0] == "scrolls.read_right: scroll 3 is torn"


def test_two_promises_of_one_name_are_refused(only_ours):
    register_invariant("clocks.agree", list)
    register_invariant("clocks.agree", list)  # the same again: apps may be readied twice

    with pytest.raises(ValueError, match=r"clocks\.agree"):
        register_invariant("clocks.agree", set)


def test_every_app_has_registered_its_promises():
    subjects = {each.name.split(".")[0] for each in registered_invariants(deep=True)}

    assert subjects == {
        *("accounts", "consent", "edtf", "graves", "imports", "names", "outbox", "pages"),
        *("photos", "regiment", "veterans"),
    }
