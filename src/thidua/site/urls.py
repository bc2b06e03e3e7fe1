from django.urls import include, path

urlpatterns = [
    path("", include("thidua.modules.accounts.urls")),
    path("", include("thidua.modules.organisations.urls")),
]
