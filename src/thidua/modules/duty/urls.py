from django.urls import path

from thidua.modules.duty import views

urlpatterns = [
    path("nhiem-vu-thang/", views.index, name="duty_list"),
    path("nhiem-vu-thang/<int:pk>/", views.unit, name="duty_unit"),
    path("nhiem-vu-thang/<int:pk>/<int:year>/<int:month>/", views.none, name="duty_none"),
]
