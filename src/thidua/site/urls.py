from django.urls import include, path

from thidua.site import home

urlpatterns = [
    path("", home.home, name="home"),
    path("tim-kiem/", home.search, name="search"),
    path("", include("thidua.modules.newsroom.urls")),  # what everybody opens is found first
    path("", include("thidua.modules.accounts.urls")),
    path("", include("thidua.modules.organisations.urls")),
    path("", include("thidua.modules.notices.urls")),
    path("", include("thidua.modules.intake.urls")),
    path("", include("thidua.modules.files.urls")),
    path("", include("thidua.modules.papers.urls")),
    path("", include("thidua.modules.rulebook.urls")),
    path("", include("thidua.modules.people.urls")),
    path("", include("thidua.modules.privacy.urls")),
    path("", include("thidua.modules.register.urls")),
    path("", include("thidua.modules.campaigns.urls")),
    path("", include("thidua.modules.replication.urls")),
    path("", include("thidua.modules.clusters.urls")),
    path("", include("thidua.modules.exemplars.urls")),
    path("", include("thidua.modules.dossiers.urls")),
    path("", include("thidua.modules.reviews.urls")),
    path("", include("thidua.modules.consultations.urls")),
    path("", include("thidua.modules.appraisal.urls")),
    path("", include("thidua.modules.councils.urls")),
    path("", include("thidua.modules.decisions.urls")),
    path("", include("thidua.modules.duty.urls")),
    path("", include("thidua.modules.suggestions.urls")),
    path("", include("thidua.modules.certificates.urls")),
    path("", include("thidua.modules.fund.urls")),
    path("", include("thidua.modules.ceremonies.urls")),
    path("", include("thidua.modules.oversight.urls")),
    path("", include("thidua.modules.dashboards.urls")),
    path("", include("thidua.modules.reports.urls")),
    path("", include("thidua.modules.exchange.urls")),
]
