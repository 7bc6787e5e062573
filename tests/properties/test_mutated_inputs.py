"""Whatever the bytes of an input are, the command answers soon, within bounds, and in words."""

import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from hypothesis import settings

import ssrpolicy
from forked import Commands, commands, mutated
from ssrpolicy.testing import small_record

pytestmark = pytest.mark.slow

SEED = 1
# `--hypothesis-profile=explore` tries ten times as many, others in every run.
NUMBER = settings().max_examples // 4
EXPLORING = settings().max_examples > 100
MOST_SECONDS = 5.0
MOST_MEMORY = 512
DAY = ("--as-of", "2034-04-15")
ROOT = Path(__file__).parents[2]


@attrs.frozen
class Kind:
    """A kind of input: its file, whole, and the command that reads it."""

    file: str
    words: tuple[str, ...]
    packed: bool = False


KINDS = {
    "record.toml": Kind("record/record.toml", ("check", "record", "--coverage")),
    "source": Kind("record/sources/letter.txt", ("check", "record", "--coverage")),
    "json": Kind("small.json", ("check", "small.json")),
    "new": Kind("letter.txt", ("new", "letter.txt", "made")),
    "tracker": Kind("small.xlsx", ("merge", "small.xlsx", "small.json"), packed=True),
    "template": Kind(
        "small.docx",
        ("report", "small.json", "--to", "word", "-o", "template=small.docx", *DAY),
        packed=True,
    ),
    "texts": Kind(
        "texts.toml", ("report", "small.json", "--to", "word", "-o", "texts=texts.toml", *DAY)
    ),
}


@pytest.fixture(scope="module")
def serving() -> Iterator[Commands]:
    """A process that runs commands."""
    with commands() as served:
        yield served


@pytest.fixture(scope="module")
def desk(serving: Commands, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each input as it should be."""
    folder = tmp_path_factory.mktemp("inputs")
    shutil.copytree(ROOT / "fixtures" / "broken" / "source-unstamped", folder / "record")
    shutil.copy(folder / "record" / "sources" / "letter.txt", folder / "letter.txt")
    ssrpolicy.dump(small_record(), folder / "small.json")
    (folder / "texts.toml").write_text('contact = "A. de Vries"\ndeadline = 2034-05-01\n')
    for to, name in (("excel", "small.xlsx"), ("word", "small.docx")):
        words = ("report", "small.json", "--to", to, "--output", name, *DAY)
        made = serving.run(*words, within=folder)
        assert made.code == 0, made.output
    return folder


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A package with one of its parts mutated, which is reached only in a sound package."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return out.getvalue()


@pytest.mark.parametrize("name", KINDS)
def test_no_input_hangs_or_ends_in_a_traceback(name: str, desk: Path, serving: Commands) -> None:
    """It is done or refused, in seconds and within memory, and the inputs are left as they are."""
    kind = KINDS[name]
    file = desk / kind.file
    whole = file.read_bytes()
    seed = random.SystemRandom().randrange(10**9) if EXPLORING else SEED
    chance = random.Random(f"{seed} {name}")  # noqa: S311 - it chooses what is changed, and is not a secret
    try:
        for number in range(NUMBER):
            change: Callable[[bytes, random.Random], bytes] = mutated
            if kind.packed and number % 4:
                change = repacked
            data = change(whole, chance)
            file.write_bytes(data)

            ended = serving.run(*kind.words, within=desk)

            said = f"seed {seed}, input {number} of {name}: {ended}"
            assert ended.code in {0, 1, 2}, said
            assert "Traceback" not in ended.output, said
            assert ended.cpu < MOST_SECONDS, said
            assert ended.peak < MOST_MEMORY, said
            assert file.read_bytes() == data, said
            shutil.rmtree(desk / "made", ignore_errors=True)
    finally:
        file.write_bytes(whole)
