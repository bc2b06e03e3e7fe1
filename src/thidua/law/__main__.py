"""`python -m thidua.law`: the law's commands where thidua is installed without its server."""

import sys

from thidua.law.commands import main

if __name__ == "__main__":
    sys.exit(main())
