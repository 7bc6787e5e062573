"""Content controls of Word: places that a person fills in, and boxes to tick.

From within one, the Tab key leads to the next: they are plain text and none is locked. LibreOffice
Writer does so, leaving out the boxes. None has an id: Word gives each one that is free, so that
none can meet one of a template.
"""

from ssrpolicy.views import brief
from ssrpolicy_word.text import quoted

# Word takes no longer title of a control.
_LONGEST = 64
_EMPTY, _TICKED, _FONT = "2610", "2612", "MS Gothic"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def text_control(title: str, placeholder: str) -> str:
    """Return a control for text, which shows runs as its placeholder until it is filled in."""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoted(brief(title, _LONGEST))}/><w:showingPlcHdr/>"
        f'<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{placeholder}</w:sdtContent></w:sdt>'
    )


def tick_box(title: str) -> str:
    """Return a box to tick, which is empty."""
    states = "".join(
        f'<w14:{state} w14:val="{sign}" w14:font="{_FONT}"/>'
        for state, sign in (("checkedState", _TICKED), ("uncheckedState", _EMPTY))
    )
    fonts = f'w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}" w:hint="eastAsia"'
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoted(brief(title, _LONGEST))}/>"
        f'<w14:checkbox xmlns:w14="{_W14}"><w14:checked w14:val="0"/>{states}</w14:checkbox>'
        f"</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts {fonts}/></w:rPr>"
        f"<w:t>{chr(int(_EMPTY, 16))}</w:t></w:r></w:sdtContent></w:sdt>"
    )
