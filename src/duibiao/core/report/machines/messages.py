"""Messages and coordination (requirements (b) 17, 38)."""

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

# 38 协调事项
COORDINATION = Machine(
    name="coordination",
    states=("asked", "answered", "closed"),
    steps=(
        Step("answer", ("asked",), "answered", "coordination.answer", guards=("answer_there",)),
        Step("close", ("answered",), "closed", "coordination.ask"),
        Step("ask_again", ("answered",), "asked", "coordination.ask", reason=True),
    ),
)

ALL = (DELIVERY, COORDINATION)
