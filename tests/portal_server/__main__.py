"""`PYTHONPATH=tests python -m portal_server FAMILY [AWKWARD…]`: play a family until interrupted."""

import sys
from signal import SIGINT, SIGTERM, sigwait

from . import PortalServer

with PortalServer(sys.argv[1], awkward=sys.argv[2:], units=4, years=range(2009, 2014)) as server:
    sys.stdout.write(f"{server.site.base}/\n")
    sys.stdout.flush()
    sigwait({SIGINT, SIGTERM})
