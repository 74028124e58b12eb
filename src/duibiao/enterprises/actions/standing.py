"""What makes an enterprise come first: titles, places on rankings."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.core.identify.titles import Claimant, Title, TitleFinding, TitleLimits, check_title
from duibiao.core.report.priority import rank
from duibiao.enterprises.facts import RankedAlready, TitledAlready
from duibiao.enterprises.models import UNRANKED, ChampionTitle, Enterprise, Ranking, RankScope
from duibiao.enterprises.queries import priority_of
from duibiao.journal import actions as journal
from duibiao.workflow.facts import StepRefused


@transaction.atomic
def add_title(
    *,
    enterprise: Enterprise,
    title: Title,
    evidence: Mapping[str, str],
    limits: TitleLimits | None = None,
    by: User,
) -> tuple[ChampionTitle, TitleFinding]:
    """A champion title with its evidence, and what is doubtful about it. StepRefused when the
    evidence does not bear it, or it has the title already."""
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    claimant = Claimant(size=enterprise.size, founded_on=enterprise.founded_on)
    found = check_title(title, evidence, claimant, today=clock.today(), limits=limits)
    if found.refused:
        raise StepRefused(found.refused)
    if enterprise.titles.filter(title=title).exists():
        raise StepRefused((TitledAlready(title),))
    made = ChampionTitle.objects.create(enterprise=enterprise, title=title, evidence=dict(evidence))
    _stand(enterprise)
    _told("enterprise.title_added", enterprise, by, after={"title": title.value, **evidence})
    return made, found


@transaction.atomic
def remove_title(*, title: ChampionTitle, by: User) -> None:
    """Take a title away that was entered by mistake."""
    enterprise = title.enterprise
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    before = {"title": title.title, **title.evidence}
    title.delete()
    _stand(enterprise)
    _told("enterprise.title_removed", enterprise, by, before=before)


@transaction.atomic
def add_ranking(
    *,
    enterprise: Enterprise,
    scope: RankScope,
    trade: str,
    place: int,
    ground: str,
    year: int,
    by: User,
) -> Ranking:
    """A place on a list of its trade, with the source. StepRefused when that list of that year
    has a place of it already."""
    require(by, Permission.ENTERPRISE_UPDATE, on=enterprise)
    told = {"scope": scope.value, "trade": trade, "place": place, "ground": ground, "year": year}
    try:
        with transaction.atomic():
            made = Ranking.objects.create(enterprise=enterprise, **told)
    except IntegrityError:
        raise StepRefused((RankedAlready(trade, year),)) from None
    _stand(enterprise)
    _told("enterprise.ranking_added", enterprise, by, after=told)
    return made


def recount(enterprise: Enterprise) -> None:
    """What its place in lists follows from, on the row, unsaved."""
    enterprise.priority = priority_of(enterprise)
    rankings = enterprise.rankings.all() if enterprise.pk else ()
    enterprise.best_rank = min((rank(r.scope, r.place) for r in rankings), default=UNRANKED)


def _stand(enterprise: Enterprise) -> None:
    recount(enterprise)
    enterprise.save(update_fields=["priority", "best_rank"])


def _told(
    event: str,
    enterprise: Enterprise,
    by: User,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    journal.record(
        event,
        chain=enterprise.organisation.code,
        by=by,
        on=enterprise,
        before=before,
        after=after,
    )
