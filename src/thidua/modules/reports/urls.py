from django.urls import path

from thidua.modules.reports.views import due, reports, staff, tables

urlpatterns = [
    path("bao-cao/", reports.index, name="reports_list"),
    path("bao-cao/moi/", reports.new, name="reports_new"),
    path("bao-cao/han/", due.index, name="reports_due"),
    path("bao-cao/han/<int:pk>/bo/", due.remove, name="reports_due_remove"),
    path("bao-cao/bang/", tables.build, name="reports_build"),
    path("bao-cao/bang/o/", tables.cell, name="reports_table_cell"),
    path("bao-cao/bang/luu/", tables.keep, name="reports_keep"),
    path("bao-cao/bang/dat-bieu/", tables.set_as_form, name="reports_set_form"),
    path("bao-cao/han/bieu/<int:pk>/thoi/", due.end, name="reports_end_form"),
    path("bao-cao/bang/<int:pk>/bo/", tables.drop, name="reports_drop"),
    path("bao-cao/nguoi-lam-thi-dua/", staff.index, name="staff_list"),
    path("bao-cao/nguoi-lam-thi-dua/them/", staff.add, name="staff_add"),
    path("bao-cao/nguoi-lam-thi-dua/<int:pk>/ket-thuc/", staff.end, name="staff_end"),
    path("bao-cao/<int:pk>/", reports.show, name="reports_show"),
    path("bao-cao/<int:pk>/o/", reports.cell, name="reports_cell"),
    path("bao-cao/<int:pk>/thuyet-minh/", reports.note, name="reports_note"),
    path("bao-cao/<int:pk>/buoc/<slug:name>/", reports.step, name="reports_step"),
    path("bao-cao/<int:pk>/lap-lai/", reports.replace, name="reports_replace"),
    path("bao-cao/<int:pk>/van-ban/", reports.paper, name="reports_paper"),
]
