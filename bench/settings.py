"""What the benches run on: the settings of the tests, in a database of their own."""

from commemoration.settings.test import *  # noqa: F403
from commemoration.settings.test import DATABASES

DATABASES["default"]["TEST"] = {"NAME": "commemoration_bench"}
