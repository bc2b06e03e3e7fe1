from django.urls import path

from thidua.modules.privacy import views

urlpatterns = [
    path("du-lieu-ca-nhan/", views.index, name="data_requests_list"),
    path("du-lieu-ca-nhan/thoi-han-luu/", views.rules, name="data_requests_rules"),
    path("du-lieu-ca-nhan/moi/<int:pk>/", views.create, name="data_requests_create"),
    path("du-lieu-ca-nhan/<int:pk>/", views.show, name="data_requests_show"),
    path("du-lieu-ca-nhan/<int:pk>/sua/", views.change, name="data_requests_change"),
    path("du-lieu-ca-nhan/<int:pk>/ban-sao/", views.copy, name="data_requests_copy"),
    path("du-lieu-ca-nhan/<int:pk>/<slug:name>/", views.answer, name="data_requests_answer"),
]
