"""Django's settings, from what the environment gives."""

from pathlib import Path

from csp.constants import SELF
from django.utils.translation import gettext_lazy as _

from thidua.site.settings import environment

ENVIRONMENT = environment.load()
PACKAGE = Path(__file__).resolve().parents[2]

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
DEMONSTRATION = ENVIRONMENT.demonstration
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
BASE_URL = ENVIRONMENT.base_url
WEBHOOKS_TO_PRIVATE_NETWORKS = ENVIRONMENT.webhooks_to_private_networks
KEYS_PATH = ENVIRONMENT.keys_path
TRIAL_KEY_PATH = ENVIRONMENT.trial_key_path
FILES_PATH = ENVIRONMENT.files_path

MODULES = [
    "thidua.foundation",
    "thidua.modules.accounts",
    "thidua.modules.organisations",
    "thidua.modules.notices",
    "thidua.modules.intake",
    "thidua.modules.files",
    "thidua.modules.papers",
    "thidua.modules.rulebook",
    "thidua.modules.people",
    "thidua.modules.privacy",
    "thidua.modules.register",
    "thidua.modules.campaigns",
    "thidua.modules.replication",
    "thidua.modules.clusters",
    "thidua.modules.exemplars",
    "thidua.modules.dossiers",
    "thidua.modules.reviews",
    "thidua.modules.consultations",
    "thidua.modules.appraisal",
    "thidua.modules.councils",
    "thidua.modules.decisions",
    "thidua.modules.duty",
    "thidua.modules.suggestions",
    "thidua.modules.certificates",
    "thidua.modules.fund",
    "thidua.modules.ceremonies",
    "thidua.modules.newsroom",
    "thidua.modules.oversight",
    "thidua.modules.dashboards",
    "thidua.modules.reports",
    "thidua.modules.exchange",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    *MODULES,  # before allauth: its screens are drawn by templates of ours under the same names
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "thidua.site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thidua.modules.accounts.middleware.LanguageMiddleware",
    "thidua.modules.accounts.middleware.HistoryMiddleware",
    "thidua.modules.organisations.middleware.ActorMiddleware",
    "thidua.modules.organisations.middleware.SecondFactorMiddleware",
    "thidua.foundation.pressed.PressedMiddleware",
]
ROOT_URLCONF = "thidua.site.urls"
WSGI_APPLICATION = "thidua.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thidua.site.context.frame",
            ],
            "builtins": ["thidua.foundation.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": ENVIRONMENT.database | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}}
# Compiling a query takes PostgreSQL longer than any of ours takes to run; see docs/benchmarks.md.
# A trigger that asks for a setting which is not there fails inside and begins anew, and each such failure looks
# through all constraints still to be checked: a hundred thousand new rows took seven minutes instead of half of one.
DATABASES["default"]["OPTIONS"].setdefault("options", "-c jit=off -c pgtrigger.ignore={}")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "foundation_cache"},
}
# Triggers are installed after each migrate, from the models: in migrations each costs a second of state.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True
PGHISTORY_APPEND_ONLY = False  # grants see to it; see thidua.foundation.grants
PGHISTORY_OBJ_FIELD_DB_CONSTRAINT = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "thidua.modules.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/15m/key",
    "activate": "20/15m/ip,5/15m/key",
    "look_up": "60/m/ip",
    "tip": "10/h/ip,60/h/key",
    "verify": "30/m/ip",
    "comment": "10/h/ip,60/h/key",
    "remark": "10/h/ip,60/h/key",
    "api": "300/m/key",
    "api_bulk": "12/h/key",
    "api_refused": "30/m/ip",
}
ACCOUNT_FORMS = {
    "login": "thidua.modules.accounts.forms.LoginForm",
    "reauthenticate": "thidua.modules.accounts.forms.ReauthenticateForm",
    "change_password": "thidua.modules.accounts.forms.ChangePasswordForm",
}
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
MFA_ADAPTER = "thidua.modules.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "thidua.modules.accounts.forms.CodeForm",
    "reauthenticate": "thidua.modules.accounts.forms.CodeAgainForm",
    "activate_totp": "thidua.modules.accounts.forms.ActivateForm",
    "add_webauthn": "thidua.modules.accounts.forms.AddKeyForm",
    "edit_webauthn": "thidua.modules.accounts.forms.EditKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "thidua"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.is_secure

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "ngon_ngu"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
# Grouping everywhere would write row 3698 as 3.698 in links and fields: counts ask for it themselves.
USE_THOUSAND_SEPARATOR = False
# Where a library has a word too ("version"), ours is said.
LOCALE_PATHS = sorted(PACKAGE.glob("**/locale"))
FORMAT_MODULE_PATH = ["thidua.site.formats"]

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 86_400
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.is_secure
SECURE_SSL_REDIRECT = False  # the proxy's business
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.is_secure else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.is_secure else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
vars().update(ENVIRONMENT.email)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if ENVIRONMENT.email else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = ENVIRONMENT.email_from or "thidua@localhost"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # USERNAME_FIELD is unique by a constraint over lower()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
