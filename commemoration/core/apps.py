from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "commemoration.core"
    label = "core"
