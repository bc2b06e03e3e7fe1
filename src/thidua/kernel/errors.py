"""The root of every refusal that an officer is told about."""


class Cannot(Exception):
    """Something cannot be done; the sentence says why and what to do instead.

    Subclasses are named for what cannot be done (CannotSubmit) and stand beside the
    function that raises them. `field` names the input at fault where there is one.
    """

    def __init__(self, sentence: object, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return str(self.sentence)
