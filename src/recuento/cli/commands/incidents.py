"""`recuento incidents`: what the claims tell of, incident by incident."""

from recuento.cli.exits import DONE
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.views.incidents import INCIDENTS
from recuento.pipeline import gather_ledger, told_incidents

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento incidents`."""

    format: FormatChoice = None


@command(app, Options)
def incidents(options: Options) -> int:
    """List the incidents of the ledger with their ranges and differences.

    A filter takes the incidents that hold a fitting claim; it never changes what an incident holds.
    """
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
    show_fitting(told_incidents(held), INCIDENTS, options.format)
    return DONE
