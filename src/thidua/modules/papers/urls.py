from django.urls import path

from thidua.modules.papers import template_views, views

urlpatterns = [
    path("van-ban/<int:pk>/", views.show, name="papers_show"),
    path("quan-tri/nguoi-ky/", views.signers, name="signers_list"),
    path("quan-tri/nguoi-ky/them/", views.signer_new, name="signers_new"),
    path("quan-tri/nguoi-ky/<int:pk>/", views.signer_edit, name="signers_edit"),
    path("quan-tri/mau-van-ban/", template_views.index, name="papers_templates"),
    path("quan-tri/mau-van-ban/<slug:slug>/", template_views.kind, name="papers_template_kind"),
    path("quan-tri/mau-van-ban/<slug:slug>/tai-ve/", template_views.start, name="papers_template_start"),
    path("quan-tri/mau-van-ban/<int:pk>/vi-du/", template_views.sample, name="papers_template_sample"),
    path("quan-tri/mau-van-ban/<int:pk>/hinh/", template_views.shown, name="papers_template_shown"),
    path("quan-tri/mau-van-ban/<int:pk>/ve-hinh/", template_views.preview, name="papers_template_preview"),
    path("quan-tri/mau-van-ban/<int:pk>/ap-dung/", template_views.put, name="papers_template_put"),
    path("quan-tri/mau-van-ban/<int:pk>/thoi/", template_views.end, name="papers_template_end"),
]
