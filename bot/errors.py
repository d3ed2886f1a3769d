"""Every way Sitrep refuses. Each text may be shown to a user: one sentence of cause, one of what to do."""


class BriefingError(Exception):
    """Something a user, operator or file did that cannot work; `str(error)` is fit for their eyes."""


class ConfigError(BriefingError, ValueError):
    """config.yaml, the token or an option of the command line is wrong."""


class UnreadableError(BriefingError, ValueError):
    """A file of the library cannot become a document."""


class AnalysisError(BriefingError, RuntimeError):
    """The analyser gave up on a document."""


class QueryError(BriefingError, ValueError):
    """A command was asked in a way that cannot be answered: an unknown option, a date that is none."""


class StoreError(BriefingError, RuntimeError):
    """The database cannot be used: newer than this program, held by another, not writable."""


class HeldError(StoreError):
    """Another Sitrep writes the database; reading beside it works."""
