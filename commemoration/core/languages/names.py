"""The languages of the site, each in its own words."""

from django.conf import settings
from django.utils.translation import get_language_info

OWN_NAMES = {
    code: get_language_info(code)["name_local"].capitalize() for code, _name in settings.LANGUAGES
}
