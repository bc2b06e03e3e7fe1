from django.urls import path

from thidua.modules.fund.views import ledger, lists

urlpatterns = [
    path("quy-khen-thuong/", ledger.index, name="fund_list"),
    path("quy-khen-thuong/cap-kinh-phi/", ledger.allot, name="fund_allot"),
    path("quy-khen-thuong/tran/", ledger.base, name="fund_base"),
    path("quy-khen-thuong/but-toan/<int:pk>/dao/", ledger.reverse_voucher, name="fund_reverse"),
    path("quy-khen-thuong/danh-sach/lap/<int:decision_id>/", lists.new, name="fund_list_new"),
    path("quy-khen-thuong/danh-sach/<int:pk>/", lists.show, name="fund_list_show"),
    path("quy-khen-thuong/danh-sach/<int:pk>/van-ban/<slug:form>/", lists.paper, name="fund_list_paper"),
    path("quy-khen-thuong/danh-sach/<int:pk>/duyet/", lists.approve, name="fund_list_approve"),
    path("quy-khen-thuong/danh-sach/<int:pk>/chi/", lists.pay, name="fund_list_pay"),
    path("quy-khen-thuong/danh-sach/<int:pk>/bo/", lists.drop, name="fund_list_drop"),
    path("quy-khen-thuong/dong/<int:pk>/", lists.arrange, name="fund_row"),
]
