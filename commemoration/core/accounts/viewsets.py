"""Accounts of staff in the admin."""

from wagtail.users.views.users import CreateView, EditView, UserViewSet


class KeepsSuperusersMixin:
    """Only a superuser makes a superuser."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        if "is_superuser" in form.fields and not self.request.user.is_superuser:
            form.fields["is_superuser"].disabled = True
        return form


class StaffCreateView(KeepsSuperusersMixin, CreateView):
    pass


class StaffEditView(KeepsSuperusersMixin, EditView):
    pass


class StaffUserViewSet(UserViewSet):
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
