"""What can go wrong that is not a wrong fact: misuse, and files that cannot be read or written."""


class RelgraphError(Exception):
    """Base of every error that a user can mend; its text is one clear line."""


class MisuseError(RelgraphError):
    """The question itself is off: an unknown name, an impossible option, a missing folder."""


class InputError(RelgraphError):
    """A file cannot be read, or what it holds cannot be used at all."""


class OutputError(RelgraphError):
    """A file cannot be written; nothing of it was."""
