from django.urls import path

from thidua.modules.clusters.views import cards, clusters, criteria, years

urlpatterns = [
    path("cum-khoi/", clusters.index, name="clusters_list"),
    path("cum-khoi/moi/", clusters.create, name="clusters_create"),
    path("cum-khoi/<int:pk>/", clusters.show, name="clusters_show"),
    path("cum-khoi/<int:pk>/sua/", clusters.change, name="clusters_change"),
    path("cum-khoi/<int:pk>/thanh-vien/", clusters.add_member, name="clusters_add_member"),
    path("cum-khoi/thanh-vien/<int:pk>/ra/", clusters.end_member, name="clusters_end_member"),
    path("cum-khoi/<int:pk>/truong-cum/", clusters.appoint, name="clusters_appoint"),
    path("cum-khoi/truong-cum/<int:pk>/bo/", clusters.end_headship, name="clusters_end_headship"),
    path("cum-khoi/<int:pk>/nam/", clusters.begin_year, name="clusters_begin_year"),
    path("cum-khoi/nam/<int:pk>/", years.show, name="cluster_years_show"),
    path("cum-khoi/nam/<int:pk>/buoc/<slug:name>/", years.step, name="cluster_years_step"),
    path("cum-khoi/nam/<int:pk>/phan-cong/", years.assign, name="cluster_years_assign"),
    path("cum-khoi/nam/<int:pk>/tieu-chi/", criteria.show, name="cluster_years_criteria"),
    path("cum-khoi/nam/<int:pk>/cach-tinh/", criteria.set_terms, name="cluster_years_terms"),
    path("cum-khoi/nam/<int:pk>/sao-chep/", criteria.copy, name="cluster_years_copy"),
    path("cum-khoi/nam/<int:pk>/nhom/", criteria.add_group, name="criterion_groups_add"),
    path("cum-khoi/nhom/<int:pk>/", criteria.change_group, name="criterion_groups_change"),
    path("cum-khoi/nhom/<int:pk>/bo/", criteria.remove_group, name="criterion_groups_remove"),
    path("cum-khoi/nhom/<int:pk>/tieu-chi/", criteria.add_criterion, name="criteria_add"),
    path("cum-khoi/tieu-chi/<int:pk>/", criteria.change_criterion, name="criteria_change"),
    path("cum-khoi/tieu-chi/<int:pk>/bo/", criteria.remove_criterion, name="criteria_remove"),
    path("cum-khoi/bang-diem/<int:pk>/", cards.show, name="scorecards_show"),
    path("cum-khoi/bang-diem/<int:pk>/tu-cham/", cards.score, name="scorecards_score"),
    path("cum-khoi/bang-diem/<int:pk>/minh-chung/", cards.attach, name="scorecards_attach"),
    path("cum-khoi/minh-chung/<int:pk>/go/", cards.detach, name="scorecards_detach"),
    path("cum-khoi/bang-diem/<int:pk>/kiem-tra/", cards.check, name="scorecards_check"),
    path("cum-khoi/bang-diem/<int:pk>/tong-hop/", cards.settle, name="scorecards_settle"),
    path("cum-khoi/bang-diem/<int:pk>/buoc/<slug:name>/", cards.step, name="scorecards_step"),
]
