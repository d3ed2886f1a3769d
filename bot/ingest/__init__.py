"""USE CASE: make the store equal to the library. plan: what is to do; loading: doing it; links: what follows."""

from bot.ingest.loading import Loader, Progress, load

__all__ = ["Loader", "Progress", "load"]
