from django.urls import path

from thidua.modules.rulebook.views import calculation, lookup, trial

urlpatterns = [
    path("tra-cuu/tieu-chuan/", lookup.standards, name="rulebook_standards"),
    path("tra-cuu/tieu-chuan/<str:code>/<slug:kind>/", lookup.standard, name="rulebook_standard"),
    path("tra-cuu/dieu-kien/", trial.begin, name="rulebook_try"),
    path("tra-cuu/dieu-kien/tien-thuong/", calculation.calculation, {"what": "prize"}, name="rulebook_prize"),
    path("tra-cuu/dieu-kien/bieu-quyet/", calculation.calculation, {"what": "votes"}, name="rulebook_votes"),
    path(
        "tra-cuu/dieu-kien/tham-quyen/", calculation.calculation, {"what": "powers"}, name="rulebook_powers"
    ),
    path("tra-cuu/dieu-kien/<slug:kind>/", trial.trial, name="rulebook_trial"),
]
