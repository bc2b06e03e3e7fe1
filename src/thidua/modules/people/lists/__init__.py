"""Lists out of Excel that become people, collectives, households, initiatives and yearly grades."""

from collections.abc import Iterator

from thidua.modules.intake.api import Kind
from thidua.modules.people.lists.collectives import COLLECTIVES
from thidua.modules.people.lists.grades import GRADES
from thidua.modules.people.lists.households import HOUSEHOLDS
from thidua.modules.people.lists.initiatives import INITIATIVES
from thidua.modules.people.lists.people import PEOPLE


def intake_kinds() -> Iterator[Kind]:
    yield from (PEOPLE, COLLECTIVES, HOUSEHOLDS, INITIATIVES, GRADES)
