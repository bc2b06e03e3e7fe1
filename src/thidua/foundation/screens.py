"""What views share: answering a refusal of the house, creating once, drafts that two people edit."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from thidua.foundation.models import Receipt
from thidua.kernel.errors import Cannot


class Request(HttpRequest):
    """A request as the middleware hands it on; the module of the actor says more of him."""

    actor: Any
    today: date
    now: datetime


class Conflict(Cannot):
    """Somebody saved this draft in between; `theirs` and `mine` are both texts, field by field."""

    def __init__(self, theirs: dict[str, Any], mine: dict[str, Any]) -> None:
        super().__init__(
            _("Somebody else saved this draft in between. Both texts are below: keep what is right.")
        )
        self.theirs = theirs
        self.mine = mine


def new_key() -> str:
    return secrets.token_urlsafe(18)


@contextmanager
def refusals_on(form: BaseForm) -> Iterator[None]:
    """A Cannot raised inside becomes an error of the form: nothing typed is lost.

    Use: `with refusals_on(form): row = actions.create(...)`, then `if form.is_valid(): redirect`.
    A Conflict goes through: the page that asked shows both texts.
    """
    try:
        yield
    except Conflict:  # two texts are more than an error of the form: the view shows both
        raise
    except Cannot as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, str(refusal))


@contextmanager
def told(request: Request) -> Iterator[None]:
    """A refusal of the house is said on the next page."""
    try:
        yield
    except Cannot as refusal:
        messages.error(request, str(refusal))


def create_once(request: Request, create: Callable[[], str]) -> HttpResponse:
    """Run `create` (which returns the address of what it made) once for the key of this form.

    The same form sent again (double click, back and resend) leads to the same place.
    """
    key = request.POST.get("once", "")[:64] or new_key()
    user_id = request.user.pk
    assert user_id is not None  # nobody creates without having signed in
    known = Receipt.objects.filter(user_id=user_id, key=key).first()
    if known:
        return HttpResponseRedirect(known.location)
    try:
        with transaction.atomic():
            receipt = Receipt.objects.create(
                user_id=user_id,
                key=key,
                location="",
                made_at=request.now,
            )
            receipt.location = create()
            receipt.save(update_fields=["location"])
    except IntegrityError:
        known = Receipt.objects.filter(user_id=user_id, key=key).exclude(location="").first()
        if known is None:
            raise
        return HttpResponseRedirect(known.location)
    return HttpResponseRedirect(receipt.location)
