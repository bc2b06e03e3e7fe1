from django.urls import path

from thidua.modules.register.views import books, entries

urlpatterns = [
    path("so-khen-thuong/", entries.listing, name="register_list"),
    path("so-khen-thuong/muc-cu/", entries.add_old, name="register_add_old"),
    path("so-khen-thuong/<int:pk>/", entries.show, name="register_show"),
    path("so-khen-thuong/<int:pk>/doi-chieu/", entries.check, name="register_check"),
    path("so-khen-thuong/so/<int:pk>/<int:year>/", books.year, name="register_book"),
    path("so-khen-thuong/so/<int:pk>/<int:year>/<slug:form>/", books.paper, name="register_book_paper"),
]
