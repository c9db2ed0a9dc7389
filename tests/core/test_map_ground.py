"""What the map may fetch follows from what it stands on; by itself it asks no other host."""

import pytest

from commemoration.settings.maps import MapGround


def ground(**values) -> MapGround:
    names = ("tiles", "archive", "attribution", "attribution_url")
    return MapGround(**dict.fromkeys(names, "") | values)


def test_own_outline_needs_nobody():
    own = ground()

    assert (own.is_outline, own.policy, own.leaflet_config["TILES"]) == (True, {}, [])


@pytest.mark.parametrize(
    ("values", "policy"),
    [
        (
            {"tiles": "https://{s}.tiles.example.org/{z}/{x}/{y}.png"},
            {"img-src": ["https://*.tiles.example.org", "data:"]},
        ),
        ({"tiles": "/tiles/{z}/{x}/{y}.png"}, {"img-src": ["data:"]}),
        (
            {"archive": "https://files.example.org/be.pmtiles"},
            {"img-src": ["blob:"], "connect-src": ["https://files.example.org"]},
        ),
        ({"archive": "/maps/be.pmtiles"}, {"img-src": ["blob:"]}),
    ],
)
def test_policy_allows_the_ground_alone(values, policy):
    assert ground(**values).policy == policy


def test_tiles_come_with_credit_and_referrer_policy():
    tiles = ground(
        tiles="https://tile.example.org/{z}/{x}/{y}.png",
        attribution="© <b>Example</b>",
        attribution_url="https://example.org/",
    )

    [(_label, _url, options)] = tiles.leaflet_config["TILES"]
    assert options == {
        "attribution": '<a href="https://example.org/">© &lt;b&gt;Example&lt;/b&gt;</a>',
        "referrerPolicy": "strict-origin-when-cross-origin",
    }
