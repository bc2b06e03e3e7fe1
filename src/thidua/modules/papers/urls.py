from django.urls import path

from thidua.modules.papers import views

urlpatterns = [
    path("van-ban/<int:pk>/", views.show, name="papers_show"),
    path("quan-tri/nguoi-ky/", views.signers, name="signers_list"),
    path("quan-tri/nguoi-ky/them/", views.signer_new, name="signers_new"),
    path("quan-tri/nguoi-ky/<int:pk>/", views.signer_edit, name="signers_edit"),
]
