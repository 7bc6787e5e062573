"""Reports through plugins: the contract, the hooks, the registry, and where reports go."""

from ssrpolicy.codec import dumps as json_text
from ssrpolicy.errors import ContentError, InputError
from ssrpolicy.model.edits import (
    COLUMNS,
    Baseline,
    EditedCell,
    EditField,
    Edits,
    Refusal,
    Standing,
    Typed,
)
from ssrpolicy.model.findings import Finding
from ssrpolicy.model.vocabulary import Severity
from ssrpolicy.reporting.baselines import baseline
from ssrpolicy.reporting.contract import API, EditableReporter, NoOptions, Report, Reporter
from ssrpolicy.reporting.deprecation import SsrPolicyDeprecationWarning
from ssrpolicy.reporting.names import report_names, report_stem
from ssrpolicy.reporting.options.declared import InputFile, Option, option, options_of
from ssrpolicy.reporting.options.values import option_values, options_asked
from ssrpolicy.reporting.output import ready_folder
from ssrpolicy.reporting.packages import reproducible_package
from ssrpolicy.reporting.plugins.hooks import hookimpl
from ssrpolicy.reporting.plugins.offers import OfferedReporter, Origin, Plugin, PluginFailure
from ssrpolicy.reporting.plugins.registry import Registry, load_plugins
from ssrpolicy.reporting.portfolio import Portfolio, judged, read_portfolio
from ssrpolicy.reporting.run import run_report
from ssrpolicy.rules import Remark, Rule, rule

__all__ = [
    "API",
    "COLUMNS",
    "Baseline",
    "ContentError",
    "EditField",
    "EditableReporter",
    "EditedCell",
    "Edits",
    "Finding",
    "InputError",
    "InputFile",
    "NoOptions",
    "OfferedReporter",
    "Option",
    "Origin",
    "Plugin",
    "PluginFailure",
    "Portfolio",
    "Refusal",
    "Registry",
    "Remark",
    "Report",
    "Reporter",
    "Rule",
    "Severity",
    "SsrPolicyDeprecationWarning",
    "Standing",
    "Typed",
    "baseline",
    "hookimpl",
    "json_text",
    "judged",
    "load_plugins",
    "option",
    "option_values",
    "options_asked",
    "options_of",
    "read_portfolio",
    "ready_folder",
    "report_names",
    "report_stem",
    "reproducible_package",
    "rule",
    "run_report",
]
