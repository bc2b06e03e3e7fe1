from thidua.kernel.errors import Cannot


class CannotUseKeys(Cannot):
    """The key file is missing, open to others, damaged, or in the way.

    An administrator reads it on the command line, before any language is set.
    """

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese}\n{english}")


class CannotRead(CannotUseKeys):
    """Something sealed does not open: another key, another place, or changed bytes."""
