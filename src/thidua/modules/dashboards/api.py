"""The door of dashboards: nothing stands to the right of it yet."""

__all__: list[str] = []
