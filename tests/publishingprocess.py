"""Publishes a library until it is done or killed; after each transaction it says so, and waits for a line or the end.

python publishingprocess.py DATABASE MEMBERSHIP_AS_JSON
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from findling.errors import FindlingError
from findling.storage.database import Database
from findling.team.membership import Membership
from findling.team.publication import PublicationReport
from findling.team.team_library import TeamLibrary


def main() -> int:
    database = Database.open_for_reading(Path(sys.argv[1]))
    try:
        with TeamLibrary.open(Membership(**json.loads(sys.argv[2]))) as team:
            team.publish(database, wait)
    except FindlingError as error:
        print(error.notice.message.code, flush=True)
        return 1
    return 0


def wait(done: PublicationReport) -> None:
    print(done.brought, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    raise SystemExit(main())
