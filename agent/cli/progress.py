"""Progress bars on standard error, where a person looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from agent.cli.surroundings import Progress as Tell


@contextmanager
def progress_bars(*, wanted: bool = True) -> Iterator[Tell]:
    """Yield what is told of the progress; it draws a bar for each thing, on a terminal alone."""
    console = Console(stderr=True, highlight=False, emoji=False)
    if not (wanted and console.is_terminal):
        yield _nothing
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=None)
            bars.update(tasks[what], completed=done, total=total or None)

        yield tell


def _nothing(_what: str, _done: int, _total: int) -> None:
    return
