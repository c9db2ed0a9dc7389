"""Registers what the house adds to the admin."""

from wagtail import hooks

from commemoration.home.dashboard import panels

hooks.register("construct_homepage_panels", panels.add_panels)
