"""Addresses of filings."""

from django.urls import path

from duibiao.reporting import views

app_name = "filings"
urlpatterns = [
    path("", views.index, name="index"),
    path("district/assemble/", views.assemble_district, name="assemble-district"),
    path("district/<int:pk>/", views.district, name="district"),
    path("district/<int:pk>/members/", views.members, name="members"),
    path("district/<int:pk>/remark/", views.district_remark, name="district-remark"),
    path("district/<int:pk>/filing.json", views.district_json, name="district-json"),
    path("district/<int:pk>/filing.xlsx", views.district_xlsx, name="district-xlsx"),
    path("city/assemble/", views.assemble_city, name="assemble-city"),
    path("city/<int:pk>/", views.city, name="city"),
    path("city/<int:pk>/remark/", views.city_remark, name="city-remark"),
    path("city/<int:pk>/push/", views.push, name="push"),
    path("city/<int:pk>/filing.json", views.city_json, name="city-json"),
    path("city/<int:pk>/filing.xlsx", views.city_xlsx, name="city-xlsx"),
]
