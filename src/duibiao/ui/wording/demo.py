"""Words of the rehearsal."""

WORDS: dict[str, tuple[str, str]] = {
    "demo.rehearsal": ("演练", "Rehearsal"),
    "demo.now": (
        "数据均为虚构，时间为 {now}，操作不产生效力。",
        "All data are invented; the time is {now}; nothing done here has effect.",
    ),
    "demo.step": ("第 {step} 步", "Step {step}"),
    "demo.ready": (
        "演练城市已到第 {step} 步。所有演练账号的口令：{passphrase}",
        "The rehearsal city is at step {step}. Passphrase of all its accounts: {passphrase}",
    ),
    "demo.signs": ("演练账号", "Rehearsal sign-ins"),
    "demo.signs_lead": (
        "这是演练站点。选一个角色登录，口令都是 {passphrase}",
        "This is a rehearsal. Sign in as any of these; the passphrase is {passphrase}",
    ),
}
