from allauth.mfa.models import Authenticator
from django.test import Client

from thidua.modules.accounts.models import User
from thidua.modules.organisations.api import Actor


def client_of(who: Actor) -> Client:
    """The browser of somebody who has signed in, with a second factor where his role asks for one."""
    user = User.objects.get(pk=who.user_id)
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {}})
    client = Client()
    client.force_login(user)
    return client
