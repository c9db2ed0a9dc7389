"""Tells a disk that fails us from a file that is wrong."""

import errno

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def is_out_of_room(error: BaseException) -> bool:
    """The disk, or our share of it, is full."""
    return isinstance(error, OSError) and error.errno in NO_ROOM


def is_disk_fault(error: BaseException) -> bool:
    """Full or failing: the same work may succeed once somebody has seen to the disk."""
    return isinstance(error, OSError) and error.errno in (*NO_ROOM, errno.EIO)
