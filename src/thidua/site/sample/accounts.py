"""Makes the accounts of the roster with their grants."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Grant, Organisation
from thidua.site.sample.roster import ACCOUNTS, PASSWORD


def load_accounts(units: dict[str, Organisation], *, on: date, now: datetime) -> dict[str, User]:
    """Make the accounts with their grants; returns users by user name."""
    secret = make_password(PASSWORD)
    users = User.objects.bulk_create(
        [User(username=a.username, full_name=a.full_name, password=secret, joined_at=now) for a in ACCOUNTS]
    )
    since = date(on.year - 1, 1, 1)
    Grant.objects.bulk_create(
        [
            Grant(user=user, organisation=units[account.unit], role=role, since=since, until=account.until)
            for account, user in zip(ACCOUNTS, users, strict=True)
            for role in account.roles
        ]
    )
    return {user.username: user for user in users}
