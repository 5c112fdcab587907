"""A return of many tables from plan files, each person counted once, as one workbook or a folder of CSV files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from amie_planner.cli.into_folder import is_there, names_in, written
from amie_planner.domain.plan import Series
from amie_planner.domain.vocabulary import Profile
from amie_planner.domain.words import listed
from amie_planner.errors import AmieError
from amie_planner.exchange.loading import content
from amie_planner.returns import facts
from amie_planner.returns.births import births_in_short
from amie_planner.returns.contradictions import between_programmes
from amie_planner.returns.making import MadeReturn, made
from amie_planner.returns.matching import twice_in_short
from amie_planner.returns.schools_to_mend import BY_SCHOOL, wrong_urns
from amie_planner.returns.tables.notes import NOT_FOR_PUBLICATION
from amie_planner.returns.tables.stories import kept_here
from amie_planner.returns.template_file import bundled, decoded, read
from amie_planner.returns.templates import ReturnTemplate
from amie_planner.returns.unknown_words import unknown_words
from amie_planner.returns.workbook import csv_files, refuse_mixing, xlsx
from amie_planner.writing import write_whole

_LONGEST_SHOWN = 60
_NOT_NOTED = (
    "This return is noted in no planner and compared with none that left before, "
    "from which it could be subtracted: note for yourself who has it."
)


def template(name: str) -> ReturnTemplate:
    """The return of that id, or that of a hub's own file, which ends in .toml. Raises AmieError."""
    if name.lower().endswith(".toml"):
        return _own(Path(name))
    found = {each.id: each for each in bundled()}
    if name not in found:
        known = listed(("sessions", *found), "or")
        raise AmieError(f"There is no return called {name[:_LONGEST_SHOWN]}.", f"Say {known}, or name a .toml file.")
    return found[name]


def _own(file: Path) -> ReturnTemplate:
    """A hub's own. Raises AmieError, which names the file, for there may be several on one line."""
    held = content(file)
    try:
        return read(decoded(held))
    except AmieError as error:
        said = error.message
        said = f"{file.name}, l{said[1:]}" if said.startswith("Line ") else f"{file.name}: {said}"
        raise AmieError(said, error.hint) from None


def refuse_other_files(out: Path, *, replace: bool) -> None:
    """Raises AmieError where that is neither a workbook, which must not be there yet, nor a folder."""
    suffix = out.suffix.lower()
    if suffix == ".xlsx":
        if out.exists() and not replace:
            raise AmieError(f"There is a file {out.name} already.", "Say --replace, or choose another name.")
    elif suffix and not out.is_dir():
        raise AmieError(
            f"A return of several tables cannot be written as {suffix[:20]}.",
            "Choose a name that ends in .xlsx, or a folder for CSV files.",
        )


def write(template: ReturnTemplate, serieses: Iterable[Series], asked: Namespace) -> None:
    """Writes all of it, and says what was written, withheld, not matched and said otherwise."""
    sources = [facts.Source(series) for series in serieses]
    held = facts.gather(sources, None, asked.first, asked.last)
    profile = Profile(asked.profile or Profile.SHAREABLE)
    now = datetime.now()
    whole = made(held, template, profile, asked.recipient or "", asked.reason or "", now.date())
    if asked.out.suffix.lower() == ".xlsx":
        write_whole(asked.out, xlsx(whole, now))
        print(f"{template.label} in {asked.out.name}")
    else:
        files = csv_files(whole)
        _refuse_other_returns(files, asked.out, replace=asked.replace)
        there = {name for name, file in files.items() if is_there(asked.out / name, file)}
        for _, called in written(files, asked.out, replace=True):
            print(f"{called} is there already" if called in there else called)
    _say(whole, held)
    for sentence in _to_mend(held, template):
        print(sentence)


def _to_mend(held: facts.Facts, template: ReturnTemplate) -> Iterator[str]:
    """What is not as it should be in the files, and in whose place a return says something else; it names nobody."""
    for source in held.sources:
        yield from twice_in_short(source.series)
    if any(template.asked(table) for table in BY_SCHOOL):
        yield from (each.words for each in wrong_urns(held, lambda typed: _without_names(held, typed)))
    yield from births_in_short(held)
    yield from between_programmes(held)
    yield from (each.words for each in unknown_words(held, template))


def _without_names(held: facts.Facts, typed: str) -> str:
    return held.without_names(typed, "one that may be somebody’s name")


def _refuse_other_returns(files: Mapping[str, bytes], folder: Path, *, replace: bool) -> None:
    """Raises AmieError unless a folder holds no return, this very one, or one that is replaced as a whole."""
    called = folder.resolve().name
    refuse_mixing(files, names_in(folder), called)
    if not replace and any((folder / name).exists() and not is_there(folder / name, files[name]) for name in files):
        raise AmieError(
            f"The folder {called} holds CSV files of another return, or of this one as it was.",
            "Say --replace, or choose another folder.",
        )


def _say(whole: MadeReturn, held: facts.Facts) -> None:
    if whole.profile is Profile.EXACT:
        print(NOT_FOR_PUBLICATION)
    print(_NOT_NOTED)
    for sentence in (*whole.reasons, *whole.left_out):
        print(sentence)
    if whole.template.asked("organisation") and not held.organisation and len(held.organisations) > 1:
        names = (_without_names(held, name) for name in held.organisations)
        print(f"Organisations that the programmes name: {listed(f'“{name}”' if name else 'none' for name in names)}.")
    if whole.unmatched is not None:
        print(f"People without an agreed code, who could not be matched from one file to another: {whole.unmatched}")
    if whole.template.asked("stories"):
        for _, _, why in kept_here(held):
            print(why)
