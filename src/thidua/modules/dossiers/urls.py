from django.urls import path

from thidua.modules.dossiers.views import candidates, create, lists, papers, report, show, steps, submittals

urlpatterns = [
    path("ho-so/", lists.index, name="dossiers_list"),
    path("ho-so/moi/", create.begin, name="dossiers_create"),
    path("ho-so/dot-xuat/", create.feat, name="dossiers_feat"),
    path("ho-so/<int:pk>/", show.show, name="dossiers_show"),
    path("ho-so/<int:pk>/sua/", create.edit, name="dossiers_edit"),
    path("ho-so/<int:pk>/them/", candidates.choose, name="dossiers_add"),
    path("ho-so/<int:pk>/binh-xet/", papers.meeting, name="dossiers_meeting"),
    path("ho-so/<int:pk>/giay-to/", papers.papers, name="dossiers_papers"),
    path("ho-so/<int:pk>/giay-to/ve/", papers.draw, name="dossiers_draw"),
    path("ho-so/<int:pk>/giay-to/them/", candidates.add_paper, name="dossiers_attach"),
    path("ho-so/<int:pk>/giay-to/ban-ky/", papers.signed, name="dossiers_signed"),
    path("ho-so/<int:pk>/buoc/<slug:name>/", steps.step, name="dossiers_step"),
    path("ho-so/<int:pk>/tra-lai/", steps.send_back_screen, name="dossiers_return"),
    path("ho-so/<int:pk>/ghi-chu/", steps.note, name="dossiers_note"),
    path("ho-so/<int:pk>/lich-su/", show.history, name="dossiers_history"),
    path("ho-so/<int:pk>/roi-to-trinh/", submittals.leave, name="submittals_leave"),
    path("ho-so/ung-vien/<int:pk>/", candidates.candidate, name="dossiers_candidate"),
    path("ho-so/ung-vien/<int:pk>/bo/", candidates.leave, name="dossiers_drop"),
    path("ho-so/ung-vien/<int:pk>/len/", candidates.raise_up, name="dossiers_raise"),
    path("ho-so/ung-vien/<int:pk>/bao-cao/", report.report, name="dossiers_report"),
    path("ho-so/giay-to/<int:pk>/bo/", candidates.take_paper_out, name="dossiers_detach"),
    path("ho-so/yeu-cau/<int:pk>/tra-loi/", steps.answer, name="dossiers_answer"),
    path("to-trinh/", submittals.index, name="submittals_list"),
    path("to-trinh/moi/", submittals.begin, name="submittals_create"),
    path("to-trinh/<int:pk>/", submittals.show, name="submittals_show"),
    path("to-trinh/<int:pk>/ve/", submittals.draw, name="submittals_draw"),
    path("to-trinh/<int:pk>/trinh/", submittals.send, name="submittals_send"),
]
