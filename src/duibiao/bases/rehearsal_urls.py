"""Addresses of rehearsals."""

from django.urls import path

from duibiao.bases import rehearsal_pages

app_name = "rehearsals"
urlpatterns = [
    path("", rehearsal_pages.index, name="index"),
    path("<str:kind>/<int:pk>/", rehearsal_pages.show, name="show"),
    path("<str:kind>/<int:pk>/members/", rehearsal_pages.members, name="members"),
    path("<str:kind>/<int:pk>/members.xlsx", rehearsal_pages.download, name="download"),
    path("<str:kind>/<int:pk>/moves/", rehearsal_pages.moved, name="moves"),
]
