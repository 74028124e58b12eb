"""Words of accounts."""

WORDS: dict[str, tuple[str, str]] = {
    "accounts.sign_in": ("登录", "Sign in"),
    "accounts.sign_out": ("退出", "Sign out"),
    "accounts.username": ("登录名", "User name"),
    "accounts.password": ("口令", "Password"),
    "accounts.old_password": ("现用口令", "Present password"),
    "accounts.new_password": ("新口令", "New password"),
    "accounts.again": ("再输一遍新口令", "New password again"),
    "accounts.password_help": (
        "至少 10 个字符，大写、小写、数字、符号中至少三类。",
        "At least 10 characters, three of: capitals, small letters, digits, signs.",
    ),
    "accounts.first_time": ("第一次使用：凭激活码设口令", "First time: activate with your code"),
    "accounts.forgotten": (
        "忘记口令：企业找区市场监管局，各机关找市市场监管委，重新领取激活码。",
        "Forgotten: enterprises ask their district bureau, offices the city commission, for a new "
        "activation code.",
    ),
    "accounts.wrong": (
        "登录名或口令不对。连续错 5 次将锁定 15 分钟。",
        "Wrong name or password. Five failures lock the name for 15 minutes.",
    ),
    "accounts.locked": (
        "错误次数过多，已锁定 15 分钟。急用请找为您开通账号的机关重新领取激活码。",
        "Too many failures: locked for 15 minutes. If urgent, ask whoever gave you the account.",
    ),
    "accounts.activate": ("激活账号", "Activate"),
    "accounts.activate_lead": (
        "按发给您的纸条填写登录名和激活码，再自己设一个口令。激活码只能用一次。",
        "Enter the name and code from your slip and choose a password. A code works once.",
    ),
    "accounts.code": ("激活码", "Activation code"),
    "accounts.activated": ("已激活，请登录。", "Activated; please sign in."),
    "accounts.change": ("修改口令", "Change password"),
    "accounts.changed": (
        "口令已修改，其他地方的登录已退出。",
        "Changed; other sessions have ended.",
    ),
    "accounts.differ": ("两次输入的口令不一样。", "The two passwords differ."),
    "accounts.old_wrong": ("现用口令不对。", "The present password is wrong."),
    "fact.username_taken": (
        "登录名 {username} 已有人使用（大小写、全半角视为相同），请换一个。",
        "The user name {username} is taken (case and width do not count); choose another.",
    ),
    "fact.code_invalid": (
        "登录名与激活码不符，或激活码已用过、已作废、已过期。请找发码的机关重新领取。",
        "Name and code do not fit, or the code is used, withdrawn or too old. Ask for a new one.",
    ),
    "fact.password_refused": ("口令不合要求：{facts}", "The password does not do: {facts}"),
    "fact.password_too_short": ("口令至少 {needed} 个字符。", "At least {needed} characters."),
    "fact.password_too_plain": (
        "大写字母、小写字母、数字、符号，至少用 {needed} 类。",
        "Use at least {needed} of: capitals, small letters, digits, signs.",
    ),
    "fact.password_common": (
        "这个口令太常见，或含有登录名。",
        "This password is too common, or contains the user name.",
    ),
    "fact.password_used": (
        "最近 {history} 次用过的口令不能再用。",
        "Not one of your last {history} passwords.",
    ),
    "event.account.created": ("开通账号", "Account created"),
    "event.account.code_issued": ("发放激活码", "Activation code issued"),
    "event.account.activated": ("激活账号", "Account activated"),
    "event.account.password_changed": ("修改口令", "Password changed"),
    "event.account.disabled": ("停用账号", "Account stopped"),
    "event.account.enabled": ("恢复账号", "Account resumed"),
    "event.account.signed_in": ("登录", "Signed in"),
    "event.account.sign_in_failed": ("登录失败", "Sign-in failed"),
    "event.account.signed_out": ("退出", "Signed out"),
}
