from thidua.foundation import screens
from thidua.modules.accounts.models import User
from thidua.modules.organisations.actor import Actor


class Request(screens.Request):
    """A request of a signed-in person, as the middleware hands it on."""

    actor: Actor
    user: User
