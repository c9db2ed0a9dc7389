"""Who may do what with the entries of the Immortal Regiment."""


def may_review_entries(user) -> bool:
    """Look at what families send, and decide on it."""
    return user.has_perm("regiment.change_regimententry")
