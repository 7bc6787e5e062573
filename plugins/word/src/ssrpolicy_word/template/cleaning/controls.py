"""Content controls and form fields: their visible text is kept, hidden data are removed."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from ssrpolicy_word.parts import W, local, value_of, whole_number
from ssrpolicy_word.template.cleaning.elements import remove, seen_once

# What a control is, and how it looks. Not its title, its tag, what could be chosen, nor the
# gallery that it was taken from.
_OF_CONTROLS = frozenset((
    "rPr", "id", "lock", "temporary", "showingPlcHdr", "text", "richText", "picture", "date",
    "dropDownList", "comboBox", "equation", "group", "checkbox", "appearance", "color",
    "repeatingSection", "repeatingSectionItem", "docPartObj", "docPartList", "dataBinding",
))  # fmt: skip
# Said to nobody who reads: a random number, and how the parts of a control are stored.
_SILENT = frozenset(("placeholder", "tabIndex"))
# The one list that Word itself makes and marks as such.
_GALLERY = "Table of Contents"
_OF_FIELDS = frozenset(("enabled", "calcOnExit", "checkBox", "ddList", "textInput"))
_OF_TEXTS = frozenset(("type", "maxLength", "format"))


def clean_controls(root: etree._Element) -> Counter[str]:
    """Leave out what controls and forms hold and do not show, and return how many held it."""
    found: Counter[str] = Counter()
    for kind, properties, clean in (
        ("controls", list(root.iter(W("sdtPr"))), _clean_control),
        ("forms", list(root.iter(W("ffData"))), _clean_field),
    ):
        shown = set(seen_once(properties))
        for each in properties:
            found[kind] += clean(each) and each in shown
    return found


def _clean_control(properties: etree._Element) -> bool:
    """Clean one control, and return whether it held something to miss."""
    missed = False
    for each in list(properties):
        name = local(each)
        if name not in _OF_CONTROLS:
            missed |= name not in _SILENT
            remove(each)
        elif name in ("dropDownList", "comboBox"):
            missed |= len(each) > 0
            _empty(each)
        elif name in ("docPartObj", "docPartList") and _gallery(each) != _GALLERY:
            missed = True
            remove(each)
        elif name == "docPartObj":
            for category in list(each.iter(W("docPartCategory"))):
                remove(category)
    return missed


def _gallery(part: etree._Element) -> str | None:
    return value_of(part, "docPartGallery")


def _empty(element: etree._Element) -> None:
    for each in list(element):
        remove(each)
    for name in list(element.attrib):
        del element.attrib[name]


def _clean_field(form: etree._Element) -> bool:
    """Clean one field of a form, and return whether it held something to miss."""
    missed = False
    for each in list(form):
        name = local(each)
        if name not in _OF_FIELDS:
            missed |= name in ("helpText", "statusText")
            remove(each)
        elif name == "textInput":
            for part in list(each):
                if local(part) not in _OF_TEXTS:
                    missed |= bool(part.get(W("val")))
                    remove(part)
        elif name == "ddList":
            missed |= _keep_choice(each)
    return missed


def _keep_choice(choices: etree._Element) -> bool:
    """Keep of a list the one that it shows, and return whether there were others."""
    listed = list(choices.iterfind(W("listEntry")))
    chosen = whole_number(value_of(choices, "result") or value_of(choices, "default") or "0") or 0
    for number, each in enumerate(listed):
        if number != chosen:
            remove(each)
    for each in list(choices):
        if local(each) != "listEntry":
            remove(each)
    return len(listed) > 1
