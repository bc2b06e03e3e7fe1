from django.urls import path

from thidua.modules.intake.views import lists, one

urlpatterns = [
    path("nhap-lieu/", lists.listing, name="intake_list"),
    path("nhap-lieu/moi/<slug:code>/", lists.bring, name="intake_bring"),
    path("nhap-lieu/mau/<slug:code>/", lists.template, name="intake_template"),
    path("nhap-lieu/<int:pk>/", one.show, name="intake_show"),
    path("nhap-lieu/<int:pk>/tien-do/", one.progress, name="intake_progress"),
    path("nhap-lieu/<int:pk>/loi/", one.errors, name="intake_errors"),
    path("nhap-lieu/<int:pk>/cot/", one.columns, name="intake_columns"),
    path("nhap-lieu/<int:pk>/chon/", one.keep, name="intake_keep"),
    path("nhap-lieu/<int:pk>/nhap/", one.approve, name="intake_approve"),
    path("nhap-lieu/<int:pk>/dung/", one.stop, name="intake_stop"),
    path("nhap-lieu/<int:pk>/bo/", one.drop, name="intake_drop"),
    path("nhap-lieu/<int:pk>/hoan-tac/", one.undo, name="intake_undo"),
]
