import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.site.settings")
application = get_wsgi_application()

from thidua.site.settled import settle  # noqa: E402 -- the settings come first

settle()
