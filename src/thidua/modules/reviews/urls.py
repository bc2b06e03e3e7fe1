from django.urls import path

from thidua.modules.reviews import views

urlpatterns = [
    path("so-ket-tong-ket/", views.index, name="reviews_list"),
    path("so-ket-tong-ket/moi/", views.begin, name="reviews_begin"),
    path("so-ket-tong-ket/<int:pk>/", views.show, name="reviews_show"),
    path("so-ket-tong-ket/<int:pk>/sua/", views.change, name="reviews_change"),
    path("so-ket-tong-ket/<int:pk>/lay-lai/", views.draw_again, name="reviews_draw_again"),
    path("so-ket-tong-ket/<int:pk>/ban-truoc/<int:text>/", views.earlier, name="reviews_earlier"),
    path("so-ket-tong-ket/<int:pk>/van-ban/", views.paper, name="reviews_paper"),
    path("so-ket-tong-ket/<int:pk>/buoc/<slug:name>/", views.step, name="reviews_step"),
    path("so-ket-tong-ket/<int:pk>/de-nghi/", views.propose, name="reviews_propose"),
]
