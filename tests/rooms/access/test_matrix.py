"""The permission table (c), cell by cell: every permission × every role × every post, on one's own
record, another district's, another organisation's; and every step of every machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from duibiao.access import Permission, Role, Scope, may
from duibiao.access.matrix import MATRIX
from duibiao.access.permission import ROLE_OF_KIND
from duibiao.accounts.models import User
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.core.report.machines import ALL
from duibiao.leads.models import DistrictLeadSheet
from duibiao.organisations.kinds import ADMINISTRATORS, Kind, Post
from duibiao.organisations.models import Organisation
from tests.people import load_city, person

pytestmark = [pytest.mark.django_db, pytest.mark.clause("横-4")]

# One office of each role; what the city's list lacks is made.
OFFICES = {
    Role.NATIONAL: "gb",
    Role.COMMISSION: "tj-market",
    Role.INSTITUTE: "tj-institute",
    Role.DEPARTMENT: "tj-commerce",
    Role.DISTRICT: "120116-market",
    Role.DISTRICT_DEPARTMENT: "120116-commerce",
    Role.ENTERPRISE: "e-own",
    Role.STANDARDS_BODY: "tj-research",
    Role.TEST_LAB: "tj-lab",
    Role.ASSOCIATION: "tj-association",
    Role.EVALUATOR: "own-evaluator",
    Role.CONSULTANT: "own-consultant",
    Role.BANK: "own-bank",
    Role.SOCIETY: "own-society",
}
MADE = {
    "e-own": Kind.ENTERPRISE,
    "own-evaluator": Kind.EVALUATOR,
    "own-consultant": Kind.CONSULTANT,
    "own-bank": Kind.BANK,
    "own-society": Kind.SOCIETY,
}
ADMINS = {
    Role.SYSTEM: Post.SYSTEM_ADMIN,
    Role.SECURITY: Post.SECURITY_ADMIN,
    Role.AUDIT: Post.AUDIT_ADMIN,
}
# Whose records are looked at, besides one's own: same and other district, same and other field.
OTHERS = ("120116-industry", "120101-commerce", "120101-industry", "120101-market")
WORKERS = (Post.HANDLER, Post.REVIEWER)
CASES = [(role, post) for role in OFFICES for post in WORKERS] + list(ADMINS.items())


@pytest.fixture
def campaign() -> Campaign:
    """The city with an office of every role."""
    load_city()
    for code, kind in MADE.items():
        region = "120116" if kind is Kind.ENTERPRISE else None
        Organisation.objects.create(code=code, kind=kind, name=code, region_id=region)
    return campaigns.create_campaign(content=campaigns.tianjin_2018(), by=person("tj-market"))


def office_of(role: Role) -> str:
    """Where somebody of a role works."""
    return OFFICES.get(role, "tj-market")


def granted(permission: Permission, role: Role, post: Post) -> Scope | None:
    """What the table says, in words of its own."""
    grant = MATRIX[permission].get(role)
    return grant.scope if grant is not None and post in grant.posts else None


def reaches(scope: Scope | None, own: Organisation, owner: Organisation) -> bool:
    """What a suffix of the table means: * 区 行 区行 己."""
    same_district = own.region_id == owner.region_id
    same_field = own.field == owner.field
    return {
        None: False,
        Scope.ALL: True,
        Scope.DISTRICT: same_district,
        Scope.FIELD: same_field,
        Scope.DISTRICT_FIELD: same_district and same_field,
        Scope.OWN: own == owner,
    }[scope]


def sheets(campaign: Campaign, own: Organisation) -> Iterator[DistrictLeadSheet]:
    """A record of one's own, and of each of the others."""
    owners = {own, *Organisation.objects.filter(code__in=OTHERS)}
    for owner in sorted(owners, key=lambda one: one.code):
        yield DistrictLeadSheet.everything.create(campaign=campaign, provider=owner)


@pytest.mark.parametrize(("role", "post"), CASES, ids=lambda one: one.value)
def test_what_she_may_is_what_the_table_says(campaign: Campaign, role: Role, post: Post) -> None:
    """Every permission for this role and post: at all, on five records, and in lists: the same
    rule answers a button and a list."""
    user = person(office_of(role), post)
    own = user.memberships.get().organisation
    known = list(sheets(campaign, own))
    for permission in Permission:
        scope = granted(permission, role, post)
        assert may(user, permission) is (scope is not None), permission
        for sheet in known:
            wanted = reaches(scope, own, sheet.provider)
            assert may(user, permission, on=sheet) is wanted, (permission, sheet.provider.code)
        seen = set(DistrictLeadSheet.objects.visible_to(user, permission))
        assert seen == {one for one in known if reaches(scope, own, one.provider)}, permission


@pytest.mark.usefixtures("campaign")
def test_a_step_is_taken_by_the_roles_the_table_names() -> None:
    """Each step of each machine names one permission of the table; exactly its roles and posts
    may take it, and there is somebody."""
    people = {case: one_of(*case) for case in CASES}
    for machine in ALL:
        for step in machine.steps:
            permission = Permission(step.permission)
            able = {case for case, user in people.items() if may(user, permission)}
            named = {case for case in CASES if granted(permission, *case) is not None}
            assert able == named, (machine.name, step.name)
            assert able, (machine.name, step.name)


def one_of(role: Role, post: Post) -> User:
    """Somebody of a role and post, with nothing remembered of her posts."""
    return User.objects.get(pk=person(office_of(role), post).pk)


DECIDING = (".approve", ".decide", ".receive", ".review", ".submit", ".distribute", ".register")


def test_the_institute_never_approves() -> None:
    """六(一)-2: it acts for others day by day; every decision is somebody else's."""
    held = {permission for permission in Permission if Role.INSTITUTE in MATRIX[permission]}
    assert {p for p in held if p.value.endswith(DECIDING)} == set()
    assert Permission.WINDOW_OPEN not in held
    assert Permission.PEOPLE_MANAGE not in held
    assert Permission.PLAN_DRAFT in held


def test_every_kind_of_organisation_has_a_column() -> None:
    """Eighteen kinds, each in one role; every role but the administrators' has a kind."""
    assert set(ROLE_OF_KIND) == set(Kind)
    assert set(ROLE_OF_KIND.values()) | set(ADMINS) == set(Role)


def test_administrators_hold_none_of_the_work() -> None:
    """The three administrators' columns: reading people, reading the journal, nothing else."""
    found = {
        permission
        for permission, grants in MATRIX.items()
        for role, grant in grants.items()
        if role in ADMINS or grant.posts & ADMINISTRATORS
    }
    assert found == {Permission.PEOPLE_READ, Permission.JOURNAL_READ}


def test_every_permission_is_in_the_table() -> None:
    """A permission the table forgets would be a KeyError, not a refusal."""
    assert set(MATRIX) == set(Permission)


def test_somebody_without_a_post_may_nothing() -> None:
    """Default is refusal."""
    load_city()
    nobody = User.objects.create(username="nobody", name="无岗位", created_at="2018-03-01T00:00Z")
    assert [permission for permission in Permission if may(nobody, permission)] == []
