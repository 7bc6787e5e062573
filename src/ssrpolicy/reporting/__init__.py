"""Reports through plugins: the contract, the hooks, the registry, and where reports go."""

from typing import TYPE_CHECKING

from ssrpolicy.lazy import lazy_face

if TYPE_CHECKING:
    from ssrpolicy.codec import dumps as json_text
    from ssrpolicy.codec import find_records, proposal_data, write_json
    from ssrpolicy.entry_points import DISABLE_PLUGINS
    from ssrpolicy.errors import ContentError, InputError, OptionError
    from ssrpolicy.messages import (
        Catalogue,
        argument,
        did_you_mean,
        marked,
        marked_plural,
        message_language,
        together,
    )
    from ssrpolicy.model import (
        ApartKind,
        ApartText,
        EditField,
        EditPart,
        Finding,
        PageStart,
        Severity,
        Standing,
        TextParts,
    )
    from ssrpolicy.reporting.contract import (
        API,
        EditableReporter,
        NoOptions,
        Report,
        Reporter,
        baseline,
    )
    from ssrpolicy.reporting.decisions import DecidedProposal, Decisions, ReviewReporter
    from ssrpolicy.reporting.deprecation import SsrPolicyDeprecationWarning
    from ssrpolicy.reporting.drafters import AnyDrafter, Drafter, DrafterWithOptions
    from ssrpolicy.reporting.edits import Baseline, EditedCell, Edits, Entered, Refusal
    from ssrpolicy.reporting.internal import for_others as for_others  # not public: for merging
    from ssrpolicy.reporting.internal import without_internal
    from ssrpolicy.reporting.options.declared import InputFile, Option, option, options_of
    from ssrpolicy.reporting.options.values import option_values, options_asked
    from ssrpolicy.reporting.options.values import rule_options_asked as rule_options_asked
    from ssrpolicy.reporting.output import Output, ready_folder
    from ssrpolicy.reporting.packages import is_as_written as is_as_written  # not public: merging
    from ssrpolicy.reporting.packages import reproducible_package
    from ssrpolicy.reporting.plugins.drafters import OfferedDrafter
    from ssrpolicy.reporting.plugins.environment import (
        environment_plugins as environment_plugins,  # not public: for scripts' calls
    )
    from ssrpolicy.reporting.plugins.hooks import HOOKS as HOOKS  # not public: for cli
    from ssrpolicy.reporting.plugins.hooks import hookimpl
    from ssrpolicy.reporting.plugins.isolation import DEBUG, tracebacks_shown
    from ssrpolicy.reporting.plugins.isolation import PluginFault as PluginFault  # as above
    from ssrpolicy.reporting.plugins.isolation import describe_error as describe_error  # as above
    from ssrpolicy.reporting.plugins.isolation import isolated as isolated  # as above
    from ssrpolicy.reporting.plugins.isolation import print_traceback as print_traceback  # as above
    from ssrpolicy.reporting.plugins.loading import read_plugin as read_plugin  # as above
    from ssrpolicy.reporting.plugins.offers import OfferedReporter
    from ssrpolicy.reporting.plugins.origins import Origin, PluginFailure, PluginStep
    from ssrpolicy.reporting.plugins.plugin import Plugin
    from ssrpolicy.reporting.plugins.readers import OfferedReader
    from ssrpolicy.reporting.plugins.registry import PLUGINS_DIR, Registry, load_plugins
    from ssrpolicy.reporting.plugins.registry import registry_of as registry_of  # as above
    from ssrpolicy.reporting.plugins.rule_isolation import RULE_FAILED as RULE_FAILED  # as above
    from ssrpolicy.reporting.portfolio import Paths, Portfolio, Tracked, judged, read_portfolio
    from ssrpolicy.reporting.readers import READER_API, Reader, SourceReading
    from ssrpolicy.reporting.run import refuse_selection as refuse_selection  # not public: for cli
    from ssrpolicy.reporting.run import run_report
    from ssrpolicy.reporting.sources import read_source
    from ssrpolicy.reporting.targets import files_among as files_among  # not public: for cli
    from ssrpolicy.reporting.targets import refuse_suffix as refuse_suffix  # not public: for cli
    from ssrpolicy.reporting.targets import report_names, report_stem
    from ssrpolicy.reporting.targets import report_targets as report_targets  # as above
    from ssrpolicy.reporting.targets import suffix_remark as suffix_remark  # not public: for cli
    from ssrpolicy.rules import AnyRule, PortfolioRule, Remark, Rule, portfolio_rule, rule
    from ssrpolicy.storage import PackageLimits, check_office_package, package_damage_reported
    from ssrpolicy.syntax import Mistake, read_toml, xml_mistake
