from django.apps import AppConfig


class PhotosConfig(AppConfig):
    name = "photos"
    label = "photos"

    def ready(self):
        from photos import signals

        signals.connect()
