"""Who needs a second factor: whoever approves, and the administrators (GB/T 22239 8.1.4.1 d)."""

from __future__ import annotations

from duibiao.access.reach import posts
from duibiao.accounts.models import User
from duibiao.organisations.kinds import Kind, Post

DEMANDING = {Post.REVIEWER, Post.SYSTEM_ADMIN, Post.SECURITY_ADMIN, Post.AUDIT_ADMIN}


def demands_second_factor(user: User) -> bool:
    """An approver of an office, or an administrator. A person of an enterprise may have one."""
    return any(
        Post(post.post) in DEMANDING and Kind(post.organisation.kind) is not Kind.ENTERPRISE
        for post in posts(user)
    )
