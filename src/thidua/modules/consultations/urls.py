from django.urls import path

from thidua.modules.consultations import views

urlpatterns = [
    path("lay-y-kien/", views.index, name="consultations_list"),
    path("lay-y-kien/moi/<int:dossier_pk>/", views.new, name="consultations_new"),
    path("lay-y-kien/<int:pk>/", views.show, name="consultations_show"),
    path("lay-y-kien/<int:pk>/sua/", views.change, name="consultations_change"),
    path("lay-y-kien/<int:pk>/cong-van/", views.letter, name="consultations_letter"),
    path("lay-y-kien/<int:pk>/gui/", views.ask, name="consultations_ask"),
    path("lay-y-kien/<int:pk>/tra-loi/", views.answer, name="consultations_answer"),
    path("lay-y-kien/<int:pk>/nhap-tra-loi/", views.record, name="consultations_record"),
    path("lay-y-kien/<int:pk>/huy/", views.cancel, name="consultations_cancel"),
]
