"""Lines of an answer -> their notes, from the store: whom a "He" means, whose surname it is, when "Tuesday" was."""

from collections.abc import Iterable, Mapping, Sequence

from bot.answers.notes import Notes, Place, may_leave_a_day_open, pronoun, whom
from bot.model import Period
from bot.store.lookups import Known, Line, Lookups

_NO_DAYS: Mapping[Place, Period] = {}


def explained(
    lookups: Lookups,
    lines: Sequence[Line],
    *,
    introduced: Iterable[int] = (),
    beside: Mapping[Place, Period] = _NO_DAYS,
) -> tuple[str, ...]:
    """A note for each of these lines, which are read in this order; "" where nothing is open.

    `beside`: the date that the answer shows beside a sentence, which needs no second one for the same.
    """
    places = {(line.document, line.ordinal) for line in lines}
    seen = lookups.names_at(places)
    spoken = {line.document for line in lines if pronoun(line)}
    speakers = {place: found for place, found in lookups.speakers_in(spoken).items() if place in places}
    names = lookups.named({each.name for each in seen}.union(*speakers.values()))
    dates = lookups.dates_told({line.document for line in lines if may_leave_a_day_open(line)}, times=True)
    published = {
        number: one.published.value
        for number, one in lookups.documents(each.document for each in dates).items()
        if one.published.value
    }
    notes = Notes(
        names, seen=seen, dates=dates, speakers=speakers, published=published, introduced=introduced, beside=beside
    )
    return tuple(notes.of(line) for line in lines)


def answered(lookups: Lookups, lines: Mapping[int, Sequence[Line]]) -> dict[Place, str]:
    """The sentences of these documents that begin with "He" or "She" where it is known who that is."""
    speakers = lookups.speakers_in(lines)
    names: Mapping[int, Known] = lookups.named({number for found in speakers.values() for number in found})
    told = {
        (line.document, line.ordinal): whom(line, speakers.get((line.document, line.ordinal), ()), names)
        for sentences in lines.values()
        for line in sentences
        if (line.document, line.ordinal) in speakers
    }
    return {place: name for place, name in told.items() if name}
