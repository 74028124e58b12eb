"""When each step of the story happens (requirements (g3))."""

from __future__ import annotations

from datetime import datetime

from duibiao.clock import at

MOMENTS: dict[int, datetime] = {
    1: at(2018, 3, 1),
    2: at(2018, 3, 5),
    3: at(2018, 3, 20),
    4: at(2018, 3, 31),
    5: at(2018, 3, 31, 15),
    6: at(2018, 4, 5, 23, 59, 59),
    7: at(2018, 4, 6, 0, 0, 0),
    8: at(2018, 4, 5, 16),
    9: at(2018, 4, 8),
    10: at(2018, 4, 10),
    11: at(2018, 4, 12),
    12: at(2018, 4, 13),
    13: at(2018, 4, 20),
    14: at(2018, 4, 27),
    15: at(2018, 4, 27, 15),
    16: at(2018, 4, 30),
    17: at(2018, 4, 30, 16),
    18: at(2018, 5, 10),
    19: at(2018, 5, 15),
}
