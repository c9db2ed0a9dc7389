from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "commemoration.home"
    label = "home"
