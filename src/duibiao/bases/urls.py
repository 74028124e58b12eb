"""Addresses of bases."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "bases"
urlpatterns: list[URLPattern] = []
