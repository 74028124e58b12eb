"""Addresses of the boards."""

from django.urls import path

from duibiao.insights import views

app_name = "boards"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:name>/", views.board, name="board"),
    path("<slug:name>.csv", views.board_csv, name="board-csv"),
    path("<slug:name>/<slug:subject>/<slug:measure>/", views.members, name="members"),
    path("<slug:name>/<slug:subject>/<slug:measure>.csv", views.members_csv, name="members-csv"),
]
