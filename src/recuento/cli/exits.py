"""How a command ends: its exit code, errors as one line, a reader who went away."""

import os
import sys
import traceback
from collections.abc import Callable, Iterable

import typer

from recuento.cli.speech import tell
from recuento.cli.words import plain
from recuento.model import Problem, RecuentoError
from recuento.settings import wants_debug

DONE, WITH_PROBLEMS = 0, 1
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


class Debug:
    """Whether errors are told in full: set once, by the flag or the environment."""

    wanted = False


def guarded(run: Callable[[], int]) -> None:
    """Run a command and leave with its exit code. An error of recuento's own is one line on stderr.

    A reader who closed the pipe (`| head`) ends the command quietly, as done.
    """
    try:
        code = run()
        sys.stdout.flush()
    except RecuentoError as error:
        if Debug.wanted or wants_debug():
            traceback.print_exc()
        say(f"recuento: {error}")
        code = error.exit_code
    except BrokenPipeError:
        # What is still buffered would fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except KeyboardInterrupt:
        say("recuento: interrupted; what was read until now is kept")
        code = INTERRUPTED
    raise typer.Exit(code)


def say(words: str) -> None:
    """Write one line to stderr, in the language of who reads it."""
    sys.stderr.write(plain(tell(words)) + "\n")
    sys.stderr.flush()


def say_problems(problems: Iterable[Problem]) -> int:
    """Name problems on stderr as `slug: source: message`; the exit code that follows from there being any."""
    code = DONE
    for problem in problems:
        message = tell(problem.message.removeprefix(f"{problem.source}: "))
        say(f"{problem.slug}: {problem.source}: {message}")
        code = WITH_PROBLEMS
    return code
