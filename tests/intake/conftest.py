from datetime import date

import pytest

from thidua.foundation import keys
from thidua.foundation.keys import ring, store


@pytest.fixture(autouse=True)
def _keys(tmp_path, settings):
    settings.DEMONSTRATION = True
    settings.KEYS_PATH = tmp_path / "keys.json"
    store.write_new(settings.KEYS_PATH, ring.begun(bytes(32), date(2026, 1, 1)))
    keys.load()
