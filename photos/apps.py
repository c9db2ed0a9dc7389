from datetime import timedelta

from django.apps import AppConfig


class PhotosConfig(AppConfig):
    name = "photos"
    label = "photos"

    def ready(self):
        from commemoration.core.runtime.periodic import register_periodic
        from photos import signals
        from photos.services.picture_checks import heal_pictures

        signals.connect()
        register_periodic("photos.heal_pictures", timedelta(minutes=30), heal_pictures)
