from django.urls import path

from thidua.modules.oversight.views import plans, remedies, signals, thresholds

urlpatterns = [
    path("dau-hieu/", signals.index, name="signals_list"),
    path("dau-hieu/ra-soat-lai/", signals.look, name="signals_look"),
    path("dau-hieu/<int:pk>/", signals.show, name="signals_show"),
    path("dau-hieu/<int:pk>/buoc/<slug:name>/", signals.step, name="signals_step"),
    path("dau-hieu/<int:pk>/ton-tai/", signals.accept, name="signals_accept"),
    path("dau-hieu/nguong/", thresholds.index, name="thresholds_list"),
    path("dau-hieu/nguong/<slug:code>/", thresholds.show, name="thresholds_show"),
    path("ton-tai-han-che/", remedies.index, name="shortcomings_list"),
    path("ton-tai-han-che/moi/", remedies.create, name="shortcomings_create"),
    path("ton-tai-han-che/<int:pk>/", remedies.show, name="shortcomings_show"),
    path("ton-tai-han-che/<int:pk>/sua/", remedies.change, name="shortcomings_change"),
    path("ton-tai-han-che/<int:pk>/tien-do/", remedies.note, name="shortcomings_note"),
    path("ton-tai-han-che/<int:pk>/minh-chung/", remedies.attach, name="shortcomings_attach"),
    path("ton-tai-han-che/minh-chung/<int:pk>/go/", remedies.detach, name="shortcomings_detach"),
    path("ton-tai-han-che/<int:pk>/buoc/<slug:name>/", remedies.step, name="shortcomings_step"),
    path("ke-hoach-khac-phuc/", plans.index, name="remedy_plans_list"),
    path("ke-hoach-khac-phuc/moi/", plans.create, name="remedy_plans_create"),
    path("ke-hoach-khac-phuc/<int:pk>/", plans.show, name="remedy_plans_show"),
    path("ke-hoach-khac-phuc/<int:pk>/sua/", plans.change, name="remedy_plans_change"),
    path("ke-hoach-khac-phuc/<int:pk>/them/", plans.add, name="remedy_plans_add"),
    path("ke-hoach-khac-phuc/ton-tai/<int:pk>/bo/", plans.take, name="remedy_plans_take"),
    path("ke-hoach-khac-phuc/<int:pk>/van-ban/", plans.paper, name="remedy_plans_paper"),
]
