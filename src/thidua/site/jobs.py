"""Jobs that need every module's code read."""

from procrastinate.contrib.django import app

from thidua.foundation.keys import rotate
from thidua.site.backup.scheduled import save_nightly
from thidua.site.loading import load_everything
from thidua.site.settings import environment


@app.periodic(cron="40 3 * * *")
@app.task(name="site.seal_again", queue="nightly", queueing_lock="site.seal_again", retry=3)
def seal_again(timestamp: int = 0) -> int:  # noqa: ARG001 -- the minute it was due
    """Seals with the newest keys what older ones sealed, batch by batch; a later run goes on where one stopped."""
    load_everything()
    return sum(n_rows for _name, n_rows in rotate())


@app.periodic(cron="10 1 * * *")
@app.task(name="site.back_up", queue="nightly", queueing_lock="site.back_up", retry=2)
def back_up(timestamp: int = 0) -> None:  # noqa: ARG001 -- the minute it was due
    """Where BACKUP_FOLDER names a folder."""
    here = environment.load()
    if here.backup_folder:
        save_nightly(here.backup_folder, here.backup_keep)
