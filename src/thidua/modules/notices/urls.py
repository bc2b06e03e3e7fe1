from django.urls import path

from thidua.modules.notices import views

urlpatterns = [
    path("thong-bao/", views.notices, name="notices_list"),
    path("thong-bao/<int:pk>/", views.read, name="notices_read"),
    path("thong-bao/da-doc-het/", views.read_all, name="notices_read_all"),
    path("quan-tri/thu-cho-gui/", views.mail, name="mail_list"),
    path("quan-tri/thu-cho-gui/<int:pk>/gui-lai/", views.send_again, name="mail_send_again"),
]
