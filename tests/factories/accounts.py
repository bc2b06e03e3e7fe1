from datetime import datetime
from functools import cache

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from thidua.kernel.days import VIETNAM
from thidua.modules.accounts.models import User

PASSWORD = "Thi-dua-2026!"


@cache
def hashed() -> str:
    """Hashing is slow on purpose: once for all people of a run."""
    return make_password(PASSWORD)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoidung{n}")
    full_name = factory.Sequence(lambda n: f"Nguyễn Thị Số {n}")
    joined_at = datetime(2026, 1, 1, tzinfo=VIETNAM)
    password = factory.LazyFunction(hashed)
