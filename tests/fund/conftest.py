from pathlib import Path
from typing import Any

import pytest

from factories.dossiers import Place
from factories.dossiers import place as make_place
from factories.fund import Desk
from factories.fund import desk as make_desk


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_PATH = tmp_path


@pytest.fixture
def at(db: None) -> Place:
    return make_place()


@pytest.fixture
def books(at: Place) -> Desk:
    return make_desk(at)
