"""The settings of a template: those that lay out its pages are kept, the others are not."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from ssrpolicy_word.parts import NAMESPACE, W

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_LAYOUT = {
    "zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter", "gutterAtTop", "embedTrueTypeFonts", "embedSystemFonts",
    "saveSubsetFonts", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
    "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting",
    "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
    "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "characterSpacingControl",
    "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    "noPunctuationKerning", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat",
    "themeFontLang", "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator",
    "defaultTableStyle", "clickAndTypeStyle", "styleLockTheme", "styleLockQFSet",
    "displayBackgroundShape", "hideSpellingErrors", "hideGrammaticalErrors",
    "doNotAutoCompressPictures", "removePersonalInformation", "removeDateAndTime",
    "doNotShadeFormData", "printPostScriptOverText", "ignoreMixedContent", "mathPr",
}  # fmt: skip


def clean_settings(root: etree._Element) -> Counter[str]:
    """Leave out every setting that does not lay out pages; count those that a reader would miss.

    Gone are what tracks changes and names the people and machines that did, what protects the
    template, what merges mail, and what Word keeps for itself.
    """
    found = Counter(
        variables=sum(1 for _ in root.iter(W("docVar"))),
        mail_merge=int(root.find(W("mailMerge")) is not None),
        templates=int(root.find(W("attachedTemplate")) is not None),
    )
    for each in list(root):
        space, _, name = str(each.tag).rpartition("}")
        if name not in _LAYOUT or (space != f"{{{NAMESPACE}" and each.tag != _MATH):
            root.remove(each)
    return found
