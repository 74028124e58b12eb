"""Words of accounts."""

WORDS: dict[str, tuple[str, str]] = {
    "accounts.entrance": ("登录 · 我的账号", "Sign in · my account"),
    "accounts.sign_in": ("登录", "Sign in"),
    "accounts.sign_out": ("退出", "Sign out"),
    "accounts.username": ("登录名", "User name"),
    "accounts.password": ("口令", "Password"),
    "accounts.old_password": ("现用口令", "Present password"),
    "accounts.new_password": ("新口令", "New password"),
    "accounts.again": ("再输一遍新口令", "New password again"),
    "accounts.rule_classes": (
        "至少 {length} 个字符，大写、小写、数字、符号中至少 {classes} 类；"
        "不用登录名、地名和常见口令。",
        "At least {length} characters, {classes} of: capitals, small letters, digits, signs; not "
        "your user name, a place's name or a common password.",
    ),
    "accounts.rule_length": (
        "至少 {length} 个字符，用几个词连起来最好记；不用登录名、地名和常见口令。",
        "At least {length} characters, best a few words; not your user name, a place's name or a "
        "common password.",
    ),
    "accounts.first_time": ("第一次使用：凭激活码设口令", "First time: activate with your code"),
    "accounts.forgotten": (
        "忘记口令：企业找区市场监管局，各机关找市市场监管委，重新领取激活码。",
        "Forgotten: enterprises ask their district bureau, offices the city commission, for a new "
        "activation code.",
    ),
    "accounts.needed": (
        "请先登录，登录后回到刚才的页面。连续 30 分钟不操作会自动退出。",
        "Please sign in; you will then return to the page. After 30 idle minutes you are signed "
        "out.",
    ),
    "accounts.kept": (
        "登录已过期。刚才填写的内容已为您留住，登录后可以接着提交。",
        "Your session has ended. What you filled in is kept; sign in to send it.",
    ),
    "accounts.fill_in": (
        "有没填的或填得太长的格，请检查。",
        "A field is empty or too long; please check.",
    ),
    "accounts.activate": ("激活账号", "Activate"),
    "accounts.activate_lead": (
        "按发给您的纸条填写登录名和激活码，再自己设一个口令。激活码只能用一次。",
        "Enter the name and code from your slip and choose a password. A code works once.",
    ),
    "accounts.code": ("激活码", "Activation code"),
    "accounts.code_help": (
        "16 个字符，大小写、横线都不计较。",
        "16 characters; case and dashes do not matter.",
    ),
    "accounts.activate_and_in": ("激活并登录", "Activate and sign in"),
    "accounts.password_due": (
        "口令到期或须首次修改。改好后继续。",
        "Your password is due for a change. Change it to go on.",
    ),
    "accounts.others_end": (
        "修改后，其他电脑、手机上的登录会退出。",
        "Your sessions on other devices will end.",
    ),
    "accounts.back": ("返回", "Back"),
    "accounts.change": ("修改口令", "Change password"),
    "accounts.differ": ("两次输入的口令不一样。", "The two passwords differ."),
    "accounts.old_wrong": ("现用口令不对。", "The present password is wrong."),
    "accounts.challenge": ("手机验证", "Second factor"),
    "accounts.challenge_lead": (
        "请打开手机上的验证器，填写现在显示的 6 位数字。",
        "Open the authenticator on your phone and enter the six digits it shows.",
    ),
    "accounts.digits": ("6 位数字，或一个备用码", "Six digits, or a recovery code"),
    "accounts.confirm": ("确认", "Confirm"),
    "accounts.phone_lost": (
        "手机不在身边：填一个备用码（每个只能用一次）。备用码也没有：请为您开通账号的机关解除手机验证。",
        "Without the phone: use a recovery code, each works once. Without those: ask whoever gave "
        "you the account to remove the second factor.",
    ),
    "accounts.set_up": ("设置手机验证", "Set up the second factor"),
    "accounts.factor_demanded": (
        "审核岗和管理员须设置手机验证。设好后继续。",
        "Reviewers and administrators need a second factor. Set it up to go on.",
    ),
    "accounts.set_up_app": (
        "在手机上安装任一支持 TOTP 的验证器（不需要联网）。",
        "Install any TOTP authenticator on your phone (it works offline).",
    ),
    "accounts.set_up_scan": ("用验证器扫描二维码：", "Scan the code with it:"),
    "accounts.qr": ("手机验证二维码", "QR code of the second factor"),
    "accounts.set_up_type": ("扫不了就手工输入密钥：", "Or type the key:"),
    "accounts.set_up_prove": ("填写验证器显示的 6 位数字", "Enter the six digits it shows"),
    "accounts.set_up_done": ("启用手机验证", "Turn it on"),
    "accounts.recovery": ("备用码", "Recovery codes"),
    "accounts.recovery_lead": (
        "手机验证已启用。备用码只显示这一次：请打印或抄下来，锁好。手机丢失时，一个备用码可登录一次。",
        "The second factor is on. These codes are shown only now: print or copy them and lock them "
        "away. Without the phone, each lets you in once.",
    ),
    "accounts.recovery_kept": ("已经收好，继续", "I have kept them"),
    "accounts.recovery_renew": ("更换备用码", "New recovery codes"),
    "accounts.account": ("我的账号", "My account"),
    "accounts.profile": ("个人资料", "Profile"),
    "accounts.name": ("姓名", "Name"),
    "accounts.phone": ("电话", "Telephone"),
    "accounts.email": ("电子邮箱（可不填）", "E-mail (optional)"),
    "accounts.save": ("保存", "Save"),
    "accounts.password_since": ("上次修改：", "Last changed:"),
    "accounts.factor": ("手机验证", "Second factor"),
    "accounts.factor_on": (
        "已启用，还有 {count} 个备用码。",
        "On; {count} recovery codes are left.",
    ),
    "accounts.factor_off": ("未启用。", "Off."),
    "accounts.factor_manage": ("更换备用码或停用", "Renew codes or turn off"),
    "accounts.factor_remove": ("停用手机验证", "Turn the second factor off"),
    "accounts.sessions": ("登录中的设备", "Where you are signed in"),
    "accounts.this_one": ("本机", "this one"),
    "accounts.end_this": ("让它退出", "Sign out there"),
    "accounts.end_others": ("其他设备全部退出", "Sign out everywhere else"),
    "accounts.resume": ("接着提交", "Go on"),
    "accounts.resume_lead": (
        "登录过期前填写的内容还在，尚未提交。",
        "What you filled in before your session ended is still here, and not sent yet.",
    ),
    "accounts.resume_files": (
        "当时选的附件没能留住，提交后请重新选择。",
        "The files you had chosen could not be kept; choose them again.",
    ),
    "accounts.resume_send": ("提交这些内容", "Send it"),
    "accounts.resume_drop": ("不要了", "Drop it"),
    "accounts.resume_what": ("内容", "Content"),
    "accounts.slips": ("激活码纸条", "Activation slips"),
    "accounts.slips_title": ("激活码纸条 {count} 张", "{count} activation slips"),
    "accounts.slips_once": (
        "激活码只在本页显示这一次，平台不留底。请现在打印或保存，当面或密封交给本人。",
        "The codes are shown only here and now; the platform keeps none. Print or save them, and "
        "hand them over in person or sealed.",
    ),
    "accounts.slips_print": (
        "用浏览器打印（Ctrl+P）：A4，每页 10 张，沿虚线裁开。",
        "Print with the browser (Ctrl+P): A4, ten to a page, cut along the dashes.",
    ),
    "accounts.slips_workbook": ("下载 Excel", "Download as Excel"),
    "accounts.slips_file": ("激活码", "Activation codes"),
    "accounts.slip_site": ("网址", "Address"),
    "accounts.slip_until": ("有效期至", "Valid until"),
    "accounts.slip_how": (
        "打开网址，填登录名和激活码，自己设口令。激活码只能用一次，勿转告他人。",
        "Open the address, enter name and code, choose a password. The code works once; keep it "
        "to yourself.",
    ),
    "accounts.column_organisation": ("单位", "Organisation"),
    "accounts.column_person": ("姓名", "Name"),
    "accounts.column_username": ("登录名", "User name"),
    "accounts.column_code": ("激活码", "Activation code"),
    "accounts.column_until": ("有效期至", "Valid until"),
    "accounts.column_site": ("激活网址", "Where to activate"),
    "fact.sign_in_wrong": (
        "登录名或口令不对。连续错 {limit} 次，锁定 {minutes} 分钟。",
        "Wrong name or password. After {limit} failures the name is locked for {minutes} minutes.",
    ),
    "fact.sign_in_locked": (
        "错误次数过多，已锁定，{minutes} 分钟后再试。急用请找为您开通账号的机关重新领取激活码。",
        "Too many failures: locked. Try again in {minutes} minutes. If urgent, ask whoever gave "
        "you the account for a new activation code.",
    ),
    "fact.account_idle": (
        "账号超过 {days} 天未用，已停用。请找为您开通账号的机关恢复。",
        "Unused for more than {days} days, the account was stopped. Ask whoever gave it to you.",
    ),
    "fact.factor_code_wrong": (
        "数字不对、已过期或已用过。请填验证器上新的一组。",
        "Wrong, too old or used already. Enter the digits shown next.",
    ),
    "fact.factor_demanded": (
        "您的岗位须有手机验证，不能停用。",
        "Your post needs a second factor; it cannot be turned off.",
    ),
    "fact.username_unfit": (
        "登录名须有 1 至 {longest} 个看得见的字符。",
        "A user name has 1 to {longest} visible characters.",
    ),
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
        "这个口令太常见，或几乎只是登录名、电话、地名。请换一个。",
        "Too common, or little more than your user name, telephone or a place's name.",
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
    "event.account.months_passed": ("演练时间前进", "Months passed in the rehearsal"),
    "event.account.enabled": ("恢复账号", "Account resumed"),
    "event.account.signed_in": ("登录", "Signed in"),
    "event.account.sign_in_failed": ("登录失败", "Sign-in failed"),
    "event.account.locked": ("登录锁定", "Sign-in locked"),
    "event.account.updated": ("修改个人资料", "Profile changed"),
    "event.account.sessions_ended": ("结束其他登录", "Other sessions ended"),
    "event.account.factor_set_up": ("启用手机验证", "Second factor set up"),
    "event.account.factor_passed": ("通过手机验证", "Second factor passed"),
    "event.account.factor_failed": ("手机验证失败", "Second factor failed"),
    "event.account.factor_removed": ("停用手机验证", "Second factor removed"),
    "event.account.recovery_renewed": ("更换备用码", "Recovery codes renewed"),
    "event.account.signed_out": ("退出", "Signed out"),
}
