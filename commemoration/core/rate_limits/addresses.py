"""Decides which network address a request is counted under."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def counted_address(request: HttpRequest) -> str:
    """The visitor's address; of IPv6 the /64, since one household holds all addresses in it.

    X-Forwarded-For is believed only as far as our own proxies wrote it: settings.TRUSTED_PROXIES
    is their number (0 if visitors reach the server directly).
    """
    proxies = getattr(settings, "TRUSTED_PROXIES", 0)
    written = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    candidate = request.META.get("REMOTE_ADDR", "")
    if proxies and len(written) >= proxies and written[-proxies]:
        candidate = written[-proxies]
    try:
        address = ip_address(candidate)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ip_network((address, 64), strict=False).network_address)
    return str(address)
