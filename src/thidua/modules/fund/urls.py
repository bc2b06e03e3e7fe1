from django.urls import path

from thidua.modules.fund.views import advances, ledger, lists, settlements, year

urlpatterns = [
    path("quy-khen-thuong/", ledger.index, name="fund_list"),
    path("quy-khen-thuong/cap-kinh-phi/", ledger.allot, name="fund_allot"),
    path("quy-khen-thuong/tran/", ledger.base, name="fund_base"),
    path("quy-khen-thuong/but-toan/<int:pk>/dao/", ledger.reverse_voucher, name="fund_reverse"),
    path("quy-khen-thuong/tong-hop/", year.table, name="fund_year"),
    path("quy-khen-thuong/du-bao/", year.ahead, name="fund_forecast"),
    path("quy-khen-thuong/danh-sach/lap/<int:decision_id>/", lists.new, name="fund_list_new"),
    path("quy-khen-thuong/danh-sach/<int:pk>/", lists.show, name="fund_list_show"),
    path("quy-khen-thuong/danh-sach/<int:pk>/van-ban/<slug:form>/", lists.paper, name="fund_list_paper"),
    path("quy-khen-thuong/danh-sach/<int:pk>/duyet/", lists.approve, name="fund_list_approve"),
    path("quy-khen-thuong/danh-sach/<int:pk>/chi/", lists.pay, name="fund_list_pay"),
    path("quy-khen-thuong/danh-sach/<int:pk>/bo/", lists.drop, name="fund_list_drop"),
    path("quy-khen-thuong/dong/<int:pk>/", lists.arrange, name="fund_row"),
    path("quy-khen-thuong/tam-ung/", advances.index, name="fund_advances"),
    path("quy-khen-thuong/tam-ung/de-nghi/", advances.ask, name="fund_advance_new"),
    path("quy-khen-thuong/tam-ung/<int:pk>/", advances.show, name="fund_advance_show"),
    path("quy-khen-thuong/tam-ung/<int:pk>/duyet/", advances.approve, name="fund_advance_approve"),
    path("quy-khen-thuong/tam-ung/<int:pk>/chi/", advances.pay, name="fund_advance_pay"),
    path("quy-khen-thuong/tam-ung/<int:pk>/bo/", advances.drop, name="fund_advance_drop"),
    path("quy-khen-thuong/tam-ung/<int:pk>/dao-chi/", advances.take_back, name="fund_advance_take_back"),
    path(
        "quy-khen-thuong/tam-ung/<int:pk>/van-ban/<slug:kind>/<slug:form>/",
        advances.paper,
        name="fund_advance_paper",
    ),
    path("quy-khen-thuong/tam-ung/<int:pk>/khoan-chi/", settlements.enter, name="fund_advance_enter"),
    path("quy-khen-thuong/tam-ung/<int:pk>/danh-sach/", settlements.enter_list, name="fund_advance_signed"),
    path("quy-khen-thuong/tam-ung/khoan-chi/<int:pk>/bo/", settlements.remove, name="fund_advance_remove"),
    path("quy-khen-thuong/tam-ung/<int:pk>/gui/", settlements.report, name="fund_advance_report"),
    path("quy-khen-thuong/tam-ung/<int:pk>/tra-lai/", settlements.send_back, name="fund_advance_send_back"),
    path("quy-khen-thuong/tam-ung/<int:pk>/chap-nhan/", settlements.accept, name="fund_advance_accept"),
    path("quy-khen-thuong/tam-ung/<int:pk>/quyet-toan/", settlements.settle, name="fund_advance_settle"),
    path("quy-khen-thuong/tam-ung/<int:pk>/dao-quyet-toan/", settlements.reopen, name="fund_advance_reopen"),
]
