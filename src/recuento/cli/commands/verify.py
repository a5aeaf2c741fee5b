"""`recuento verify`: whether the ledger is as it was written."""

import sys

from recuento.cli.exits import DONE, WITH_PROBLEMS, say
from recuento.cli.opening import opened
from recuento.cli.options import FormatChoice, Kept, command, new_app
from recuento.cli.output import show
from recuento.cli.progress import Progress
from recuento.cli.views.verification import VERIFICATION

app = new_app()


class Options(Kept, frozen=True, kw_only=True):
    """The options of `recuento verify`."""

    format: FormatChoice = None


@command(app, Options)
def verify(options: Options) -> int:
    """Prove the chain, the sources' bytes and every claim's words; name the first broken link and the rest.

    Note the head elsewhere: nothing inside a ledger can tell that its end was cut off.
    """
    progress = Progress(None, "links") if sys.stderr.isatty() else None
    with opened(options) as ledger:
        found = ledger.verify((lambda done, _total: progress.at(done)) if progress else None)
    if progress:
        progress.clear()
    show([found], VERIFICATION, options.format)
    for finding in found.findings:
        say(f"{finding.slug}: link {finding.link}: {finding.subject}: {finding.message}")
    return DONE if found.whole else WITH_PROBLEMS
