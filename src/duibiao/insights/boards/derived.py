"""Columns made of figures, used by several boards."""

from __future__ import annotations

from fractions import Fraction

from duibiao.campaigns.queries import sme_share
from duibiao.core.report.quota import as_percent, shortfall, sme_ok, sme_shortfall
from duibiao.insights.showing import BAR, Bar, Cell, Tone, against, percent
from duibiao.insights.subjects.participation import ENTERPRISES
from duibiao.insights.tables import Count, Derived, Line

COUNTED = Count(ENTERPRISES, "counted")
COUNTED_SMALL = Count(ENTERPRISES, "counted_small")


def share(name: str, part: Count, *whole: Count) -> Derived:
    """Part of whole, in per cent."""
    return Derived(
        name,
        (part, *whole),
        lambda line: percent(
            line.n(part.subject, part.measure), sum(line.n(w.subject, w.measure) for w in whole)
        ),
    )


def _needed(line: Line) -> int:
    """The quota of a row: its district's, its group's, the city's floor; of what is seen."""
    asked, here = line.page.asked, line.page.here
    quotas = {c: q for c, q in asked.quotas.items() if not here or c in here}
    chosen = asked.chosen.get("district") or (line.value if line.by == "district" else "")
    if chosen:
        return quotas.get(chosen, 0)
    if line.by == "group" and line.value:
        codes = [one.code for one in asked.districts if one.group == line.value]
        return sum(quotas.get(code, 0) for code in codes)
    return sum(quotas.values())


def _have(line: Line) -> int:
    return line.n(ENTERPRISES, "counted")


def _needed_cell(line: Line) -> Cell:
    return Cell(str(_needed(line)), line.page.asked.campaign.get_absolute_url())


def _gap(line: Line) -> Cell:
    have, needed = _have(line), _needed(line)
    missing = shortfall(have, needed)
    return Cell(str(missing), tone=Tone.UNMET if missing else Tone.MET, bar=against(have, needed))


def _sme_share(line: Line) -> Cell:
    sme, have = line.n(ENTERPRISES, "counted_small"), _have(line)
    needed = sme_share(line.page.asked.campaign)
    bar = Bar(BAR * sme // have, int(BAR * needed)) if have else None
    met = sme_ok(sme, have, needed)
    shown = as_percent(sme, have)
    tone = None if not have else Tone.MET if met else Tone.UNMET
    return Cell(f"{shown}%" if have else shown, tone=tone, bar=bar)


def _sme_gap(line: Line) -> Cell:
    needed: Fraction = sme_share(line.page.asked.campaign)
    missing = sme_shortfall(line.n(ENTERPRISES, "counted_small"), _have(line), needed)
    return Cell(str(missing), tone=Tone.UNMET if missing else Tone.MET)


NEEDED = Derived("needed", (COUNTED,), _needed_cell)
GAP = Derived("gap", (COUNTED,), _gap)
SME_SHARE = Derived("sme_share", (COUNTED, COUNTED_SMALL), _sme_share, of_all=True)
SME_GAP = Derived("sme_gap", (COUNTED, COUNTED_SMALL), _sme_gap, of_all=True)
