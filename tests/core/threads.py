"""Runs one function in several threads at once, each with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def at_once(function: Callable[[Callable[[], None]], object], times: int) -> list:
    """The results of `function(meet)`; `meet()` waits until all threads have come that far."""
    barrier = Barrier(times, timeout=20)

    def run():
        try:
            connection.ensure_connection()
            return function(barrier.wait)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        futures = [threads.submit(run) for _ in range(times)]
        return [future.result(timeout=60) for future in futures]
