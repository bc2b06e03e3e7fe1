from django.urls import path

from thidua.modules.decisions.views import amend, drafts, higher, lists, show, timeliness

urlpatterns = [
    path("quyet-dinh/", lists.index, name="decisions_list"),
    path("quyet-dinh/kip-thoi/", timeliness.index, name="decisions_timeliness"),
    path("quyet-dinh/lap/", drafts.new, name="decisions_new"),
    path("quyet-dinh/cap-tren/", higher.index, name="decisions_higher"),
    path("quyet-dinh/cap-tren/trinh/<int:dossier_id>/", higher.forward, name="decisions_forward"),
    path("quyet-dinh/cap-tren/ket-qua/<int:candidate_id>/", higher.outcome, name="decisions_outcome"),
    path("quyet-dinh/khong-tang/<int:candidate_id>/", higher.decline, name="decisions_decline"),
    path("quyet-dinh/huy-bo/<int:entry_id>/", amend.revoke, name="decisions_revoke"),
    path("quyet-dinh/dinh-chinh/<int:entry_id>/", amend.correct, name="decisions_correct"),
    path("quyet-dinh/<int:pk>/", show.show, name="decisions_show"),
    path("quyet-dinh/<int:pk>/soan/", drafts.edit, name="decisions_edit"),
    path("quyet-dinh/<int:pk>/soan/tu-luu/", drafts.autosave, name="decisions_autosave"),
    path("quyet-dinh/<int:pk>/them/", drafts.add, name="decisions_add"),
    path("quyet-dinh/<int:pk>/bo/<int:item_id>/", drafts.drop, name="decisions_drop"),
    path("quyet-dinh/<int:pk>/buoc/<slug:step>/", show.take_step, name="decisions_step"),
    path("quyet-dinh/<int:pk>/so/", show.number, name="decisions_number"),
    path("quyet-dinh/<int:pk>/ban-ky/", show.attach, name="decisions_attach"),
    path("quyet-dinh/<int:pk>/ky-thu/", show.try_signing, name="decisions_try_signing"),
    path("quyet-dinh/<int:pk>/in/", show.draw, name="decisions_draw"),
]
