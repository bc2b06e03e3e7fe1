from django.urls import path

from thidua.modules.files import views

urlpatterns = [path("tep/<int:pk>/", views.download, name="files_download")]
