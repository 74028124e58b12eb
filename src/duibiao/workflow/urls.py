"""Addresses of the workflow."""

from django.urls import path

from duibiao.workflow import views

app_name = "workflow"
urlpatterns = [
    path("<slug:machine>/<int:pk>/<slug:step>/", views.step, name="step"),
]
