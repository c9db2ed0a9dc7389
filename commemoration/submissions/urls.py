"""Addresses of forms for the public and of "my submission"; the one in letters has no language."""

from django.urls import path

from commemoration.submissions.views import (
    links,
    mine,
    objections,
    pictures,
    register,
    starting,
    writing,
)

app_name = "submissions"
MINE = "my/<slug:handle>/"

urlpatterns = [
    path("personal-data/", register.register, name="register"),
    path("object/", objections.object_to, name="object"),
    path("object/sent/", objections.object_sent, name="object_sent"),
    path("object/<slug:handle>/", objections.objection, name="objection"),
    path("send/again/", starting.again, name="again"),
    path("send/again/sent/", starting.again_sent, name="again_sent"),
    path("send/<slug:kind>/", starting.start, name="start"),
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}step/<slug:step>/", writing.step, name="step"),
    path(f"{MINE}pictures/", pictures.pictures, name="pictures"),
    path(f"{MINE}pictures/<uuid:uuid>/", pictures.picture, name="picture"),
    path(f"{MINE}pictures/<uuid:uuid>/first/", pictures.first, name="picture_first"),
    path(f"{MINE}pictures/<uuid:uuid>/remove/", pictures.remove, name="picture_remove"),
    path(f"{MINE}pictures/<uuid:uuid>.jpg", pictures.preview, name="picture_file"),
    path(f"{MINE}send/", writing.send, name="send"),
    path(f"{MINE}confirm/", mine.confirm, name="confirm"),
    path(f"{MINE}language/", mine.language, name="language"),
    path(f"{MINE}withdraw/", mine.withdraw, name="withdraw"),
    path(f"{MINE}erase/", mine.erase, name="erase"),
    path(f"{MINE}everything.zip", mine.everything, name="everything"),
    path(f"{MINE}close/", mine.close, name="close"),
    path(f"{MINE}renew/", mine.renew, name="renew"),
]

permanent_urlpatterns = [
    path("my/<str:token>/", links.link, name="link"),
    path("object/<str:token>/", objections.objection_link, name="objection"),
]
