"""Which promises a site breaks, for the tests that break them."""

from commemoration.core.invariants.registry import registered_invariants


def breaches(*, deep: bool = True) -> list[str]:
    """`name: what is wrong`, one line for each breach, as `check_invariants` prints them."""
    return [
        f"{invariant.name}: {breach}"
        for invariant in registered_invariants(deep=deep)
        for breach in invariant.breaches()
    ]


def broken_promises() -> list[str]:
    """The names of the promises that are broken, each once."""
    return sorted({line.split(": ")[0] for line in breaches()})
