"""Registers the second factor and the care of accounts."""

from wagtail import hooks

from . import admin, urls

hooks.register("register_admin_urls", lambda: urls.urlpatterns)
hooks.register("register_log_actions", admin.add_log_actions)
hooks.register("register_account_menu_item", admin.account_menu_item)
hooks.register("register_user_listing_buttons", admin.listing_buttons)
hooks.register("before_edit_user", admin.keep_from_higher_account)
hooks.register("before_delete_user", admin.keep_from_higher_account)
hooks.register("before_bulk_action", admin.keep_bulk_action_from_higher_accounts)
hooks.register("insert_global_admin_css", admin.stylesheet)
