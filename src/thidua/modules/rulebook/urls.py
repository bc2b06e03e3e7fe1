from django.urls import path

from thidua.modules.rulebook.views import lookup, trial

urlpatterns = [
    path("tra-cuu/tieu-chuan/", lookup.standards, name="rulebook_standards"),
    path("tra-cuu/tieu-chuan/<str:code>/<slug:kind>/", lookup.standard, name="rulebook_standard"),
    path("tra-cuu/dieu-kien/", trial.begin, name="rulebook_try"),
    path("tra-cuu/dieu-kien/<slug:kind>/", trial.trial, name="rulebook_trial"),
]
