"""The grammar of the command line: which commands there are, what each takes, and what is said where a call does not fit.

It runs nothing. A call that does not fit raises `CallRefused`; help and version are printed, and end with `SystemExit(0)`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from interview.argument_values import cohort_file, jobs, minutes, one_of, port, scheduler, short, subject
from interview.argument_vault import ACTS, vault_choices
from interview.argument_words import said_again, speak
from interview.language import _
from interview.version import PROGRAM, VERSION
from interview.world import CallRefused

VISITS, DEPTHS = ("baseline", "post_treatment", "follow_up"), ("brief", "full")
READERS, SHEETS = ("chart", "colleague", "patient", "research"), ("whole", "summary", "records-request", "conversation", "feedback")
NOTES = ("record", "to_do", "private")
FORMS = ("fhir", "html", "pdf", "docx", "markdown")
"""Formats of the questionnaire itself."""
SCOPES, COUNTRIES = ("current", "lifetime"), ("US", "GB", "other")

ABOUT = _(
    "A guided clinical interview for depression that has not responded to treatment. Without a command it opens the terminal "
    "interface; `demo` shows it work without a terminal."
)


class Parser(argparse.ArgumentParser):
    """A parser that says in a sentence what does not fit, and prints no usage over it."""

    def __init__(self, *given: Any, add_help: bool = True, **named: Any) -> None:
        """Make a parser that says everything in the language spoken now."""
        named["add_help"] = False
        super().__init__(*given, **named)
        speak(self, has_help=add_help)

    def error(self, message: str) -> NoReturn:
        """Refuse the call."""
        choice = re.fullmatch(r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", message, re.DOTALL)
        if choice:
            named = _("there is no command") if choice[1] == "COMMAND" else _("{choice}: found").format(choice=choice[1])
            message = _("{named} {short}; allowed: {choice}").format(named=named, short=short(choice[2]), choice=choice[3]).replace("'", "")
        message = re.sub(r"argument (\S+?): ", r"\1: ", said_again(message))
        raise CallRefused(_("{message}. `{prog} --help` shows what fits.").format(message=message, prog=self.prog))


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_args: Any, **_kwargs: Any) -> None:
        sys.stdout.write(f"{PROGRAM} {VERSION}\n")
        parser.exit(0)


def export_choices(export: argparse.ArgumentParser) -> None:
    """Add what may be chosen of an export."""
    add, kinds = export.add_argument, ", ".join(NOTES)
    add("--format", required=True, metavar="FORMAT", help=_("json, markdown, html, pdf, docx, csv or fhir"))
    add("--out", required=True, metavar="FILE")
    add("--for", dest="reader", type=one_of(*READERS), default="chart", metavar="READER", help=", ".join(READERS))
    add("--sheet", type=one_of(*SHEETS), default="whole", metavar="SHEET", help=", ".join(SHEETS))
    words = export.add_mutually_exclusive_group()
    words.add_argument("--with-words", dest="verbatim", action="store_const", const=True, help=_("with the person's own words"))
    words.add_argument("--without-words", dest="verbatim", action="store_const", const=False, help=_("without the person's own words"))
    add("--notes", nargs="*", type=one_of(*NOTES), metavar="KIND", help=_("which notes: {kinds}; none without a kind").format(kinds=kinds))
    add("--leave-out", action="append", default=[], metavar="LINK_ID", help=_("leave the answers to a question out; may be given again"))
    add("--unsealed", action="store_true", help=_("what is readable of a damaged record, marked as such"))
    add("--preview", action="store_true", help=_("say what would be in it, and write nothing"))
    add("--force", action="store_true", help=_("replace a file that is there"))


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for: `module`, the command's file, and what it takes."""
    return _grammar().parse_args(list(argv), argparse.Namespace(data_dir=None, passphrase_file=None))


