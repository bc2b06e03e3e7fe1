import sys

from thidua.site.cli import main

sys.exit(main())
