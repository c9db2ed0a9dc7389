"""Who may do what with burial sites and with what is told about them."""


def may_review_reports(user) -> bool:
    """Look at what caretakers report, and decide on it."""
    return user.has_perm("graves.change_burialsite")


def may_give_links(user) -> bool:
    """Send the link of a caretaker, or revoke it."""
    return user.has_perm("graves.change_caretaker")


def may_review_told(user) -> bool:
    """Look at what visitors send about burials and sites, and decide on it."""
    return user.has_perm("graves.change_burial")


def may_close_requests(user) -> bool:
    """Say that a photograph has come, or that none can be taken."""
    return may_review_told(user)
