"""What a template carries that is not house style, taken out before a document is made of it."""

from ssrpolicy_word.template.cleaning.relations import target_of
from ssrpolicy_word.template.cleaning.remarks import report_findings
from ssrpolicy_word.template.cleaning.template import clean_template, drop_unused

__all__ = ["clean_template", "drop_unused", "report_findings", "target_of"]
