"""Work on a Dask cluster: a scheduler and workers as processes, on this machine's own network."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from plugins.corpus.tests.archives import Run, results, until, words

pytestmark = pytest.mark.slow

Began = subprocess.Popen[str]


@contextmanager
def begun(log: Path, until_it_says: str, *arguments: str) -> Iterator[tuple[Began, str]]:
    """A process of Dask, with the first line in which it says something."""
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments], stdout=out, stderr=out, text=True
        )
    try:
        until(lambda: re.search(until_it_says, log.read_text()) is not None)
        found = re.search(until_it_says, log.read_text())
        assert found is not None
        yield process, found[0]
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Callable[..., tuple[str, list[Began], Began]]]:
    """A function that begins a scheduler and some workers, and returns the address of the one."""
    with ExitStack() as stack:

        def begin(workers: int = 2, *more: str) -> tuple[str, list[Began], Began]:
            scheduler, address = stack.enter_context(
                begun(
                    tmp_path / "scheduler.log",
                    r"tcp://127\.0\.0\.1:\d+",
                    *("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"),
                )
            )
            found = []
            for number in range(workers):
                worker, _ = stack.enter_context(
                    begun(
                        tmp_path / f"worker-{number}.log",
                        r"Registered to",
                        *("worker", address, "--nthreads", "1", "--no-dashboard", *more),
                        *("--local-directory", str(tmp_path / f"worker-{number}")),
                    )
                )
                found.append(worker)
            return address, found, scheduler

        yield begin


Cluster = Callable[..., tuple[str, list[Began], Began]]


def test_a_cluster_gives_the_same_bytes_as_one_machine(
    run: Run, archive: Path, tmp_path: Path, failing: Path, cluster: Cluster
) -> None:
    """Where papers were done is not to be seen; a paper that crashes takes no Dask worker along."""
    (archive / "a.fail").write_text("exit")
    (archive / "b.fail").write_text("hang")
    (archive / "empty.txt").write_text("")
    address, workers, _ = cluster()
    here = run("cite", archive, "--output", tmp_path / "here", "--limit", "2")
    there = run(
        *("cite", archive, "--output", tmp_path / "there", "--limit", "2"),
        *("--scheduler", address),
    )
    again = run("cite", archive, "--output", tmp_path / "there", "--scheduler", address)

    assert "9 papers done, 0 unchanged, 3 left out" in there.stdout
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert results(tmp_path / "there") == results(tmp_path / "here")
    assert "0 papers done, 9 unchanged, 3 left out" in again.stdout
    assert [worker.poll() for worker in workers] == [None, None]
    assert failing.is_dir()


def test_a_dask_worker_that_is_killed_costs_a_chunk(  # noqa: PLR0917 - each is a fixture, which pytest gives by name
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path, cluster: Cluster
) -> None:
    """What it was at is done by another."""
    (archive / "a.fail").write_text(f"wait {tmp_path / 'now'}")
    address, workers, _ = cluster(2, "--no-nanny")
    command = words("cite", archive, "--output", output, "--scheduler", address)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as on:
        until((tmp_path / "now.begun").exists)
        workers[0].kill()
        (tmp_path / "now").touch()
        said = on.communicate(timeout=120)

    assert "10 papers done, 0 unchanged, 0 left out" in said[0], said
    assert on.returncode == 0
    assert run("cite", archive, "--output", output).stdout.startswith("0 papers done, 10 unchanged")
    assert failing.is_dir()


def test_a_paper_that_kills_dask_workers_is_found_and_left_out(  # noqa: PLR0917 - each is a fixture, which pytest gives by name
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path, cluster: Cluster
) -> None:
    """Its chunk is halved until it stands alone; what was lost with it is done all the same."""
    (archive / "brief-3.fail").write_text("parent")
    address, _, _ = cluster(2)
    done = run("cite", archive, "--output", output, "--scheduler", address)

    assert "9 papers done, 0 unchanged, 1 left out" in done.stdout, done.stderr
    # While Dask begins workers anew there may be none for a moment, which is reported.
    assert done.stderr.endswith(
        "Left out: brief-3.fail: It was lost with each worker that did it.\n"
    )
    clean = tmp_path / "clean"
    (archive / "brief-3.fail").unlink()
    run("cite", archive, "--output", clean)
    found = results(output)
    found["cite/problems.json"] = b"[]\n"
    assert found == results(clean)
    assert failing.is_dir()


def test_a_run_that_is_left_without_workers_waits_for_one(
    archive: Path, output: Path, tmp_path: Path, failing: Path, cluster: Cluster
) -> None:
    """It says that it waits, and goes on when a worker comes."""
    (archive / "a.fail").write_text(f"wait {tmp_path / 'now'}")
    address, workers, _ = cluster(1, "--no-nanny")
    log = tmp_path / "said"
    command = words("cite", archive, "--output", output, "--scheduler", address)
    with log.open("w") as said, subprocess.Popen(command, stdout=said, stderr=said) as on:
        until((tmp_path / "now.begun").exists)
        workers[0].kill()
        (tmp_path / "now").touch()
        until(lambda: "waits for one" in log.read_text())
        with begun(tmp_path / "late.log", "Registered to", "worker", address, "--no-dashboard"):
            on.wait(60)

    assert log.read_text().splitlines()[0] == (
        f"No worker is left at {address}; the run waits for one."
    )
    assert "10 papers done, 0 unchanged, 0 left out" in log.read_text()
    assert failing.is_dir()


def lost(address: str) -> list[str]:
    """What is said when the connection with a scheduler breaks."""
    return [
        f"Error: The connection with the scheduler at {address} is lost.",
        "    What is done is kept; the same command goes on where it stopped.",
    ]


def test_a_scheduler_that_goes_is_said_and_nothing_is_lost(  # noqa: PLR0917 - each is a fixture, which pytest gives by name
    run: Run, archive: Path, output: Path, tmp_path: Path, failing: Path, cluster: Cluster
) -> None:
    """The run ends with a sentence, and goes on later: on this machine, if need be."""
    (archive / "zzz.fail").write_text(f"wait {tmp_path / 'now'}")
    address, _, scheduler = cluster(1)
    command = words("cite", archive, "--output", output, "--scheduler", address)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as on:
        until((tmp_path / "now.begun").exists)
        scheduler.kill()
        said = on.communicate(timeout=120)
    (tmp_path / "now").touch()

    assert (said[0], said[1].splitlines()) == ("", lost(address))
    assert on.returncode == 2
    done = run("cite", archive, "--output", output)
    assert "10 papers done" not in done.stdout
    assert done.returncode == 0
    assert failing.is_dir()


@pytest.mark.parametrize("results_first", [1, 5, 9, 13])
def test_a_scheduler_may_go_while_answers_come(
    results_first: int, archive: Path, output: Path, failing: Path, cluster: Cluster
) -> None:
    """Whatever was on its way then, the same is said."""
    for number in range(300):
        (archive / f"{number}.fail").write_text("short")
    address, _, scheduler = cluster(1)
    command = words("cite", archive, "--output", output, "--scheduler", address)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as on:
        until(lambda: sum(1 for _ in output.rglob("*.fail.json")) >= results_first)
        scheduler.kill()
        said = on.communicate(timeout=120)

    assert (said[0], said[1].splitlines()) == ("", lost(address))
    assert on.returncode == 2
    assert failing.is_dir()


def test_a_cluster_that_cannot_do_the_work_is_refused_before_it_begins(  # noqa: PLR0917 - each is a fixture, which pytest gives by name
    run: Run,
    archive: Path,
    output: Path,
    tmp_path: Path,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No workers, workers with other plugins or other files: a sentence, and nothing is done."""
    address, _, _ = cluster(0)
    nobody = run("cite", archive, "--output", output, "--scheduler", address)
    assert nobody.stderr == (
        f"Error: The scheduler at {address} has no workers.\n"
        f"    Start one on each machine: dask worker {address}\n"
    )
    assert nobody.returncode == 2

    monkeypatch.setenv("SSRPOLICY_DISABLE_PLUGINS", "ssrpolicy-sources")
    log = tmp_path / "other.log"
    with begun(log, "Registered to", "worker", address, "--nthreads", "1", "--no-dashboard"):
        monkeypatch.delenv("SSRPOLICY_DISABLE_PLUGINS")
        other = run("cite", archive, "--output", output, "--scheduler", address)
    assert "has other versions: lxml none (here " in other.stderr
    assert other.stderr.startswith("Error: tcp://127.0.0.1:")
    assert other.returncode == 2
    assert not output.exists()


@pytest.mark.parametrize("answer", ["nothing", "another", "silence"])
def test_an_address_without_a_scheduler_is_said_soon(
    run: Run, archive: Path, output: Path, answer: str
) -> None:
    """Where nobody listens, or something else does, a sentence says so."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        process = None
        if answer == "nothing":
            server.close()
        elif answer == "another":
            code = "import socket,sys; s=socket.socket(fileno=int(sys.argv[1]))\n"
            code += "while True: s.accept()[0].sendall(b'HTTP/1.1 400 Bad Request\\r\\n' * 9)"
            process = subprocess.Popen(
                [sys.executable, "-c", code, str(server.fileno())], pass_fds=[server.fileno()]
            )
        done = run("cite", archive, "--output", output, "--scheduler", address)
        if process is not None:
            process.kill()
            process.wait()

    assert done.stderr.splitlines()[0] == f"Error: No Dask scheduler answers at {address}."
    assert (done.returncode, done.stdout, output.exists()) == (2, "", False)
