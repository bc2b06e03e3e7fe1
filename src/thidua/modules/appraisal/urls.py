from django.urls import path

from thidua.modules.appraisal import views

urlpatterns = [
    path("tham-dinh/", views.index, name="appraisal_list"),
    path("tham-dinh/tiep-nhan/<int:dossier_pk>/", views.receive, name="appraisal_receive"),
    path("tham-dinh/<int:pk>/", views.show, name="appraisal_show"),
    path("tham-dinh/<int:pk>/phan-cong/", views.assign, name="appraisal_assign"),
    path("tham-dinh/<int:pk>/xem-xet/", views.examine, name="appraisal_examine"),
    path("tham-dinh/<int:pk>/doi-chieu-lai/", views.refresh, name="appraisal_refresh"),
    path(
        "tham-dinh/<int:pk>/ket-luan-ung-vien/", views.conclude_candidate, name="appraisal_conclude_candidate"
    ),
    path("tham-dinh/<int:pk>/ket-luan/", views.conclude, name="appraisal_conclude"),
    path("tham-dinh/<int:pk>/mo-lai/", views.reopen, name="appraisal_reopen"),
]
