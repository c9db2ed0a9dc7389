"""Stops staff from deleting what is still needed, and says in plain words why."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.images.views.images import DeleteView as ImageDeleteView

from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.permission_policies import SectionPermissionPolicy
from photos.selectors.usage import versions_in_collection, versions_with_picture


class PictureDeleteView(ImageDeleteView):
    def run_before_hook(self):
        return keep_used_pictures(self.request, "delete", [self.object], self)


def keep_used_pictures(request, action_type, pictures, view):
    """Says in plain words what the database would refuse. Also asked before many are deleted."""
    if action_type != "delete" or not all(isinstance(each, ArchiveImage) for each in pictures):
        return None
    for picture in pictures:
        if version := versions_with_picture(picture).first():
            text = gettext(
                "The picture “%(picture)s” cannot be deleted: a version of the photograph "
                "%(photo)s still shows it. Delete the photograph, or keep the picture."
            )
            messages.error(request, text % {"picture": picture, "photo": version.object_str})
            return redirect("wagtailimages:index")
    return None


def refuse_to_delete(request, records):
    """Stops every way to delete a record that is not the editor's, or that is still needed."""
    for record in records:
        if isinstance(record, Photo | Collection):
            policy = SectionPermissionPolicy(type(record))
            if not policy.user_has_permission_for_instance(request.user, "delete", record):
                raise PermissionDenied(gettext("This record cannot be deleted."))
        if isinstance(record, Collection) and (version := versions_in_collection(record).first()):
            text = gettext(
                "The collection “%(collection)s” cannot be deleted: a version of the photograph "
                "%(photo)s still belongs to it. Delete the photograph, or keep the collection."
            )
            messages.error(request, text % {"collection": record, "photo": version.object_str})
            return redirect(f"{Collection.snippet_viewset.url_namespace}:list")
    return None
