"""The sheet that pictures are drawn on: size, colours, fonts, how text is measured. One unit is a pixel of a phone."""

import io
import pathlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Circle as Disc
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image

WIDTH: Final = 400.0  # of every picture: what a phone shows side by side
_SHARPNESS: Final = 2.5  # pixels of the file for one of a phone
_INCH: Final = 72.0
_COLOURS: Final = 128

# One dark sheet for both themes of Discord: on the light one it stands as a card, on the dark one it does not glare.
PAPER: Final = "#20242c"
INK: Final = "#f2f4f8"
MUTED: Final = "#a9b2c0"
RULE: Final = "#4a5362"
BLUE: Final = "#6cb6ff"  # these two are told apart by the colour-blind as well
AMBER: Final = "#f5b942"

Point = tuple[float, float]
Align = Literal["left", "center", "right"]
_MARK: Final = "\u200e"  # left to right
_ABOVE: Final = 5  # words stand above all marks

_FILES: Final = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}


class Sheet:
    """A picture being drawn: x to the right, y downwards, from the corner at the top left."""

    def __init__(self, height: float) -> None:
        self.height = height
        self._figure = Figure(figsize=(WIDTH / _INCH, height / _INCH), dpi=_INCH * _SHARPNESS, facecolor=PAPER)
        self._canvas = FigureCanvasAgg(self._figure)
        self._axes = Axes(self._figure, (0, 0, 1, 1), frameon=False)
        self._figure.add_axes(self._axes)  # pyright: ignore[reportUnknownMemberType] its other overload is loose
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        bold: bool = False,
        ink: str = INK,
        align: Align = "left",
        halo: bool = False,
    ) -> None:
        """`y` is the middle of a line of lower-case letters; `words` are `drawable` already.

        `halo`: what runs below the words keeps off them.
        """
        base = y + 0.36 * size
        font = _font(size, bold=bold)
        words = from_the_left(words)
        drawn = Text(x, base, words, fontproperties=font, color=ink, horizontalalignment=align, parse_math=False)
        drawn.set_zorder(_ABOVE)
        if halo:
            drawn.set_path_effects([withStroke(linewidth=3.5, foreground=PAPER)])
        self._axes.add_artist(drawn)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        ink: str = RULE,
        width: float = 1.0,
        dotted: bool = False,
        alpha: float = 1.0,
    ) -> None:
        style = (0, (1, 2.5)) if dotted else "solid"
        self._axes.add_line(Line2D(xs, ys, color=ink, linewidth=width, linestyle=style, alpha=alpha, zorder=1))

    def curve(self, start: Point, bend: Point, end: Point, *, ink: str, width: float) -> None:
        path = Path([start, bend, end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        self._axes.add_patch(PathPatch(path, facecolor="none", edgecolor=ink, linewidth=width, zorder=0.5))

    def pill(self, x: float, y: float, width: float, height: float, *, rim: str) -> None:
        """A box with round ends around its middle, for words."""
        style = f"round,pad=0,rounding_size={height / 2 if height < 30 else 12}"  # noqa: PLR2004 - of one line
        corner = (x - width / 2, y - height / 2)
        box = FancyBboxPatch(corner, width, height, boxstyle=style, facecolor=PAPER, edgecolor=rim, linewidth=2)
        box.set_zorder(4)
        self._axes.add_patch(box)

    def dot(self, x: float, y: float, radius: float, *, ink: str) -> None:
        """A disc with a rim of paper, so that it stands off what is below it."""
        self._axes.add_patch(Disc((x, y), radius, facecolor=ink, edgecolor=PAPER, linewidth=1, zorder=3))

    def square(self, x: float, y: float, half: float, *, ink: str) -> None:
        corner = (x - half, y - half)
        self._axes.add_patch(
            Rectangle(corner, 2 * half, 2 * half, facecolor=ink, edgecolor=PAPER, linewidth=1, zorder=3)
        )

    def bar(self, x: float, top: float, bottom: float, *, ink: str, width: float = 6.0) -> None:
        style = f"round,pad=0,rounding_size={min(width / 2, (bottom - top) / 2)}"
        corner = (x - width / 2, top)
        self._axes.add_patch(
            FancyBboxPatch(corner, width, bottom - top, boxstyle=style, facecolor=ink, linewidth=0, zorder=2)
        )

    def fade(self, x: float, solid: float, faint: float, *, ink: str, width: float = 6.0) -> None:
        """A bar that is there at `solid` and gone at `faint`, above or below."""
        steps = max(8, round(abs(faint - solid) / 2))
        height = (faint - solid) / steps
        for step in range(steps):
            corner = (x - width / 2, solid + step * height)
            alpha = 1 - (step + 0.5) / steps
            self._axes.add_patch(Rectangle(corner, width, height, facecolor=ink, linewidth=0, alpha=alpha, zorder=2))

    def png(self) -> bytes:
        """With few colours, which nobody sees and which makes the file a third as large."""
        self._canvas.draw()
        pixels = Image.frombuffer("RGBA", self._canvas.get_width_height(), bytes(self._canvas.buffer_rgba())).convert(
            "RGB"
        )
        file = io.BytesIO()
        pixels.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "png", optimize=True)
        return file.getvalue()


def from_the_left(words: str) -> str:
    """With a mark, where a name written from the right begins the line and would turn all of it round."""
    return _MARK + words if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words) else words


def width_of(words: str, *, size: float, bold: bool = False) -> float:
    """How wide a line of drawable words will be."""
    face = _face(bold=bold)
    return sum(_advance(letter, bold=bold) for letter in words) * size / face.units_per_EM


@cache
def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(fname=_path(bold=bold), size=size)


@cache
def _path(*, bold: bool) -> str:
    return str(pathlib.Path(mpl.get_data_path()) / "fonts" / "ttf" / _FILES[bold])


@cache
def _face(*, bold: bool = False) -> FT2Font:
    return FT2Font(_path(bold=bold))


def has_glyph(letter: str) -> bool:
    return _face(bold=False).get_char_index(ord(letter)) > 0 and _face(bold=True).get_char_index(ord(letter)) > 0


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """In units of the font; kerning only makes a line shorter."""
    return _face(bold=bold).load_char(ord(letter), flags=LoadFlags.NO_SCALE).horiAdvance
