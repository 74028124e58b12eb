"""Addresses of accounts."""

from django.urls import path

from duibiao.accounts import account_views, views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/second-factor/", account_views.challenge, name="second-factor"),
    path("sign-in/resume/", views.resume, name="resume"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("activate/", views.activate, name="activate"),
    path("account/", account_views.account, name="account"),
    path("account/password/", account_views.password, name="password"),
    path("account/second-factor/", account_views.set_up, name="second-factor-set-up"),
    path("account/second-factor/recovery/", account_views.recovery, name="recovery"),
    path("account/second-factor/remove/", account_views.remove, name="second-factor-remove"),
    path("account/sessions/end/", account_views.end_sessions, name="sessions-end"),
]
