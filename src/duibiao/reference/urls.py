"""Addresses of reference data."""

from django.urls import path

from duibiao.reference import views

app_name = "reference"
urlpatterns = [
    path("reference/", views.index, name="index"),
    path("reference/regions/", views.region_page, name="regions"),
    path("reference/industries/", views.industry_page, name="industries"),
    path("reference/sizes/", views.size_page, name="sizes"),
    path("terms/", views.term_page, name="terms"),
    path("terms/terms.csv", views.terms_csv, name="terms-csv"),
]
