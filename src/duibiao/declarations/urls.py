"""Addresses of the self-service trial."""

from django.urls import path

from duibiao.declarations import views

app_name = "judge"
urlpatterns = [
    path("", views.start, name="start"),
    path("verify/", views.verify, name="verify"),
    path("kept/<str:key>/", views.kept, name="kept"),
    path("kept/<str:key>/discard/", views.discard, name="discard"),
    path("<str:code>/", views.grid, name="grid"),
    path("<str:code>/verdicts/", views.verdicts, name="verdicts"),
    path("<str:code>/fill/", views.fill, name="fill"),
    path("<str:code>/template.xlsx", views.template_workbook, name="template"),
    path("<str:code>/example/", views.example, name="example"),
    path("<str:code>/proof.json", views.proof_file, name="proof"),
    path("<str:code>/annotated.xlsx", views.annotated_workbook, name="annotated"),
    path("<str:code>/keep/", views.keep, name="keep"),
]
