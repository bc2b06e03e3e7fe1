from django.urls import path

from thidua.modules.appraisal.views import lists, page, posts

urlpatterns = [
    path("tham-dinh/", lists.index, name="appraisal_list"),
    path("tham-dinh/tiep-nhan/<int:dossier_pk>/", lists.receive, name="appraisal_receive"),
    path("tham-dinh/<int:pk>/", page.show, name="appraisal_show"),
    path("tham-dinh/<int:pk>/phan-cong/", posts.assign, name="appraisal_assign"),
    path("tham-dinh/<int:pk>/xem-xet/", posts.examine, name="appraisal_examine"),
    path("tham-dinh/<int:pk>/doi-chieu-lai/", posts.refresh, name="appraisal_refresh"),
    path(
        "tham-dinh/<int:pk>/ket-luan-ung-vien/", posts.conclude_candidate, name="appraisal_conclude_candidate"
    ),
    path("tham-dinh/<int:pk>/ket-luan/", posts.conclude, name="appraisal_conclude"),
    path("tham-dinh/<int:pk>/mo-lai/", posts.reopen, name="appraisal_reopen"),
]
