"""Addresses of the portal."""

from django.urls import path

from duibiao.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("history/<str:label>/<int:pk>/", views.history, name="history"),
    path("journal/", views.journal, name="journal"),
    path("journal/export.csv", views.journal_export, name="journal-export"),
]
