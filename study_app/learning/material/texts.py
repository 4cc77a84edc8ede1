"""The texts of an item by path, so that a translation and a hash can refer to each.

`prompt`, `options.binpack.why` or `pairs.task.left`: one flat mapping serves the Korean overlay
(which replaces texts), the check that an overlay still fits, and the fingerprint in the log.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

from study_app.learning.material.items import (
    Asking,
    Card,
    Choice,
    Choices,
    Era,
    Form,
    Matching,
    Option,
    Ordering,
    Question,
    Template,
    Typed,
)

ItemT = TypeVar("ItemT", Card, Question, Template)


def texts(item: Card | Asking) -> dict[str, str]:
    """Every translatable text of `item` by its path. Accepted answers are not among them."""
    match item:
        case Card():
            found = {"title": item.title, "body": item.body}
        case Question():
            found = {"prompt": item.prompt, **_form_texts(item.form)}
            if item.hint is not None:
                found["hint"] = item.hint
        case Template():
            optional = {"hint": item.hint, "why": item.why, "unit": item.unit}
            found = {"prompt": item.prompt}
            found |= {path: text for path, text in optional.items() if text is not None}
        case _:
            assert_never(item)
    if item.era is not None:
        found |= {"era.exam": item.era.exam, "era.today": item.era.today}
    return found


def with_texts(item: ItemT, replaced: Mapping[str, str]) -> ItemT:
    """`item` with the texts in `replaced`; the others are kept, unknown paths ignored."""
    now = {**texts(item), **replaced}
    era = None if item.era is None else Era(now["era.exam"], now["era.today"])
    match item:
        case Card():
            return replace(item, title=now["title"], body=now["body"], era=era)
        case Question():
            return replace(
                item,
                prompt=now["prompt"],
                form=_form_with(item.form, now),
                hint=None if item.hint is None else now["hint"],
                era=era,
            )
        case Template():
            return replace(
                item,
                prompt=now["prompt"],
                hint=None if item.hint is None else now["hint"],
                why=None if item.why is None else now["why"],
                unit=None if item.unit is None else now["unit"],
                era=era,
            )
        case _:
            assert_never(item)


def text_hash(item: Card | Asking) -> str:
    """The first 8 hex digits of the hash of all texts, which an overlay's `of` must equal."""
    return _digest(texts(item))[:8]


def fingerprint(question: Question) -> str:
    """16 hex digits over the texts and the key, identifying the wording that was asked."""
    return _digest({**texts(question), "key": _key(question.form)})[:16]


def _digest(value: Mapping[str, object]) -> str:
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _form_texts(form: Form) -> dict[str, str]:
    match form:
        case Choice(why=why) if why:
            return {"why": why, **_option_texts(form.options)}
        case Choice(options) | Choices(options):
            return _option_texts(options)
        case Typed(why=why):
            return {"why": why}
        case Ordering(items, why):
            return {"why": why} | {f"items.{key}": text for key, text in items.items()}
        case Matching(pairs, why):
            return {"why": why} | {
                f"pairs.{key}.{side}": text
                for key, pair in pairs.items()
                for side, text in zip(("left", "right"), pair, strict=True)
            }
        case _:
            assert_never(form)


def _option_texts(options: Mapping[str, Option]) -> dict[str, str]:
    return {
        f"options.{key}.{part}": text
        for key, option in options.items()
        for part, text in (("text", option.text), ("why", option.why))
    }


def _form_with(form: Form, now: Mapping[str, str]) -> Form:
    def option(key: str, old: Option) -> Option:
        return replace(old, text=now[f"options.{key}.text"], why=now[f"options.{key}.why"])

    match form:
        case Choice(options, why):
            changed = {key: option(key, old) for key, old in options.items()}
            return Choice(changed, now["why"] if why else "")
        case Choices(options):
            return Choices({key: option(key, old) for key, old in options.items()})
        case Typed(answer):
            return Typed(answer, now["why"])
        case Ordering(items):
            return Ordering({key: now[f"items.{key}"] for key in items}, now["why"])
        case Matching(pairs):
            return Matching(
                {key: (now[f"pairs.{key}.left"], now[f"pairs.{key}.right"]) for key in pairs},
                now["why"],
            )
        case _:
            assert_never(form)


def _key(form: Form) -> list[str]:
    match form:
        case Choice(options) | Choices(options):
            return sorted(key for key, option in options.items() if option.correct)
        case Typed(answer):
            return list(answer.accept)
        case Ordering(items):
            return list(items)
        case Matching(pairs):
            return sorted(pairs)
        case _:
            assert_never(form)
