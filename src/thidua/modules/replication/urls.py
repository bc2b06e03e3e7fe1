from django.urls import path

from thidua.modules.replication.views import adoptions, effects, models, pilots, sharing, spread

urlpatterns = [
    path("mo-hinh/", models.index, name="models_list"),
    path("mo-hinh/moi/", models.begin, name="models_begin"),
    path("mo-hinh/<int:pk>/", models.show, name="models_show"),
    path("mo-hinh/<int:pk>/sua/", models.change, name="models_change"),
    path("mo-hinh/<int:pk>/buoc/<slug:name>/", models.step, name="models_step"),
    path("mo-hinh/<int:pk>/chia-se/", sharing.share, name="models_share"),
    path("mo-hinh/<int:pk>/thoi-chia-se/", sharing.unshare, name="models_unshare"),
    path("mo-hinh/<int:pk>/tai-lieu/", models.attach, name="models_attach"),
    path("mo-hinh/<int:pk>/lan-toa/", spread.show, name="models_spread"),
    path("mo-hinh/<int:pk>/lam-diem/", pilots.choose, name="pilots_choose"),
    path("mo-hinh/<int:pk>/ap-dung/", adoptions.adopt, name="adoptions_adopt"),
    path("mo-hinh/tai-lieu/<int:pk>/bo/", models.detach, name="models_detach"),
    path("mo-hinh/lam-diem/<int:pk>/", pilots.show, name="pilots_show"),
    path("mo-hinh/lam-diem/<int:pk>/buoc/<slug:name>/", pilots.step, name="pilots_step"),
    path("mo-hinh/lam-diem/<int:pk>/chi-so/", pilots.measure, name="pilots_measure"),
    path("mo-hinh/lam-diem/<int:pk>/bai-hoc/", pilots.lesson, name="pilots_lesson"),
    path("mo-hinh/ap-dung/", adoptions.index, name="adoptions_list"),
    path("mo-hinh/ap-dung/<int:pk>/", adoptions.show, name="adoptions_show"),
    path("mo-hinh/ap-dung/<int:pk>/thoi/", adoptions.withdraw, name="adoptions_withdraw"),
    path("mo-hinh/ap-dung/<int:pk>/chi-so/", adoptions.measure, name="adoptions_measure"),
    path("mo-hinh/ap-dung/<int:pk>/bai-hoc/", adoptions.lesson, name="adoptions_lesson"),
    path("mo-hinh/chi-so/<int:pk>/", effects.change_measure, name="measures_change"),
    path("mo-hinh/chi-so/<int:pk>/bo/", effects.drop_measure, name="measures_drop"),
    path("mo-hinh/bai-hoc/<int:pk>/bo/", effects.drop_lesson, name="lessons_drop"),
]
