"""`python -m duibiao.config`: the command line where no script was installed."""

import sys

from duibiao.config.cli import main

if __name__ == "__main__":
    sys.exit(main())
