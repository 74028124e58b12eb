"""The kinds of organisations, their fields, and the posts people hold in them (plan, (a9))."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The 18 kinds of organisations of the campaign."""

    NATIONAL_OFFICE = "national_office"  # 国家专项行动办公室
    SAC = "sac"  # 国家标准委
    COMMISSION = "commission"  # 市市场监管委
    MUNICIPAL_DEPARTMENT = "municipal_department"  # 市级部门
    INSTITUTE = "institute"  # 标准化研究院：工作机构
    DISTRICT_BUREAU = "district_bureau"  # 区市场监管局
    DISTRICT_DEPARTMENT = "district_department"  # 区级部门
    ENTERPRISE = "enterprise"
    RESEARCH_BODY = "research_body"  # 标准化研究机构
    SERVICE_BODY = "service_body"  # 标准化服务机构
    TEST_LAB = "test_lab"  # 检验检测机构
    ASSOCIATION = "association"  # 行业协会
    TECHNICAL_COMMITTEE = "technical_committee"  # 标准化专业技术委员会
    EVALUATOR = "evaluator"  # 社会第三方评价机构
    ACADEMY = "academy"  # 科研院所
    CONSULTANT = "consultant"  # 咨询公司
    BANK = "bank"  # 金融机构
    SOCIETY = "society"  # 社会团体


class Field(StrEnum):
    """What a department is in charge of; a district's department reports to the city's of the
    same field."""

    NONE = ""
    MARKET = "market"
    DEVELOPMENT = "development"
    INDUSTRY = "industry"
    AGRICULTURE = "agriculture"
    COMMERCE = "commerce"
    FINANCE = "finance"
    SASAC = "sasac"
    TOURISM = "tourism"


class Post(StrEnum):
    """What a person does in an organisation. Handler and reviewer are never the same person for
    one organisation; the three administrators exclude each other (GB/T 22239 8.1.4.2 d)."""

    HANDLER = "handler"  # 经办
    REVIEWER = "reviewer"  # 审核
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"


ADMINISTRATORS = frozenset({Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDIT_ADMIN})
