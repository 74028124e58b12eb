"""Addresses of the pages about people."""

from django.urls import path

from duibiao.access import views

app_name = "people"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("watch/", views.watch, name="watch"),
    path("proxies/", views.proxy_page, name="proxies"),
    path("proxies/<int:pk>/end/", views.proxy_end, name="proxy-end"),
    path("posts/<int:pk>/<slug:act>/", views.change, name="change"),
    path("<str:code>/", views.office_page, name="office"),
    path("<str:code>/accounts/", views.open_account, name="open"),
    path("<str:code>/appoint/", views.appoint, name="appoint"),
    path("<str:code>/reset/", views.reset, name="reset"),
]
