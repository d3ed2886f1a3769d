"""A button's custom_id holds the question, fits Discord's limit, and is read back as it was."""

import re
from datetime import UTC, date, datetime

import pytest
from chat_world import FakeDesk
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.asks import (
    BUTTON_ID,
    CUSTOM_ID_MAX,
    DATE_MAX,
    TEXT_MAX,
    Action,
    Ask,
    Command,
    Press,
    answer_to,
    custom_id,
    press_of,
)
from bot.errors import QueryError
from bot.model import Period

TODAY = datetime(2024, 6, 1, tzinfo=UTC).date()
ACTIONS: tuple[Action, ...] = ("back", "next", "share", "open", "here")


@st.composite
def presses(draw: st.DrawFn) -> Press:
    command: Command = draw(st.sampled_from(sorted(TEXT_MAX)))
    text = draw(st.none() | st.text(min_size=1, max_size=TEXT_MAX[command]))
    days = st.none() | st.text(alphabet="0123456789- abc", min_size=1, max_size=DATE_MAX)
    first = draw(days) if command in ("brief", "timeline", "undated") else None
    last = draw(days) if command in ("timeline", "undated") else None
    return Press(draw(st.sampled_from(ACTIONS)), Ask(command, text, first, last), draw(st.integers(0, 999)))


@given(presses())
def test_a_press_survives_its_custom_id(press: Press) -> None:
    remembered = custom_id(press)
    assert remembered is not None
    assert len(remembered) <= CUSTOM_ID_MAX
    found = re.fullmatch(BUTTON_ID, remembered)
    assert found is not None
    assert press_of(**found.groupdict()) == press


def test_a_question_that_does_not_fit_has_no_button() -> None:
    assert custom_id(Press("open", Ask("who", "x" * 200))) is None


async def test_dates_are_read_before_the_desk_is_asked() -> None:
    desk = FakeDesk()
    await answer_to(Ask("timeline", "harbour", "2024", "Mar 2024"), desk=desk, scopes=("everyone",), today=TODAY)
    year = Period(date(2024, 1, 1), date(2024, 12, 31), "year")
    march = Period(date(2024, 3, 1), date(2024, 3, 31), "month")
    assert desk.asked == [("timeline", "harbour", year, march, ("everyone",))]


@pytest.mark.parametrize("ask", [Ask("who"), Ask("search", "  "), Ask("brief", "x", "soon")])
async def test_a_question_without_sense_is_refused_in_a_sentence(ask: Ask) -> None:
    with pytest.raises(QueryError):
        await answer_to(ask, desk=FakeDesk(), scopes=("everyone",), today=TODAY)
