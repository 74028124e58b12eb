"""The words of the permission table: what one may do, in which role, how far."""

from __future__ import annotations

from enum import StrEnum

from duibiao.organisations.kinds import Kind


class Role(StrEnum):
    """The columns of the plan's permission matrix (c)."""

    NATIONAL = "national"  # 国办
    COMMISSION = "commission"  # 市监
    INSTITUTE = "institute"  # 标院（代办）
    DEPARTMENT = "department"  # 市部门
    DISTRICT = "district"  # 区局
    DISTRICT_DEPARTMENT = "district_department"  # 区部门
    ENTERPRISE = "enterprise"
    STANDARDS_BODY = "standards_body"  # 标机
    TEST_LAB = "test_lab"  # 检机
    ASSOCIATION = "association"  # 协会/TC
    EVALUATOR = "evaluator"  # 三评/科院
    CONSULTANT = "consultant"
    BANK = "bank"
    SOCIETY = "society"
    SYSTEM = "system"  # 系统管理员
    SECURITY = "security"  # 安全管理员
    AUDIT = "audit"  # 审计管理员


ROLE_OF_KIND = {
    Kind.NATIONAL_OFFICE: Role.NATIONAL,
    Kind.SAC: Role.NATIONAL,
    Kind.COMMISSION: Role.COMMISSION,
    Kind.MUNICIPAL_DEPARTMENT: Role.DEPARTMENT,
    Kind.INSTITUTE: Role.INSTITUTE,
    Kind.DISTRICT_BUREAU: Role.DISTRICT,
    Kind.DISTRICT_DEPARTMENT: Role.DISTRICT_DEPARTMENT,
    Kind.ENTERPRISE: Role.ENTERPRISE,
    Kind.RESEARCH_BODY: Role.STANDARDS_BODY,
    Kind.SERVICE_BODY: Role.STANDARDS_BODY,
    Kind.TEST_LAB: Role.TEST_LAB,
    Kind.ASSOCIATION: Role.ASSOCIATION,
    Kind.TECHNICAL_COMMITTEE: Role.ASSOCIATION,
    Kind.EVALUATOR: Role.EVALUATOR,
    Kind.ACADEMY: Role.EVALUATOR,
    Kind.CONSULTANT: Role.CONSULTANT,
    Kind.BANK: Role.BANK,
    Kind.SOCIETY: Role.SOCIETY,
}


class Scope(StrEnum):
    """How far a grant reaches: the suffixes of the matrix."""

    ALL = "*"
    DISTRICT = "区"  # the organisation's own district
    FIELD = "行"  # what the department is in charge of
    DISTRICT_FIELD = "区行"  # both
    OWN = "己"  # the organisation itself


class Permission(StrEnum):
    """What one may do. The value is stable: the journal and the API know it."""

    CAMPAIGN_READ = "campaign.read"
    CAMPAIGN_MANAGE = "campaign.manage"
    WINDOW_OPEN = "window.open"
    PLAN_READ = "plan.read"
    PLAN_DRAFT = "plan.draft"
    PLAN_DECIDE = "plan.decide"
    PLAN_COSIGN = "plan.cosign"
    WORKING_GROUP_READ = "working_group.read"
    WORKING_GROUP_MANAGE = "working_group.manage"
    PEOPLE_READ = "people.read"
    PEOPLE_MANAGE = "people.manage"
    PEOPLE_RESET = "people.reset"
    ORGANISATION_READ = "organisation.read"
    ORGANISATION_MANAGE = "organisation.manage"
    SLOT_READ = "slot.read"
    SLOT_GENERATE = "slot.generate"
    SLOT_ALLOCATE = "slot.allocate"
    SLOT_ACTIVATE = "slot.activate"
    CITY_LEADS_READ = "city_leads.read"
    CITY_LEADS_SUBMIT = "city_leads.submit"
    CITY_LEADS_RECEIVE = "city_leads.receive"
    DISTRICT_LEADS_READ = "district_leads.read"
    DISTRICT_LEADS_SUBMIT = "district_leads.submit"
    DISTRICT_LEADS_RECEIVE = "district_leads.receive"
    CONSOLIDATION_READ = "consolidation.read"
    CONSOLIDATION_PREPARE = "consolidation.prepare"
    CONSOLIDATION_DISTRIBUTE = "consolidation.distribute"
    DISPATCHED_LEADS_READ = "dispatched_leads.read"
    DISPATCHED_LEADS_RECEIVE = "dispatched_leads.receive"
    RECOMMENDATION_READ = "recommendation.read"
    RECOMMENDATION_WRITE = "recommendation.write"
    FORMAT_READ = "format.read"
    FORMAT_APPLY = "format.apply"
    FORMAT_DECIDE = "format.decide"
    ENTERPRISE_READ = "enterprise.read"
    ENTERPRISE_REGISTER = "enterprise.register"
    ENTERPRISE_UPDATE = "enterprise.update"
    PARTICIPATION_READ = "participation.read"
    PARTICIPATION_ANSWER = "participation.answer"
    DECLARATION_READ = "declaration.read"
    DECLARATION_WRITE = "declaration.write"
    DECLARATION_REVIEW = "declaration.review"
    BASIS_READ = "basis.read"
    BASIS_LOOK_UP = "basis.look_up"
    BASIS_PREPARE = "basis.prepare"
    BASIS_DETERMINE = "basis.determine"
    BASIS_RULE = "basis.rule"
    BASIS_MARK = "basis.mark"
    BASIS_CHOOSE = "basis.choose"
    REHEARSAL_READ = "rehearsal.read"
    STUDY_READ = "study.read"
    STUDY_ANSWER = "study.answer"
    DISTRICT_PACKAGE_READ = "district_package.read"
    DISTRICT_PACKAGE_PREPARE = "district_package.prepare"
    DISTRICT_PACKAGE_APPROVE = "district_package.approve"
    DISTRICT_PACKAGE_RECEIVE = "district_package.receive"
    CITY_PACKAGE_READ = "city_package.read"
    CITY_PACKAGE_PREPARE = "city_package.prepare"
    CITY_PACKAGE_APPROVE = "city_package.approve"
    CITY_PACKAGE_RECEIVE = "city_package.receive"
    CHANGE_READ = "change.read"
    CHANGE_REQUEST = "change.request"
    CHANGE_REVIEW = "change.review"
    CHANGE_DECIDE = "change.decide"
    SCHEME_READ = "scheme.read"
    SCHEME_DRAFT = "scheme.draft"
    SCHEME_PUBLISH = "scheme.publish"
    SCHEME_COMMENT = "scheme.comment"
    SUGGESTION_READ = "suggestion.read"
    SUGGESTION_WRITE = "suggestion.write"
    SUGGESTION_COLLECT = "suggestion.collect"
    SUGGESTION_DECIDE = "suggestion.decide"
    MESSAGE_READ = "message.read"
    MESSAGE_SEND = "message.send"
    MESSAGE_ANSWER = "message.answer"
    JOURNAL_READ = "journal.read"
