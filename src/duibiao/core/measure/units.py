"""Units of measurement: the public face (`units.txt` holds the definitions).

`unit(text)` understands a printed unit or UCUM code once; `to_base` and `convert` are exact;
`commensurable` says why two units cannot be compared.
"""

from duibiao.core.measure.convert import assumes_fraction_basis, commensurable, convert, flips
from duibiao.core.measure.unit_model import (
    Unit,
    from_base,
    natural_domain,
    number,
    to_base,
    unit,
)

__all__ = [
    "Unit",
    "assumes_fraction_basis",
    "commensurable",
    "convert",
    "flips",
    "from_base",
    "natural_domain",
    "number",
    "to_base",
    "unit",
]
