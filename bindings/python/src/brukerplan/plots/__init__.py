"""Plots for matplotlib (`pip install 'brukerplan[plots]'`): counts of a round, trends and projections.

Colours are never the only sign: each rating and class has a pattern of its own and another lightness, and numbers stand in the
bars. Words are those of the instrument, in bokmal, nynorsk or English. Every function draws on the axes that it is given, or on
new ones, and returns them; settings of matplotlib stay as they are.

**The numbers are not protected.** A bar of three people is three people: what is published goes through disclosure control first.
"""

from ._bars import domains, index, services
from ._lines import fan, trend
from ._projections import projection, waterfall

__all__ = ["domains", "fan", "index", "projection", "services", "trend", "waterfall"]
