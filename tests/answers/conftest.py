"""A library of harbour news that most tests of the answers ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from answers_world import Library, told

from bot.model import RemovedLine


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.connection.close()


@pytest.fixture
def harbour(library: Library) -> Library:
    """Two tellings of one meeting about a harbour, and a third document about something else."""
    library.add(
        "news/talks.txt",
        told("Norland and Sudia to reopen the harbour treaty", kind="title"),
        told(
            "<Norlandic Harbour Minister|Mara Quist> [Mara\u202fQuist|Mara Quist] and [Tobias Renn] held talks"
            " {2025-06-12|on Thursday} in [Port Alba|Port Alba|PLACE] about the harbour treaty between"
            " [Norland|Norland|PLACE] and [Sudia|Sudia|PLACE]."
        ),
        told(
            "[Quist|Mara Quist] said dredging the harbour “must not wait another winter”.",
            said="Mara Quist",
            when="2025-06-12",
        ),
        told("He called the plan sound.", said="Tobias Renn", when="2025-06-12"),
        told("The {2019|2019| harbour treaty} was suspended after the {2021-03|March 2021| tanker collision}."),
        told("Both ministers agreed to reopen the harbour treaty and to resume dredging.", when="?"),
        title="Norland and Sudia to reopen the harbour treaty",
        published="2025-06-13",
        publisher="Alba Courier",
        removed=(RemovedLine(9, "Subscribe now", "an invitation of the page"),),
    )
    library.add(
        "alba.md",
        told("What was discussed", kind="heading"),
        told(
            "[Mara Quist], <Norland's Harbour Minister|Mara Quist>, met [Renn|Tobias Renn] of [Sudia|Sudia|PLACE] on"
            " {2025-06-12|June 12, 2025} in [Port Alba|Port Alba|PLACE] for talks about the harbour treaty.",
            met="Mara Quist",
        ),
        told("Dredging of the Outer Channel Basin (OCB) stopped after the {2021-03-09|9 March| tanker collision}."),
        told("[Ferry Workers Union|Ferry Workers Union|ORGANISATION] leaders stayed away from [Mara Quist].", when="?"),
        published="2025-06-14",
    )
    library.add(
        "orchards.txt",
        told("Apple growers around [Port Alba|Port Alba|PLACE] expect a late harvest.", when="?"),
        told("Frost in {2025-04|April} damaged nearly a third of the blossom.", kind="item"),
    )
    return library
