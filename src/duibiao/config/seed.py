"""Load the demonstration into the database: `python -m duibiao.config.seed`."""

from __future__ import annotations

from duibiao.config.site import prepare
from duibiao.ui.wording import text


def main() -> None:
    """Migrate, then load what is not there yet."""
    prepare()
    # Here, not above: models exist only once Django is up.
    from duibiao.demo.actions import load_demo  # noqa: PLC0415

    print(text("serve.demo", count=load_demo()))


if __name__ == "__main__":
    main()
