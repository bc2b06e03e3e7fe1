from django.urls import path

from thidua.modules.files import roots, views

urlpatterns = [
    path("tep/<int:pk>/", views.download, name="files_download"),
    path("quan-tri/chung-thu-goc/", roots.index, name="roots_list"),
    path("quan-tri/chung-thu-goc/<int:pk>/bo/", roots.removed, name="roots_remove"),
]
