"""The composition root: the only place that joins paths, clock, random seed and rooms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from study_app.cli.given import Options
from study_app.cli.output import Counting

if TYPE_CHECKING:
    from study_app.bank.bank import Bank
    from study_app.settings import LearnerFiles, Settings
    from study_app.store.log import ReviewLog
    from study_app.store.opening import Dating
    from study_app.usecases.study import Study


def open_study(options: Options) -> "Study":
    from random import Random

    from study_app.files import keep_private
    from study_app.settings import change
    from study_app.store.checkpoint import load_history
    from study_app.store.ids import uuid7
    from study_app.usecases.study import Chance, Study

    places = places_of(options)
    if options.data_dir is None:  # a folder that was named may serve for more than this
        keep_private(places.folder)
    return Study(
        open_bank(options),
        open_log(options),
        clock=now,
        new_id=uuid7,
        chance=Chance(Random(), options.seed),
        settings=settings_of(options),
        remember=partial(change, places.settings),
        folders=content_folders(options),
        recall=partial(load_history, kept=places.cache / "history", progress=Counting()),
        derive=partial(_derived, options),
    )


def _derived(options: Options, log: "ReviewLog", made_of: str, make: Callable[[], Any]) -> Any:
    from study_app.bank.compiled import fingerprint
    from study_app.store.disposable import derived

    content = fingerprint(content_folders(options)).hex()
    return derived(places_of(options).cache / "derived", log, f"{content} {made_of}", make)


def open_log(options: Options) -> "ReviewLog":
    from study_app.store.log import ReviewLog

    return ReviewLog(places_of(options).log, now)


def open_bank(options: Options) -> "Bank":
    from study_app.bank.compiled import load_kept

    return load_kept(content_folders(options), places_of(options).cache / "bank")


def content_folders(options: Options) -> tuple[Path, ...]:
    from study_app.bank.places import shipped_content

    return (shipped_content(), *options.content)


def places_of(options: Options) -> "LearnerFiles":
    from study_app.settings import learner_files

    return learner_files(options.data_dir)


def settings_of(options: Options) -> "Settings":
    from study_app.settings import load
    from study_app.words.language import Language

    settings = load(places_of(options).settings)
    return replace(settings, language=Language(options.lang)) if options.lang else settings


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the one clock


def today() -> date:
    return now().astimezone().date()


def dating() -> "Dating":
    from study_app.store.opening import Dating

    return Dating(now)
