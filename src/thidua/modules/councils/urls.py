from django.urls import path

from thidua.modules.councils.views import arranging, councils, sittings, voting

urlpatterns = [
    path("hoi-dong/", councils.index, name="councils_list"),
    path("hoi-dong/moi/", councils.new, name="councils_new"),
    path("hoi-dong/<int:pk>/", councils.show, name="councils_show"),
    path("hoi-dong/<int:pk>/quyet-dinh/", councils.draw, name="councils_draw"),
    path(
        "hoi-dong/<int:pk>/thanh-vien/<int:member_pk>/thoi/", councils.end_member, name="councils_end_member"
    ),
    path("phien-hop/", sittings.index, name="sittings_list"),
    path("phien-hop/moi/", sittings.new, name="sittings_new"),
    path("phien-hop/<int:pk>/", sittings.show, name="sittings_show"),
    path("phien-hop/<int:pk>/sua/", sittings.change, name="sittings_change"),
    path("phien-hop/<int:pk>/chuong-trinh/", arranging.put, name="sittings_put"),
    path("phien-hop/<int:pk>/chuong-trinh/<int:item_pk>/bo/", arranging.take_off, name="sittings_take_off"),
    path("phien-hop/<int:pk>/ty-le/", arranging.share, name="sittings_share"),
    path("phien-hop/<int:pk>/thanh-phan/", arranging.attendance, name="sittings_attendance"),
    path("phien-hop/<int:pk>/khong-bo-phieu/", arranging.recusals, name="sittings_recusals"),
    path("phien-hop/<int:pk>/noi-dung/", arranging.record, name="sittings_record"),
    path("phien-hop/<int:pk>/bien-ban/", arranging.draw, name="sittings_draw"),
    path("phien-hop/<int:pk>/giay-to/", arranging.prepare, name="sittings_prepare"),
    path("phien-hop/<int:pk>/mo/", voting.open_voting, name="sittings_open"),
    path("phien-hop/<int:pk>/bo-phieu/", voting.ballot, name="sittings_ballot"),
    path("phien-hop/<int:pk>/kiem-phieu/", voting.counts, name="sittings_counts"),
    path("phien-hop/<int:pk>/dong/", voting.close, name="sittings_close"),
    path("phien-hop/<int:pk>/lam-lai/", voting.restart, name="sittings_restart"),
    path("phien-hop/<int:pk>/huy/", voting.cancel, name="sittings_cancel"),
]