else:
    __getattr__, __dir__ = lazy_face(
        __name__,
        {
            "ssrpolicy.codec": "find_records json_text=dumps proposal_data write_json",
            "ssrpolicy.entry_points": "DISABLE_PLUGINS",
            "ssrpolicy.errors": "ContentError InputError OptionError",
            "ssrpolicy.messages": (
                "Catalogue argument did_you_mean marked marked_plural message_language together"
            ),
            "ssrpolicy.syntax": "Mistake read_toml xml_mistake",
            "ssrpolicy.model": (
                "ApartKind ApartText EditField EditPart Finding PageStart Severity Standing "
                "TextParts"
            ),
            "ssrpolicy.reporting.contract": (
                "API EditableReporter NoOptions Report Reporter baseline"
            ),
            "ssrpolicy.reporting.decisions": "DecidedProposal Decisions ReviewReporter",
            "ssrpolicy.reporting.edits": "Baseline EditedCell Edits Entered Refusal",
            "ssrpolicy.reporting.deprecation": "SsrPolicyDeprecationWarning",
            "ssrpolicy.reporting.drafters": "AnyDrafter Drafter DrafterWithOptions",
            "ssrpolicy.reporting.internal": "for_others without_internal",
            "ssrpolicy.reporting.options.declared": "InputFile Option option options_of",
            "ssrpolicy.reporting.options.values": "option_values options_asked rule_options_asked",
            "ssrpolicy.reporting.output": "Output ready_folder",
            "ssrpolicy.reporting.targets": (
                "files_among refuse_suffix report_names report_stem report_targets suffix_remark"
            ),
            "ssrpolicy.reporting.packages": "is_as_written reproducible_package",
            "ssrpolicy.reporting.plugins.drafters": "OfferedDrafter",
            "ssrpolicy.reporting.plugins.environment": "environment_plugins",
            "ssrpolicy.reporting.plugins.hooks": "HOOKS hookimpl",
            "ssrpolicy.reporting.plugins.offers": "OfferedReporter",
            "ssrpolicy.reporting.plugins.origins": "Origin PluginFailure PluginStep",
            "ssrpolicy.reporting.plugins.plugin": "Plugin",
            "ssrpolicy.reporting.plugins.readers": "OfferedReader",
            "ssrpolicy.reporting.plugins.isolation": (
                "DEBUG PluginFault describe_error isolated print_traceback tracebacks_shown"
            ),
            "ssrpolicy.reporting.plugins.registry": (
                "PLUGINS_DIR Registry load_plugins registry_of"
            ),
            "ssrpolicy.reporting.plugins.loading": "read_plugin",
            "ssrpolicy.reporting.plugins.rule_isolation": "RULE_FAILED",
            "ssrpolicy.reporting.portfolio": "Paths Portfolio Tracked judged read_portfolio",
            "ssrpolicy.reporting.readers": "READER_API Reader SourceReading",
            "ssrpolicy.reporting.run": "refuse_selection run_report",
            "ssrpolicy.reporting.sources": "read_source",
            "ssrpolicy.rules": "AnyRule PortfolioRule Remark Rule portfolio_rule rule",
            "ssrpolicy.storage": "PackageLimits check_office_package package_damage_reported",
        },
    )

__all__ = [
    "API",
    "DEBUG",
    "DISABLE_PLUGINS",
    "PLUGINS_DIR",
    "READER_API",
    "AnyDrafter",
    "AnyRule",
    "ApartKind",
    "ApartText",
    "Baseline",
    "Catalogue",
    "ContentError",
    "DecidedProposal",
    "Decisions",
    "Drafter",
    "DrafterWithOptions",
    "EditField",
    "EditPart",
    "EditableReporter",
    "EditedCell",
    "Edits",
    "Entered",
    "Finding",
    "InputError",
    "InputFile",
    "Mistake",
    "NoOptions",
    "OfferedDrafter",
    "OfferedReader",
    "OfferedReporter",
    "Option",
    "OptionError",
    "Origin",
    "Output",
    "PackageLimits",
    "PageStart",
    "Paths",
    "Plugin",
    "PluginFailure",
    "PluginStep",
    "Portfolio",
    "PortfolioRule",
    "Reader",
    "Refusal",
    "Registry",
    "Remark",
    "Report",
    "Reporter",
    "ReviewReporter",
    "Rule",
    "Severity",
    "SourceReading",
    "SsrPolicyDeprecationWarning",
    "Standing",
    "TextParts",
    "Tracked",
    "argument",
    "baseline",
    "check_office_package",
    "did_you_mean",
    "find_records",
    "hookimpl",
    "json_text",
    "judged",
    "load_plugins",
    "marked",
    "marked_plural",
    "message_language",
    "option",
    "option_values",
    "options_asked",
    "options_of",
    "package_damage_reported",
    "portfolio_rule",
    "proposal_data",
    "read_portfolio",
    "read_source",
    "read_toml",
    "ready_folder",
    "report_names",
    "report_stem",
    "reproducible_package",
    "rule",
    "run_report",
    "together",
    "tracebacks_shown",
    "without_internal",
    "write_json",
    "xml_mistake",
]  # fmt: skip
