from django.apps import AppConfig


class NamesConfig(AppConfig):
    name = "commemoration.names"
    label = "names"
