from django.urls import path

from thidua.modules.dashboards import views

urlpatterns = [
    path("toan-canh/", views.index, name="dashboards_list"),
    path("toan-canh/tinh-lai/", views.ask_again, name="dashboards_ask"),
    path("toan-canh/<slug:code>/", views.show, name="dashboards_show"),
]
