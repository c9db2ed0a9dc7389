"""Who may do what with veterans."""


def may_handle_consents(user) -> bool:
    """Record and withdraw the consents of veterans."""
    return user.has_perm("veterans.change_veteran")


def may_import_veterans(user) -> bool:
    return user.has_perm("veterans.add_veteran")
