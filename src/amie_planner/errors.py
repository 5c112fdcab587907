"""What can go wrong that a person can do something about.

Anything else is ours: it is logged without personal data and shown once, in one place.
"""


class AmieError(Exception):
    """Something a leader can mend: one clear sentence, and a way forward.

    The message may quote what the leader wrote, so it is shown and never logged.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InvalidRecord(AmieError):
    """A record that does not hold together: a value out of range, a word that is not on a closed list."""


class StaleChange(AmieError):
    """A change made to something that has changed, gone or appeared since."""
