"""A wish for a new link, for the seconds until it is answered."""

from django.db import models


class LostLink(models.Model):
    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=5)
    asked_at = models.DateTimeField()

    def __str__(self):
        return str(self.pk)
