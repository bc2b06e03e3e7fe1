from django.urls import path

from thidua.modules.suggestions import views

urlpatterns = [
    path("goi-y-khen-thuong/", views.index, name="suggestions_list"),
    path("goi-y-khen-thuong/ra-soat/", views.look, name="suggestions_look"),
    path("goi-y-khen-thuong/ra-soat/<int:pk>/", views.progress, name="suggestions_progress"),
    path("goi-y-khen-thuong/ra-soat/<int:pk>/dung/", views.stop, name="suggestions_stop"),
    path("goi-y-khen-thuong/xuat/", views.permit, name="suggestions_permit"),
    path("goi-y-khen-thuong/<slug:kind>/<int:pk>/", views.show, name="suggestions_show"),
    path("goi-y-khen-thuong/<slug:kind>/<int:pk>/mo-ho-so/", views.propose, name="suggestions_propose"),
    path("goi-y-khen-thuong/<slug:kind>/<int:pk>/khong/", views.aside, name="suggestions_aside"),
    path("goi-y-khen-thuong/<slug:kind>/<int:pk>/dua-lai/", views.back, name="suggestions_back"),
]
