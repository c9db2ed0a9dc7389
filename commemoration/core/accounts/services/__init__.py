from .groups import set_up_groups
from .staff import create_staff_account

__all__ = ["create_staff_account", "set_up_groups"]
