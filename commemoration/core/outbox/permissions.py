"""Who may see what became of the site's letters."""

from commemoration.core.accounts.selectors import is_site_manager


def may_handle_letters(user) -> bool:
    """See which letters did not arrive, and have them sent again."""
    return is_site_manager(user)
