"""Registers the site settings in the admin's menu."""

from wagtail.contrib.settings.registry import register_setting

from commemoration.core.site_settings.models import SiteSettings

register_setting(SiteSettings, icon="mail")
