"""Addresses of standards."""

from django.urls import path

from duibiao.standards import figure_views, views

app_name = "standards"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("near/", views.near_numbers, name="near"),
    path("adoption/", figure_views.adoption, name="adoption"),
    path("adoption/definition/", figure_views.definition, name="definition"),
    path("adoption/<slug:kind>/new/", figure_views.new_area, name="new-area"),
    path("adoption/areas/<int:pk>/", figure_views.area, name="area"),
    path("adoption/<slug:kind>/<slug:area>/<slug:measure>/", figure_views.members, name="members"),
    path("<int:pk>/", views.edition, name="edition"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/amendments/", views.amend, name="amend"),
    path("<int:pk>/adoptions/", views.adopt, name="adopt"),
    path("adoptions/<int:pk>/drop/", views.drop, name="drop"),
]
