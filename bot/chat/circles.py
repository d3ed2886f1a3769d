"""Circle -> the words of its reply: who shares which sentence with the name, then with each other. Pure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.answers.answer import Circle, NameCount, Tie
from bot.answers.wording import counted, sharing
from bot.chat import lines
from bot.chat.asks import Ask
from bot.chat.escaping import cut, escaped, escaped_line, visible
from bot.chat.lines import Citations
from bot.chat.pages import Draft, Line, Section
from bot.model import Quote

_PAIRS = 6  # of a sentence that names many

_ALONE = "Shares no sentence with another person or body"


def circle(answer: Circle) -> Draft:
    if answer.choices:
        return _which(answer)
    if not answer.names:
        return lines.nothing(answer.asked, answer.shelf, answer.similar, "circle")
    middle, *others = answer.names
    about = len(others) + answer.more
    citations = Citations()
    own = _by_proof(tie for tie in answer.ties if not tie.one)
    among = _by_proof(tie for tie in answer.ties if tie.one)
    told = {ties[0].quotes[0] for ties in own}
    return Draft(
        title=f"Circle: {lines.title(middle.name)}",
        subtitle=f"{counted(about, 'name')} {sharing(about)}" if others else _ALONE,
        sections=lines.kept(
            Section("", tuple(_own_line(ties, answer.names, citations) for ties in own)),
            Section("With each other", tuple(_among_line(ties, answer.names, citations, told) for ties in among)),
        ),
        sources=citations.texts,
        closing=lines.more(answer.more, "name"),
        buttons=lines.buttons(("Who", Ask("who", answer.asked)), ("Timeline", Ask("timeline", middle.name))),
        menus=lines.names_menu(others),
    )


def _which(answer: Circle) -> Draft:
    return Draft(
        title=f"Which “{escaped(cut(visible(answer.asked), 100))}”?",
        subtitle=f"{counted(len(answer.choices), 'name')} on file could be meant",
        sections=lines.kept(Section("", tuple(lines.name_line(name) for name in answer.choices))),
        retries=lines.retries(answer.choices, "circle"),
    )


def _by_proof(ties: Iterable[Tie]) -> list[list[Tie]]:
    """Ties that one sentence proves together, each group where its first tie stood."""
    ties = list(ties)
    first = {tie.quotes[0]: place for place, tie in reversed(list(enumerate(ties)))}
    ordered = sorted(ties, key=lambda tie: first[tie.quotes[0]])
    return [list(group) for _, group in groupby(ordered, key=lambda tie: tie.quotes[0])]


def _own_line(ties: Sequence[Tie], names: Sequence[NameCount], citations: Citations) -> Line:
    who = ", ".join(f"**{_name(names[tie.other])}** ({tie.sentences})" for tie in ties)
    quote = ties[0].quotes[0]
    return lines.quote_line(escaped_line(quote.text), [quote], citations, before=f"{who} · ")


def _among_line(ties: Sequence[Tie], names: Sequence[NameCount], citations: Citations, told: set[Quote]) -> Line:
    """A sentence that the reply shows already is only cited."""
    pairs = ", ".join(f"{_name(names[t.one])} and {_name(names[t.other])} ({t.sentences})" for t in ties[:_PAIRS])
    if len(ties) > _PAIRS:
        pairs += f" and {len(ties) - _PAIRS} more such pairs"
    quote = ties[0].quotes[0]
    if quote in told:
        return lines.quote_line(pairs, [quote], citations)
    return lines.quote_line(escaped_line(quote.text), [quote], citations, before=f"{pairs} · ")


def _name(name: NameCount) -> str:
    return escaped(cut(visible(name.name), 80))
