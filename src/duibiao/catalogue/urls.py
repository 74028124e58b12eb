"""Addresses of the catalogue."""

from django.urls import path

from duibiao.catalogue import draft_views, list_views, suggestion_views, views

app_name = "catalogue"
urlpatterns = [
    path("", views.index, name="index"),
    path("schemes/<int:pk>/", views.version, name="version"),
    path("schemes/<int:pk>/scheme.json", views.version_json, name="version-json"),
    path("schemes/<int:pk>/changes/", views.version_changes, name="version-changes"),
    path("schemes/<int:pk>/revise/", draft_views.revise, name="revise"),
    path("drafts/<int:pk>/", draft_views.draft, name="draft"),
    path("drafts/<int:pk>/day/", draft_views.day, name="day"),
    path("drafts/<int:pk>/comments/", draft_views.comment, name="comment"),
    path("drafts/<int:pk>/comments/<int:row>/", draft_views.dispose, name="dispose"),
    path("drafts/<int:pk>/changes/", draft_views.changes, name="draft-changes"),
    path("lists/", list_views.index, name="lists"),
    path("lists/begin/", list_views.begin, name="list-begin"),
    path("lists/<int:pk>/", list_views.show, name="list"),
    path("suggestions/", suggestion_views.index, name="suggestions"),
    path("suggestions/<int:pk>/", suggestion_views.show, name="suggestion"),
]
