"""Messages (requirements (b) 17)."""

from duibiao.core.report.machine import Machine, Step

# 17: what each recipient does with a message. 通报 needs a receipt, no reply; 督促 a reply.
DELIVERY = Machine(
    name="delivery",
    states=("delivered", "read", "receipted", "answered", "closed"),
    steps=(
        Step("open", ("delivered",), "read", "message.read"),
        Step("receipt", ("delivered", "read"), "receipted", "message.answer"),
        Step(
            *("answer", ("delivered", "read", "receipted"), "answered", "message.answer"),
            guards=("reply_there",),
        ),
        Step("close", ("receipted", "answered"), "closed", "message.send"),
    ),
    waiting={"delivered": "message.answer", "read": "message.answer"},
)

ALL = (DELIVERY,)
