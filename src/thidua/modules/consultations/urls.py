from django.urls import path

from thidua.modules.consultations.views import letters, public, remarks, showings

urlpatterns = [
    path("cong-khai/", public.index, name="showings_open"),
    path("cong-khai/<slug:code>/", public.show, name="showings_public"),
    path("cong-khai/<slug:code>/cam-on/", public.thanks, name="showings_thanks"),
    path("lay-y-kien/", letters.index, name="consultations_list"),
    path("lay-y-kien/cong-khai/", showings.index, name="showings_list"),
    path("lay-y-kien/cong-khai/moi/<int:dossier_pk>/", showings.new, name="showings_new"),
    path("lay-y-kien/cong-khai/<int:pk>/", showings.show, name="showings_show"),
    path("lay-y-kien/cong-khai/<int:pk>/ket-qua/", showings.conclude, name="showings_conclude"),
    path("lay-y-kien/cong-khai/<int:pk>/go/", showings.withdraw, name="showings_withdraw"),
    path("lay-y-kien/cong-khai/<int:pk>/thong-bao/", showings.notice, name="showings_notice"),
    path("lay-y-kien/y-kien/<int:pk>/", remarks.show, name="remarks_show"),
    path("lay-y-kien/y-kien/<int:pk>/<slug:slug>/", remarks.step, name="remarks_step"),
    path("lay-y-kien/moi/<int:dossier_pk>/", letters.new, name="consultations_new"),
    path("lay-y-kien/<int:pk>/", letters.show, name="consultations_show"),
    path("lay-y-kien/<int:pk>/sua/", letters.change, name="consultations_change"),
    path("lay-y-kien/<int:pk>/cong-van/", letters.letter, name="consultations_letter"),
    path("lay-y-kien/<int:pk>/gui/", letters.ask, name="consultations_ask"),
    path("lay-y-kien/<int:pk>/tra-loi/", letters.answer, name="consultations_answer"),
    path("lay-y-kien/<int:pk>/nhap-tra-loi/", letters.record, name="consultations_record"),
    path("lay-y-kien/<int:pk>/huy/", letters.cancel, name="consultations_cancel"),
]
