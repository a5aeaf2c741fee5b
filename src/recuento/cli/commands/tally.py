"""`recuento tally`: what each source says of each measure, incident by incident."""

from recuento.cli.exits import DONE, WITH_PROBLEMS, say
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.speech import tell
from recuento.cli.views.tally import TALLY
from recuento.pipeline import gather_ledger, told_findings, told_rows

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento tally`."""

    format: FormatChoice = None


@command(app, Options)
def tally(options: Options) -> int:
    """Tally the figures of the ledger by incident, measure and source, in their exact words.

    Parts stand indented under their whole and are never added. What does not add up is named on stderr.
    """
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
    show_fitting(told_rows(held), TALLY, options.format)
    code = DONE
    for finding in told_findings(held):
        say(f"{finding.slug}: {', '.join(finding.claims)}: {tell(finding.reason)}")
        code = WITH_PROBLEMS
    return code
