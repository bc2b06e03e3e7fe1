from django.urls import path

from thidua.modules.certificates.views import batches, layouts, lists, proofs, public, single

urlpatterns = [
    path("giay-khen/", lists.index, name="certificates_list"),
    path("giay-khen/lap/<int:decision_id>/", batches.new, name="certificates_new"),
    path("giay-khen/dot/<int:pk>/", batches.show, name="certificates_batch"),
    path("giay-khen/dot/<int:pk>/buoc/<slug:step>/", batches.take_step, name="certificates_step"),
    path("giay-khen/dot/<int:pk>/in/", batches.ask_for_print, name="certificates_print"),
    path("giay-khen/dot/<int:pk>/tep-in/", batches.progress, name="certificates_progress"),
    path("giay-khen/dot/<int:pk>/giao/", batches.hand_over, name="certificates_hand_over_many"),
    path("giay-khen/phoi/", layouts.index, name="blanks_list"),
    path("giay-khen/phoi/may-in/", layouts.printer, name="blanks_printer"),
    path("giay-khen/phoi/<int:pk>/", layouts.edit, name="blanks_edit"),
    path("giay-khen/phoi/<int:pk>/hinh/", layouts.picture, name="blanks_picture"),
    path("giay-khen/phoi/<int:pk>/anh-phoi/", layouts.keep_picture, name="blanks_scan"),
    path("giay-khen/phoi/<int:pk>/can-chinh/", layouts.calibrate, name="blanks_calibrate"),
    path("giay-khen/soat/<int:pk>/", proofs.answer, name="certificates_proof"),
    path("giay-khen/<int:pk>/", single.show, name="certificates_show"),
    path("giay-khen/<int:pk>/hinh/", single.picture, name="certificates_picture"),
    path("giay-khen/<int:pk>/sua/", single.word, name="certificates_word"),
    path("giay-khen/<int:pk>/theo-so/", single.as_registered, name="certificates_as_registered"),
    path("giay-khen/<int:pk>/bo/", single.take_out, name="certificates_take_out"),
    path("giay-khen/<int:pk>/giao/", single.hand_over, name="certificates_hand_over"),
    path("giay-khen/<int:pk>/cap-lai/", single.replace, name="certificates_replace"),
    path("giay-khen/<int:pk>/thoi-giao/", single.take_back, name="certificates_take_back"),
    path("xac-minh/", public.ask, name="certificates_ask"),
    path("xac-minh/khoa/", public.issuers, name="certificates_keys"),
    path("xac-minh/<slug:code>/tep/", public.electronic, name="certificates_electronic"),
    path("xac-minh/<slug:code>/", public.verify, name="certificates_verify"),
]
