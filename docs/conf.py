"""The settings of the documentation site, which `make docs` builds from this folder."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

import ssrpolicy

_HERE = Path(__file__).parent
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s:#]+\.md)(?:#[^)]*)?\)")

project = "ssrpolicy"
author = "The ssrpolicy contributors"
version = release = ssrpolicy.__version__
language = "en"

extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["decisions/template.md", "reference/*.py", "explanation/*.py"]
# Links to headings: `findings.md#quote-missing`.
myst_heading_anchors = 3
# Pictures that are smaller than their files: `<img src="pictures/note.png" width="24%">`.
myst_enable_extensions = ["html_image"]

html_theme = "furo"
html_title = f"ssrpolicy {version}"
html_static_path = ["static"]
html_css_files = ["consoles.css", "pictures.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
# Nothing of the build's moment, so that the same pages give the same site.
html_last_updated_fmt = None

nitpicky = True


def _name_files_outside(_: Sphinx, docname: str, source: list[str]) -> None:
    """Name the pages of the repository that are not on the site, and link to those that are."""
    folder = (_HERE / docname).parent

    def named(link: re.Match[str]) -> str:
        target = (folder / link[2]).resolve()
        on_site = target.is_relative_to(_HERE)
        if on_site and target.relative_to(_HERE).as_posix() not in exclude_patterns:
            return link[0]
        return f"{link[1]} (`{target.relative_to(_HERE.parent).as_posix()}` in the repository)"

    source[0] = _LINK.sub(named, source[0])


def setup(app: Sphinx) -> None:
    """Prepare the pages for the site; in the repository they are read as they are."""
    app.connect("source-read", _name_files_outside)
