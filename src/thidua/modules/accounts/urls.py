"""Signing in under Vietnamese addresses; the names are those that allauth looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from django.urls import include, path

from thidua.modules.accounts import views

second_factor = [
    path("", second.index, name="mfa_index"),
    path("xac-nhan/", second.reauthenticate, name="mfa_reauthenticate"),
    path("ung-dung/", app.activate_totp, name="mfa_activate_totp"),
    path("ung-dung/go-bo/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("ma-du-phong/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("ma-du-phong/tao-moi/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("ma-du-phong/tai-ve/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("khoa/", key.list_webauthn, name="mfa_list_webauthn"),
    path("khoa/them/", key.add_webauthn, name="mfa_add_webauthn"),
    path("khoa/xac-nhan/", key.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("khoa/<int:pk>/go-bo/", key.remove_webauthn, name="mfa_remove_webauthn"),
    path("khoa/<int:pk>/sua/", key.edit_webauthn, name="mfa_edit_webauthn"),
]
urlpatterns = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-nhap/ma-xac-thuc/", second.authenticate, name="mfa_authenticate"),
    path("dang-nhap/khoa/", key.login_webauthn, name="mfa_login_webauthn"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("kich-hoat/", views.activate, name="accounts_activate"),
    path("ngon-ngu/", views.choose_language, name="accounts_language"),
    path("tai-khoan/", views.me, name="accounts_me"),
    path("tai-khoan/bi-khoa/", account.account_inactive, name="account_inactive"),
    path("tai-khoan/mat-khau/", views.change_password, name="account_change_password"),
    path("tai-khoan/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/bao-mat-hai-lop/", include(second_factor)),
]
