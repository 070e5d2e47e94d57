"""Whole processes, run in turn, so that what slows the machine down for a while slows all of them down."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


def nothing() -> None:
    """No preparation."""


@dataclass(frozen=True)
class Command:
    """A process to time.

    Attributes:
        argv: The program and its arguments.
        prepare: Called before each run, untimed.
        cwd: Where it runs.
        statuses: Exit statuses that mean that it did its work.
        tells_seconds: Whether it prints the seconds that count, instead of being timed as a whole.
    """

    argv: Sequence[str | Path]
    prepare: Callable[[], None] = nothing
    cwd: Path | None = None
    statuses: tuple[int, ...] = (0,)
    tells_seconds: bool = False


@dataclass
class Timing:
    """What several runs of a command took: seconds on the clock."""

    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        low, high = min(self.seconds), max(self.seconds)
        return f"{shown(self.median)} ({shown(low)} to {shown(high)})"


def shown(seconds: float) -> str:
    """A duration for people."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def alternate(commands: Sequence[Command], runs: int, *, processor: bool = False) -> list[Timing]:
    """Time commands in turn, after one run of each that does not count.

    Args:
        commands: The commands.
        runs: How often each of them counts.
        processor: Whether seconds of the processor are taken, which say more on a busy machine; else of the clock.

    Raises:
        RuntimeError: A command did not do its work.
    """
    timings = [Timing() for _ in commands]
    for number in range(runs + 1):
        for command, timing in zip(commands, timings, strict=True):
            command.prepare()
            seconds = once(command, processor=processor)
            if number:
                timing.seconds.append(seconds)
    return timings


def once(command: Command, *, processor: bool = False) -> float:
    """Seconds on the clock, or of the processor."""
    now = _processor if processor else time.perf_counter
    started = now()
    process = _start(command)
    told, complaints = process.communicate()
    seconds = now() - started
    if process.returncode not in command.statuses:
        raise RuntimeError(f"{command.argv[0]} ended with {process.returncode}: {complaints.decode()[-500:]}")
    return float(told) if command.tells_seconds else seconds


def _processor() -> float:
    """Seconds of the processor that ended processes have taken."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def memory(command: Command, *, largest: bool = False) -> float:
    """The most memory that the process itself holds, in MiB; ``largest``: or any of the processes which it starts."""
    command.prepare()
    process = _start(command)
    most = 0
    while process.poll() is None:
        most = max(most, *(most_held(one) for one in (_family(process.pid) if largest else [process.pid])))
        time.sleep(0.002)
    process.communicate()
    return most / 1024


def _family(process: int) -> Iterator[int]:
    """A process and those that it started, and those that they started."""
    yield process
    with suppress(OSError):  # it has ended meanwhile
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def most_held(process: int) -> int:
    """The most memory that a process has held, in KiB."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def _start(command: Command) -> subprocess.Popen[bytes]:
    # Compiled modules are written once, as they are wherever cxmap is installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.Popen(
        [str(one) for one in command.argv],
        cwd=command.cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if command.tells_seconds else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
