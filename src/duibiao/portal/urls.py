"""Addresses of the portal."""

from django.urls import path

from duibiao.portal import account_slots, clause_pages, missing_standards, register, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("records/<slug:machine>/", views.record_list, name="records"),
    path("records/<slug:machine>/<int:pk>/", views.record, name="record"),
    path("do/<slug:key>/", views.do, name="do"),
    path("do/<slug:key>/<int:pk>/", views.do, name="do-on"),
    path("slots/", account_slots.hand_out, name="slots"),
    path("enterprises/", register.enterprises, name="enterprises"),
    path("enterprises/<int:pk>/", register.enterprise, name="enterprise"),
    path("standards-missing/", missing_standards.missing, name="missing-standards"),
    path("clauses/", clause_pages.clauses, name="clauses"),
    path("clauses/<int:pk>/", clause_pages.clause, name="clause"),
    path("clauses/proofs/<int:pk>/", clause_pages.proof, name="clause-proof"),
    path("campaigns/choose/", views.choose_campaign, name="choose-campaign"),
    path("history/<str:label>/<int:pk>/", views.history, name="history"),
    path("journal/", views.journal, name="journal"),
    path("journal/export.csv", views.journal_export, name="journal-export"),
]
