"""The pictures of the documentation are of what the software makes today."""

import base64
import re
import runpy
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
NAMES = ("note", "tracker", "page")
# How much of black and white two pictures may differ, on the average point of a small copy: fonts
# are not the same everywhere. Another text of a paragraph is more.
TOLERANCE = 0.02

# Both pictures in grey, small, point by point: the average difference, from 0 to 1.
_COMPARED = """async ([one, other]) => {
  const grey = async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const [width, height] = [200, Math.round(200 * image.height / image.width)];
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const drawn = canvas.getContext('2d');
    drawn.imageSmoothingQuality = 'high';
    drawn.drawImage(image, 0, 0, width, height);
    const points = drawn.getImageData(0, 0, width, height).data;
    return points.filter((_, at) => at % 4 === 1);
  };
  const [first, second] = [await grey(one), await grey(other)];
  if (first.length !== second.length) return 1;
  const all = first.reduce((sum, point, at) => sum + Math.abs(point - second[at]), 0);
  return all / first.length / 255;
}"""


@pytest.fixture(scope="module")
def taken(converted: Callable[[bytes, str, str], bytes], chromium: Path) -> Mapping[str, bytes]:
    """The pictures of today."""
    made = runpy.run_path(str(ROOT / "docs" / "pictures.py"))["pictures"](converted, chromium)
    return dict(made)


def difference(one: bytes, other: bytes, chromium: Path) -> float:
    """How much two pictures differ, from 0 for the same to 1 for black and white."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(offline=True)
        data = [base64.b64encode(each).decode("ascii") for each in (one, other)]
        found = float(page.evaluate(_COMPARED, data))
        browser.close()
    return found


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_of_today(name: str, taken: Mapping[str, bytes], chromium: Path) -> None:
    """`make pictures` would take the same, but for fonts."""
    shown = (FOLDER / f"{name}.png").read_bytes()

    assert difference(shown, taken[name], chromium) <= TOLERANCE, "run `make pictures`, and look"


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.browser
def test_another_picture_is_noticed(taken: Mapping[str, bytes], chromium: Path) -> None:
    """The comparison tells a note from a page, and the same picture from neither."""
    assert difference(taken["note"], taken["page"], chromium) > TOLERANCE
    assert difference(taken["page"], taken["page"], chromium) == 0


def test_every_picture_is_shown_with_words() -> None:
    """README, the Dutch README and the front page show all three, each with a text for it."""
    for path in ("README.md", "README.nl.md", "docs/index.md"):
        text = (ROOT / path).read_text("utf-8")
        for name in NAMES:
            shown = [line for line in text.splitlines() if f"pictures/{name}.png)" in line]
            words = [re.search(r'!\[([^]]*)\]|alt="([^"]*)"', line) for line in shown]
            assert [len(each[1] or each[2]) > 30 for each in words if each] == [True], (path, name)


def test_the_front_page_has_three_doors_before_any_list() -> None:
    """What is made, small enough to see at once, and who begins where."""
    front = (ROOT / "docs" / "index.md").read_text("utf-8").partition("\n## ")[0]
    widths = [int(each) for each in re.findall(r'width="(\d+)%"', front)]
    doors = [line for line in front.splitlines() if line.startswith("**You ")]

    assert len(widths) == len(doors) == 3
    assert sum(widths) < 100
    assert "\n- " not in front