def _grammar() -> Parser:
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data-dir", metavar="DIR", help=_("where records live (else TRD_INTERVIEW_DATA_DIR, else the user-data folder)"))
    shared.add_argument("--passphrase-file", metavar="FILE", help=_("unlocks without a prompt (else TRD_INTERVIEW_PASSPHRASE_FILE)"))
    shared.add_argument("--language", metavar="CODE", help=_("en, it (else TRD_INTERVIEW_LANGUAGE, else the settings)"))
    parser = Parser(prog=PROGRAM, description=ABOUT, parents=[shared], allow_abbrev=False)
    parser.add_argument("--version", action=_Version, nargs=0, help=_("print the version and end"))
    parser.set_defaults(module="home")
    commands = parser.add_subparsers(metavar="COMMAND", title=_("commands"), parser_class=Parser)

    def command(name: str, module: str, about: str) -> Parser:
        made: Parser = commands.add_parser(name, help=about, description=about, parents=[shared], allow_abbrev=False)
        made.set_defaults(module=module, command=name)
        return made

    def sitting(made: Parser) -> None:
        made.add_argument("--subject", required=True, type=subject, metavar="ID", help=_("a pseudonym, never a name"))
        made.add_argument("--visit", type=one_of(*VISITS), default="baseline", metavar="VISIT", help=", ".join(VISITS))
        made.add_argument("--depth", type=one_of(*DEPTHS), default="brief", metavar="DEPTH", help=" or ".join(DEPTHS))
        made.add_argument("--interviewer", metavar="NAME", help=_("who interviews (default from the settings)"))
        made.add_argument("--minutes", type=minutes, metavar="N", help=_("the time there is: picks what settles most"))

    def core_settings(made: Parser) -> None:
        made.add_argument(
            "--scope", type=one_of(*SCOPES), metavar="SCOPE", help=_("which trials staging reads: current episode or lifetime")
        )
        made.add_argument("--country", type=one_of(*COUNTRIES), metavar="COUNTRY", help=_("whose cut-offs hold: US, GB or other"))
        made.add_argument("--doses", metavar="FILE", help=_("the clinic's own minimum doses: TOML, [[dose]] with drug, minimum_mg, source"))

    demo = command("demo", "demo", _("Run a bundled case through everything and print its formulation; needs no terminal and no set-up."))
    demo.add_argument("--out", metavar="DIR", help=_("a folder for the answers, the case, the assessment and every export"))
    new = command("new", "sitting", _("Begin a record."))
    sitting(new)
    resume = command("resume", "sitting", _("Reopen a record."))
    resume.add_argument("record", metavar="ID")
    for made in (new, resume):
        made.add_argument("--plain", action="store_true", help=_("line by line, for screen readers, dumb terminals and pipes"))
    listing = command("list", "listing", _("List the records."))
    listing.add_argument("--format", type=one_of("text", "json"), default="text", metavar="FORMAT", help=_("text or json"))
    replay = command("replay", "replay", _("Give answers to the same session that the terminal uses."))
    replay.add_argument("answers", metavar="FILE", help=_("a file of answers, checked whole first; `-` reads line by line"))
    sitting(replay)
    case = command("case", "case", _("Print the case record of an interview."))
    case.add_argument("record", metavar="ID")
    score = command("score", "score", _("Assess a case record: the core alone."))
    score.add_argument("case", metavar="CASE", help=_("a case record as JSON; `-` reads standard input"))
    score.add_argument("--format", type=one_of("json", "text"), default="json", metavar="FORMAT", help=_("json or text"))
    core_settings(score)
    cohort = command("score-cohort", "score_cohort", _("Assess many case records: one a line in, one assessment a line out."))
    cohort.add_argument("cohort", metavar="IN", help=_("case records as JSON, one a line, or a .parquet table; `-` reads standard input"))
    cohort.add_argument(
        "--out", required=True, type=cohort_file, metavar="OUT", help=_("a new .ndjson or .parquet file; bad lines go to OUT.errors.ndjson")
    )
    cohort.add_argument("--engine", type=one_of("local", "dask"), default="local", metavar="ENGINE", help="local, dask")
    cohort.add_argument(
        "--jobs", type=jobs, metavar="N", help=_("processes of this computer; as many as it has cores, where none is named")
    )
    cohort.add_argument("--scheduler", type=scheduler, metavar="ADDRESS", help=_("with dask: a scheduler that is there (tcp://HOST:PORT)"))
    cohort.add_argument("--values", action="store_true", help=_("verdicts, values and ranges only, without findings and texts"))
    cohort.add_argument("--force", action="store_true", help=_("replace OUT and its errors file where they are there"))
    cohort.add_argument(
        "--refuse-duplicates", action="store_true", help=_("a key twice in one object makes a bad line; else the last counts")
    )
    core_settings(cohort)
    check = command("check", "check", _("Check a questionnaire: the bundled one, or section files and folders of them."))
    check.add_argument("questionnaire", nargs="*", metavar="QUESTIONNAIRE")
    schema = command("schema", "schema", _("Print a JSON Schema."))
    schema.add_argument("what", type=one_of("case", "assessment", "answers"), metavar="WHAT", help=_("case, assessment or answers"))
    export = command("export", "export", _("Write a record to a new file."))
    export.add_argument("record", metavar="ID")
    export_choices(export)
    imported = command(
        "import", "import_", _("Take a record back: this program's own JSON export, or a FHIR response to its questionnaire.")
    )
    imported.add_argument("file", metavar="FILE", help=_("a JSON file"))
    imported.add_argument("--subject", type=subject, metavar="ID", help=_("a pseudonym, where a FHIR response names none"))
    imported.add_argument(
        "--attach-to", metavar="ID", help=_("attach a FHIR Questionnaire to this record, or take a response to one that is attached")
    )
    imported.add_argument(
        "--visit", type=one_of(*VISITS), metavar="VISIT", help=_("for a FHIR response: {listed}").format(listed=", ".join(VISITS))
    )
    form = command(
        "questionnaire", "questionnaire", _("Print what is asked: for other programs (FHIR R4), or as a form to fill in by hand.")
    )
    form.add_argument("--format", required=True, type=one_of(*FORMS), metavar="FORMAT", help=", ".join(FORMS))
    form.add_argument("--out", metavar="FILE", help=_("a new file (default: standard output, where the format is text)"))
    form.add_argument(
        "--depth", type=one_of(*DEPTHS), metavar="DEPTH", help=_("how much of it a printed form holds: brief or full (default)")
    )
    form.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    compare = command("compare", "compare", _("Compare two visits of one subject: what changed."))
    compare.add_argument("record", metavar="ID")
    compare.add_argument("other", metavar="ID")
    compare.add_argument("--format", type=one_of("text", "json"), default="text", metavar="FORMAT", help=_("text or json"))
    understand = command("understand", "understand", _("Read typed answers, one JSON object a line, and print what they mean."))
    understand.add_argument("source", metavar="-", type=one_of("-"), help=_("standard input"))
    practise = command(
        "practise", "practise", _("Practise with a simulated patient, and get feedback; nothing of it is a person's record.")
    )
    practise.add_argument(
        "case", nargs="*", metavar="CASE", help=_("a case, by name or as a .toml file; `check CASE` names what is wrong with it")
    )
    practise.add_argument("--list", action="store_true", help=_("the cases, and the sessions that were begun"))
    practise.add_argument("--plain", action="store_true", help=_("line by line, for screen readers, dumb terminals and pipes"))
    practise.add_argument("--interviewer", metavar="NAME", help=_("who practises (default from the settings)"))
    doing = practise.add_mutually_exclusive_group()
    doing.add_argument("--resume", metavar="ID", help=_("go on in a session"))
    doing.add_argument(
        "--transcript", metavar="FILE", help=_("turns and acts, one a line (`-` reads standard input); prints the feedback as JSON")
    )
    doing.add_argument(
        "--explain", type=one_of("-"), metavar="-", help=_("read turns from standard input, print what each was understood to ask")
    )
    serve = command("serve", "serve", _("Open the interface in a browser on this computer."))
    serve.add_argument("--port", type=port, default=0, metavar="N", help=_("where on the loopback address (default: one that is free)"))
    serve.add_argument("--tab", action="store_true", help=argparse.SUPPRESS)
    doctor = command("doctor", "doctor", _("Look whether this computer suits the program; needs no unlocking."))
    doctor.add_argument("--json", action="store_true", help=_("as JSON"))
    verify = command("verify", "verify", _("Check that the records are as they were written."))
    verify.add_argument("record", nargs="?", metavar="ID")
    verify.add_argument(
        "--seal",
        metavar="SEAL",
        help=_("a seal of this record that was written down: which entry it belongs to, so that an older copy shows"),
    )
    vault = command("vault", "vault", _("Make the vault, show it, change what opens it, back it up and bring it back."))
    vault_choices(vault, one_of(*ACTS))
    return parser
