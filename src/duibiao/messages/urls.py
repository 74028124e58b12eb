"""Addresses of messages."""

from django.urls import path

from duibiao.messages import views

app_name = "inbox"
urlpatterns = [
    path("", views.inbox_page, name="inbox"),
    path("new/", views.new, name="new"),
    path("sent/", views.sent_page, name="sent"),
    path("sent/<int:pk>/", views.dispatch_page, name="dispatch"),
    path("sent/<int:pk>/chase/", views.chase, name="chase"),
    path("sent/<int:pk>/<int:delivery>/close/", views.close, name="close"),
    path("<int:pk>/", views.delivery_page, name="delivery"),
    path("<int:pk>/answer/", views.answer, name="answer"),
]
