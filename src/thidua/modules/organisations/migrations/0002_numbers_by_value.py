from django.db import migrations

from thidua.foundation.audit import acting
from thidua.kernel.text import sort_key


def letters(key):
    return "".join(sign for sign in key if not sign.isdigit())


def reorder(apps, schema_editor):
    """Keys made before numbers were ordered by value: made again, from the name they were made from."""
    rows = apps.get_model("organisations", "Organisation").objects.filter(sort__regex="[0-9]+.*\x01")
    with acting(None, action="organisations.numbers_by_value"):
        for row in rows.iterator():
            keys = [sort_key(getattr(row, field)) for field in ("name", "short_name")]
            made = next((key for key in keys if letters(key) == letters(row.sort)), row.sort)
            if made != row.sort:
                row.sort = made
                row.save(update_fields=["sort"])


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunPython(reorder, migrations.RunPython.noop, elidable=True)]
