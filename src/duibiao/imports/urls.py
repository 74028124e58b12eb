"""Addresses of imports."""

from django.urls import path

from duibiao.imports import views

app_name = "imports"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:pk>/", views.session, name="session"),
    path("<int:pk>/columns/", views.map_columns, name="columns"),
    path("<int:pk>/values/", views.fix_values, name="values"),
    path("<int:pk>/rows/", views.fix_rows, name="rows"),
    path("<int:pk>/write/", views.write, name="write"),
    path("<int:pk>/annotated.xlsx", views.annotated, name="annotated"),
    path("receipts/<str:number>/", views.receipt, name="receipt"),
    path("lists/<slug:key>/", views.choose, name="choose"),
    path("lists/<slug:key>/template.xlsx", views.template, name="template"),
    path("lists/<slug:key>/export.xlsx", views.export, name="export"),
]
