from django.urls import path

from thidua.modules.campaigns.views import fields, indicators, lists, progress, registrations, show, wizard

urlpatterns = [
    path("phong-trao/", lists.index, name="campaigns_list"),
    path("phong-trao/moi/", lists.create, name="campaigns_create"),
    path("phong-trao/<int:pk>/", show.show, name="campaigns_show"),
    path("phong-trao/<int:pk>/soan/<slug:slug>/", wizard.write, name="campaigns_write"),
    path("phong-trao/<int:pk>/tep-ke-hoach/", wizard.attach, name="campaigns_attach"),
    path("phong-trao/<int:pk>/phat-dong/", wizard.launch, name="campaigns_launch"),
    path("phong-trao/<int:pk>/chi-tieu/", indicators.add, name="campaigns_indicator_add"),
    path("phong-trao/<int:pk>/buoc/<slug:name>/", show.step, name="campaigns_step"),
    path("phong-trao/<int:pk>/dieu-chinh/", show.amend, name="campaigns_amend"),
    path("phong-trao/<int:pk>/ke-hoach-don-vi/", show.plan, name="campaigns_plan"),
    path("phong-trao/<int:pk>/khong-tham-gia/", show.aside, name="campaigns_aside"),
    path("phong-trao/chi-tieu/<int:pk>/", indicators.change, name="campaigns_indicator"),
    path("phong-trao/chi-tieu/<int:pk>/bo/", indicators.remove, name="campaigns_indicator_remove"),
    path("phong-trao/<int:pk>/dang-ky/", registrations.begin, name="registrations_begin"),
    path("phong-trao/<int:pk>/bao-cao/", progress.report, name="campaigns_report"),
    path("phong-trao/<int:pk>/bao-cao/dan/", progress.paste, name="campaigns_paste"),
    path("phong-trao/dang-ky/", registrations.index, name="registrations_list"),
    path("phong-trao/dang-ky/<int:pk>/", registrations.show, name="registrations_show"),
    path("phong-trao/dang-ky/<int:pk>/tham-gia/", registrations.enrol, name="registrations_enrol"),
    path("phong-trao/dang-ky/<int:pk>/giao-uoc/", registrations.pledge, name="registrations_pledge"),
    path("phong-trao/dang-ky/<int:pk>/tep-giao-uoc/", registrations.attach, name="registrations_attach"),
    path("phong-trao/dang-ky/<int:pk>/buoc/<slug:name>/", registrations.step, name="registrations_step"),
    path("phong-trao/dang-ky/nguoi/<int:pk>/bo/", registrations.withdraw, name="registrations_withdraw"),
    path("phong-trao/linh-vuc/", fields.index, name="campaign_fields"),
    path("phong-trao/linh-vuc/bat-dau/", fields.begin, name="campaign_fields_begin"),
    path("phong-trao/linh-vuc/<int:pk>/", fields.rename, name="campaign_fields_rename"),
    path("phong-trao/linh-vuc/<int:pk>/ngung/", fields.retire, name="campaign_fields_retire"),
]
