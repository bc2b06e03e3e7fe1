from django.urls import path

from thidua.modules.rulebook.views import calculation, effects, entry, local, lookup, trial

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
    path("quan-tri/quy-dinh-dia-phuong/", local.listing, name="rulebook_local_list"),
    path("quan-tri/quy-dinh-dia-phuong/them/", local.new, name="rulebook_local_new"),
    path("quan-tri/quy-dinh-dia-phuong/them-theo-muc/", entry.begin, name="rulebook_local_begin"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/soan/", entry.compose, name="rulebook_local_compose"),
    path(
        "quan-tri/quy-dinh-dia-phuong/<int:pk>/soan/van-ban/",
        entry.instrument,
        name="rulebook_local_instrument",
    ),
    path(
        "quan-tri/quy-dinh-dia-phuong/<int:pk>/soan/muc/<str:where>/",
        entry.entry,
        name="rulebook_local_entry",
    ),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/soan/bo-muc/", entry.remove, name="rulebook_local_remove"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/ban-moi/", entry.next_version, name="rulebook_local_next"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/thay-doi/", effects.effects, name="rulebook_local_effects"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/", local.show, name="rulebook_local_show"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/sua/", local.edit, name="rulebook_local_edit"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/tai-ve/", local.download, name="rulebook_local_download"),
    path(
        "quan-tri/quy-dinh-dia-phuong/<int:pk>/cho-hieu-luc/",
        local.put_in_force,
        name="rulebook_local_put_in_force",
    ),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/het-hieu-luc/", local.end, name="rulebook_local_end"),
    path("quan-tri/quy-dinh-dia-phuong/<int:pk>/bo/", local.throw_away, name="rulebook_local_throw_away"),
]
