from django.urls import path

from thidua.modules.exemplars.views import exemplars, posters, praising, telling, tips

urlpatterns = [
    path("gioi-thieu/", telling.tell, name="tips_tell"),
    path("gioi-thieu/<slug:code>/", telling.tell_publicly, name="tips_public"),
    path("gioi-thieu/<slug:code>/cam-on/", telling.thanks, name="tips_thanks"),
    path("guong/", exemplars.index, name="exemplars_list"),
    path("guong/moi/", exemplars.find, name="exemplars_find"),
    path("guong/<int:pk>/", exemplars.show, name="exemplars_show"),
    path("guong/<int:pk>/sua/", exemplars.change, name="exemplars_change"),
    path("guong/<int:pk>/xac-minh/", exemplars.visited, name="exemplars_visit"),
    path("guong/<int:pk>/dong-y/", exemplars.answered, name="exemplars_consent"),
    path("guong/<int:pk>/thu-khen/", praising.praise, name="exemplars_praise"),
    path("guong/<int:pk>/buoc/<slug:name>/", exemplars.step, name="exemplars_step"),
    path("guong/gioi-thieu/", tips.index, name="tips_list"),
    path("guong/gioi-thieu/<int:pk>/", tips.show, name="tips_show"),
    path("guong/gioi-thieu/<int:pk>/tiep-nhan/", tips.accept, name="tips_accept"),
    path("guong/gioi-thieu/<int:pk>/trung/", tips.merge, name="tips_merge"),
    path("guong/gioi-thieu/<int:pk>/chuyen/", tips.refer, name="tips_refer"),
    path("guong/gioi-thieu/<int:pk>/khong-phai/", tips.decline, name="tips_decline"),
    path("guong/ap-phich/", posters.index, name="tips_posters"),
    path("guong/ap-phich/<int:pk>/", posters.poster, name="tips_poster"),
    path("guong/ap-phich/<int:pk>/dia-chi/", posters.opened, name="tips_open"),
]
