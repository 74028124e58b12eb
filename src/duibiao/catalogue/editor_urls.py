"""Addresses of the editor of schemes."""

from django.urls import path

from duibiao.catalogue import editor_starting, editor_views

app_name = "scheme-editor"
urlpatterns = [
    path("new/", editor_starting.start, name="start"),
    path("<int:pk>/", editor_views.editor, name="editor"),
    path("<int:pk>/cells/", editor_views.cells, name="cells"),
    path("<int:pk>/do/", editor_views.do, name="do"),
    path("<int:pk>/block/", editor_views.block, name="block"),
    path("<int:pk>/read/", editor_views.reading, name="read"),
    path("<int:pk>/upload/", editor_starting.upload, name="upload"),
    path("<int:pk>/scheme.<slug:kind>", editor_starting.draft_file, name="draft-file"),
    path("versions/<int:pk>/scheme.<slug:kind>", editor_starting.version_file, name="version-file"),
]
