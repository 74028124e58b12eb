"""Addresses of the matrix of one filing and many yardsticks."""

from django.urls import path

from duibiao.bases import matrix_pages

app_name = "matrix"
urlpatterns = [
    path("<int:pk>/", matrix_pages.show, name="show"),
    path("<int:pk>/matrix.<str:kind>", matrix_pages.download, name="download"),
]
