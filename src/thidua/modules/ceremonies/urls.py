from django.urls import path

from thidua.modules.ceremonies.views import day, papers, people, plans

urlpatterns = [
    path("trao-tang/", plans.index, name="ceremonies_list"),
    path("trao-tang/moi/", plans.begin, name="ceremonies_begin"),
    path("trao-tang/ngay-ton-vinh/", plans.calendar, name="ceremonies_calendar"),
    path("trao-tang/<int:pk>/", plans.show, name="ceremonies_show"),
    path("trao-tang/<int:pk>/sua/", plans.change, name="ceremonies_change"),
    path("trao-tang/<int:pk>/kiem-tra/", plans.checks, name="ceremonies_checks"),
    path("trao-tang/<int:pk>/chuong-trinh/", plans.part_added, name="ceremonies_part_add"),
    path("trao-tang/chuong-trinh/<int:pk>/bo/", plans.part_removed, name="ceremonies_part_remove"),
    path("trao-tang/<int:pk>/chi-phi/", plans.counted, name="ceremonies_cost"),
    path("trao-tang/<int:pk>/buoc/<slug:name>/", plans.step, name="ceremonies_step"),
    path("trao-tang/<int:pk>/khach/", people.index, name="ceremonies_people"),
    path("trao-tang/<int:pk>/nguoi-nhan/", people.taken, name="ceremonies_take"),
    path("trao-tang/<int:pk>/khach/moi/", people.guest_added, name="ceremonies_guest"),
    path("trao-tang/<int:pk>/thu-tu/", people.by_law, name="ceremonies_order"),
    path("trao-tang/khach/<int:pk>/", people.answer, name="ceremonies_attendee"),
    path("trao-tang/khach/<int:pk>/bo/", people.left_out, name="ceremonies_leave_out"),
    path("trao-tang/khach/<int:pk>/vi-tri/", people.reordered, name="ceremonies_reorder"),
    path("trao-tang/khach/<int:pk>/giao-nhan/", day.handed, name="ceremonies_hand_over"),
    path("trao-tang/khach/<int:pk>/vang/", day.was_absent, name="ceremonies_absent"),
    path("trao-tang/khach/<int:pk>/goi-lai/", day.called_again, name="ceremonies_call_again"),
    path("trao-tang/<int:pk>/dieu-hanh/", day.screen, name="ceremonies_day"),
    path("trao-tang/<int:pk>/don-tiep/", day.door, name="ceremonies_door"),
    path("trao-tang/<int:pk>/don-tiep/ghi/", day.noted, name="ceremonies_arrived"),
    path("trao-tang/<int:pk>/the-moi/", papers.cards, name="ceremonies_cards"),
    path("trao-tang/<int:pk>/van-ban/<slug:name>/<slug:form>/", papers.drawn, name="ceremonies_paper"),
]
