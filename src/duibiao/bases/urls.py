"""Addresses of bases."""

from django.urls import path

from duibiao.bases import coverage_pages, study_pages, views

app_name = "bases"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("coverage/", coverage_pages.coverage, name="coverage"),
    path("editions/", coverage_pages.editions, name="editions"),
    path("product/<int:pk>/", views.product, name="product"),
    path("studies/<int:pk>/", study_pages.study, name="study"),
    path("studies/<int:pk>/adoption/", study_pages.adoption, name="adoption"),
    path("studies/<int:pk>/document/", study_pages.attachment, name="attachment"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/institution/", views.institution, name="institution"),
    path("<int:pk>/revise/", views.revise, name="revise"),
    path("<int:pk>/rule/", views.rule, name="rule"),
    path("<int:pk>/document/", views.document, name="document"),
]
