"""The door of reports: nothing stands to the right of it yet."""

__all__: list[str] = []
