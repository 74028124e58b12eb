"""Addresses of the ui room."""

from django.urls import path

from duibiao.ui import gallery, language

app_name = "ui"
urlpatterns = [
    path("language/<str:language>/", language.switch, name="language"),
    path("ui/gallery/", gallery.gallery, name="gallery"),
]
