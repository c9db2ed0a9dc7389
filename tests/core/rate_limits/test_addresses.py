import pytest
from django.test import RequestFactory, override_settings

from commemoration.core.rate_limits.addresses import counted_address


def address(proxies, remote, forwarded=None):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, **headers)
    with override_settings(TRUSTED_PROXIES=proxies):
        return counted_address(request)


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "expected"),
    [
        (0, "192.0.2.1", None, "192.0.2.1"),
        (0, "192.0.2.1", "198.51.100.9", "192.0.2.1"),
        (1, "10.0.0.1", "198.51.100.9", "198.51.100.9"),
        (1, "10.0.0.1", "203.0.113.7, 198.51.100.9", "198.51.100.9"),
        (2, "10.0.0.1", "203.0.113.7, 198.51.100.9, 10.0.0.2", "198.51.100.9"),
        (1, "10.0.0.1", None, "10.0.0.1"),
        (1, "10.0.0.1", "nonsense", "unknown"),
        (0, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        (0, "::ffff:192.0.2.1", None, "192.0.2.1"),
        (0, "", None, "unknown"),
    ],
)
def test_counted_address(proxies, remote, forwarded, expected):
    assert address(proxies, remote, forwarded) == expected
