"""May she? And which may she see? Both answered from one table (matrix.py)."""

from duibiao.access.acting import acting, may, require
from duibiao.access.loading import load_or_404
from duibiao.access.permission import Permission, Role, Scope
from duibiao.access.refusal import Refused

__all__ = ["Permission", "Refused", "Role", "Scope", "acting", "load_or_404", "may", "require"]
