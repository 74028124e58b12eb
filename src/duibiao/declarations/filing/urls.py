"""Addresses of declarations."""

from django.urls import path

from duibiao.declarations.filing import grid, progress, review, rows, workspace

app_name = "declarations"
urlpatterns = [
    path("", workspace.home, name="home"),
    path("begin/", workspace.begin, name="begin"),
    path("review/", review.review, name="review"),
    path("review/approve/", review.approve_all, name="approve-all"),
    path("progress/", progress.progress, name="progress"),
    path("progress/chase/", progress.chase, name="chase"),
    path("<int:pk>/", workspace.show, name="show"),
    path("<int:pk>/check/", workspace.check, name="check"),
    path("<int:pk>/submit/", workspace.submit, name="submit"),
    path("<int:pk>/products/new/", rows.product, name="product-new"),
    path("<int:pk>/products/<int:row>/", rows.product, name="product"),
    path("<int:pk>/standards/new/", rows.standard, name="standard-new"),
    path("<int:pk>/standards/<int:row>/", rows.standard, name="standard"),
    path("<int:pk>/remove/<str:thing>/<int:row>/", rows.remove, name="remove"),
    path("<int:pk>/evidence/new/", rows.evidence, name="evidence-new"),
    path("<int:pk>/evidence/<int:row>/", rows.document, name="document"),
    path("<int:pk>/evidence/<int:row>/remove/", rows.remove_document, name="document-remove"),
    path("<int:pk>/indicators/<int:product>/", grid.grid, name="grid"),
    path("<int:pk>/indicator/<int:row>/", grid.indicator, name="indicator"),
    path("<int:pk>/indicators/<int:product>/cell/", grid.cell, name="cell"),
    path("<int:pk>/indicators/<int:product>/copy/", grid.copy, name="copy"),
    path("<int:pk>/decide/", review.decide, name="decide"),
    path("<int:pk>/pins/", review.add_pin, name="pin"),
    path("<int:pk>/pins/<int:row>/remove/", review.remove_pin, name="unpin"),
]
