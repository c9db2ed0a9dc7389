"""Who is let in by password."""

from axes.backends import AxesStandaloneBackend


class ThrottledLogin(AxesStandaloneBackend):
    """Asked first, refuses whoever has to wait. Where there is no request, as in a shell, there is
    no address to count and no door to guard."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if request is not None:
            super().authenticate(request, username=username, password=password, **kwargs)
