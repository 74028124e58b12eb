"""Addresses: each room's own, under its name."""

from django.urls import include, path

from duibiao.config import health
from duibiao.config.api import api

urlpatterns = [
    path("", include("duibiao.portal.urls")),
    path("catalogue/edit/", include("duibiao.catalogue.editor_urls")),
    path("judge/", include("duibiao.declarations.urls")),
    path("declarations/", include("duibiao.declarations.filing.urls")),
    path("", include("duibiao.accounts.urls")),
    path("bases/", include("duibiao.bases.urls")),
    path("matrix/", include("duibiao.bases.matrix_urls")),
    path("rehearsals/", include("duibiao.bases.rehearsal_urls")),
    path("filings/", include("duibiao.reporting.urls")),
    path("boards/", include("duibiao.insights.urls")),
    path("", include("duibiao.reference.urls")),
    path("standards/", include("duibiao.standards.urls")),
    path("people/", include("duibiao.access.urls")),
    path("inbox/", include("duibiao.messages.urls")),
    path("catalogue/", include("duibiao.catalogue.urls")),
    path("imports/", include("duibiao.imports.urls")),
    path("steps/", include("duibiao.workflow.urls")),
    path("", include("duibiao.ui.urls")),
    path("api/v1/", api.urls),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]

handler400 = "duibiao.ui.errors.bad_request"
handler403 = "duibiao.ui.errors.forbidden"
handler404 = "duibiao.ui.errors.not_found"
handler500 = "duibiao.ui.errors.server_error"
