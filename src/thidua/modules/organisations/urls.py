from django.urls import path

from thidua.modules.organisations.views import accounts, calendar, changes, exports, roles, tree

urlpatterns = [
    path("don-vi/", tree.tree, name="organisations_tree"),
    path("don-vi/them/", changes.create, name="organisations_create"),
    path("don-vi/sap-nhap/", changes.succeed, name="organisations_succeed"),
    path("don-vi/<int:pk>/", tree.show, name="organisations_show"),
    path("don-vi/<int:pk>/mo-ta/", changes.describe, name="organisations_describe"),
    path("don-vi/<int:pk>/doi-ten/", changes.rename, name="organisations_rename"),
    path("don-vi/<int:pk>/chuyen/", changes.move, name="organisations_move"),
    path("vai-tro/", roles.mine, name="roles_mine"),
    path("vai-tro/chon-don-vi/", roles.act_for, name="roles_act_for"),
    path("vai-tro/<int:pk>/ban-giao/", roles.hand_over, name="roles_hand_over"),
    path("quan-tri/nguoi-dung/", accounts.accounts, name="accounts_list"),
    path("quan-tri/nguoi-dung/them/", accounts.create, name="accounts_create"),
    path("quan-tri/nguoi-dung/<int:pk>/", accounts.show, name="accounts_show"),
    path("quan-tri/nguoi-dung/<int:pk>/phieu-kich-hoat/", accounts.slip, name="accounts_slip"),
    path("quan-tri/nguoi-dung/<int:pk>/khoa/", accounts.shut, name="accounts_shut"),
    path(
        "quan-tri/nguoi-dung/<int:pk>/go-hai-lop/",
        accounts.take_second_factor_off,
        name="accounts_second_factor_off",
    ),
    path("quan-tri/phan-quyen/", roles.grants, name="grants_list"),
    path("quan-tri/phan-quyen/them/", roles.give, name="grants_give"),
    path("quan-tri/phan-quyen/<int:pk>/ket-thuc/", roles.end, name="grants_end"),
    path("quan-tri/xuat-danh-sach/", exports.exports, name="exports_list"),
    path("quan-tri/lich/", calendar.calendar, name="calendar_show"),
    path("quan-tri/lich/<int:pk>/bo/", calendar.remove_day, name="calendar_remove"),
    path("quan-tri/ky-danh-gia/", calendar.periods, name="periods_list"),
    path("quan-tri/ky-danh-gia/<int:pk>/", calendar.period, name="periods_change"),
]
