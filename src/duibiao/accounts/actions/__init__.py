"""Every write of accounts. Who may do this to whom, higher rooms decide."""

from duibiao.accounts.actions.factors import (
    confirm_second_factor,
    remove_second_factor,
    renew_recovery_codes,
    set_up_second_factor,
)
from duibiao.accounts.actions.passwords import change_password
from duibiao.accounts.actions.people import (
    CHAIN,
    activate,
    create_user,
    disable,
    disable_idle,
    enable,
    issue_activation_code,
    issue_activation_codes,
    pass_months,
    seen,
    update_contact,
)
from duibiao.accounts.actions.sessions import end_other_sessions, end_session, end_sessions
from duibiao.accounts.actions.signing import sign_in, sign_in_activated, sign_out

__all__ = [
    "CHAIN",
    "activate",
    "change_password",
    "confirm_second_factor",
    "create_user",
    "disable",
    "disable_idle",
    "enable",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "issue_activation_code",
    "issue_activation_codes",
    "pass_months",
    "remove_second_factor",
    "renew_recovery_codes",
    "seen",
    "set_up_second_factor",
    "sign_in",
    "sign_in_activated",
    "sign_out",
    "update_contact",
]
