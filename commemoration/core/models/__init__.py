"""The tables of core, gathered from the rooms that own them."""

from commemoration.core.accounts.models import User

__all__ = ["User"]
