"""What a response is compared with: the accepted forms of one question, and its prompt."""

import re
from dataclasses import dataclass, replace

from study_app.grading.accepted_forms import AcceptedForm, form_of, without_prefixes
from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import squash
from study_app.grading.code.commands import in_option_order
from study_app.grading.code.shortened import shortened
from study_app.grading.terms.glossary import Glossary
from study_app.grading.terms.known_terms import TermIndex
from study_app.grading.tokens import split_words
from study_app.grading.vetoes.scope import prohibits
from study_app.grading.wording.prefixes import without_maker
from study_app.grading.wording.stems import root

_ABOUT_ERRORS = re.compile(r"error|exception|denied|fault|오류|예외", re.IGNORECASE)
_STATUS_CODE = re.compile(r"\(?\b(?:HTTP |status |code )*[45]\d\d\b\)?[:,]?", re.IGNORECASE)
_ASKED_SERVICE = re.compile(r"\b([A-Za-z][A-Za-z0-9]+) (?:API|operation|action|call)s?\b")


_ASKS_FIRST = re.compile(r"\bfirst\W*\?|(?:먼저|처음)[^.!?]*\?", re.IGNORECASE)
_ASKS_PREFIX = re.compile(r"\bwith (?:\w+ ){0,3}prefix\b|접두사", re.IGNORECASE)
_ASKS_DASHES = re.compile(r"\bwith (?:\w+ ){0,3}(?:dash|hyphen)e?s?\b|대시|하이픈", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """The accepted `forms` of one question, and what its prompt says about them.

    `near`: squashed texts that are the right idea but incomplete (the author's, and `shortened`).
    `own_groups`, `own_texts`: known terms that do not count as other terms here. `code`: the words
    of a name keep their order. `names_service`: the answer is a service, so no service qualifies
    it. `asked_service`: the service whose operation the prompt asks for. `about_errors`: the prompt
    asks for an error by name, so a status code may accompany it. `shown`: the forms as written.
    `prompt_prohibits`: the prompt asks what must not be done. `needs_prefix`: the author calls the
    name without its IAM prefix incomplete, or the prompt asks for the prefix; `needs_dashes`: the
    prompt asks for an option's dashes.
    """

    forms: tuple[AcceptedForm, ...]
    near: frozenset[str]
    near_forms: tuple[AcceptedForm, ...]
    own_groups: frozenset[int]
    own_texts: frozenset[str]
    confusables: frozenset[str]
    confusable_forms: tuple[AcceptedForm, ...]
    prompt_roots: frozenset[str]
    code: bool
    names_service: bool
    asked_service: str
    about_errors: bool
    shown: tuple[str, ...]
    squashed_prompt: str
    needs_prefix: bool
    needs_dashes: bool
    prompt_prohibits: bool
    asks_first: bool

    def of_incomplete(self) -> "Key":
        """The key whose accepted forms are those that count as incomplete here."""
        forms = self.near_forms
        shown = tuple(form.shown for form in forms)
        return replace(self, forms=forms, shown=shown, near=frozenset(), needs_prefix=False)

    @property
    def first(self) -> str:
        return self.forms[0].shown if self.forms else ""

    @property
    def negators(self) -> frozenset[str]:
        return frozenset().union(*(form.negators for form in self.forms))

    @property
    def names(self) -> dict[str, str]:
        """The accepted forms by their squashed text."""
        return {form.squashed: form.shown for form in self.forms}

    @property
    def structured(self) -> bool:
        """Whether JSON or YAML is asked for: its brackets and prefixes belong to it."""
        return any(form.structure for form in self.forms)

    @property
    def only_structured(self) -> bool:
        """Whether nothing but JSON or YAML is asked for: prose is no such answer."""
        return all(form.structure for form in self.forms)

    @property
    def options(self) -> bool:
        """Whether an option of a command is asked for."""
        return all(form.shown.startswith("-") for form in self.forms)

    @property
    def command(self) -> bool:
        """Whether a command is asked for, and nothing else."""
        return all(form.command for form in self.forms)

    def has_word(self, text: str) -> bool:
        """Whether `text` is one word of an accepted form (15 of `signal 15`)."""
        return squash(text) in {token.text for form in self.forms for token in form.tokens}

    def names_prefix(self, text: str) -> bool:
        """Whether `text` has the IAM prefix of a form, with a colon or without (`KMS Decrypt`)."""
        said = split_words(text.replace(":", " "))
        return any(form.prefix in said for form in self.forms)

    def without_status_code(self, text: str) -> str:
        """`403 AccessDenied` without its number, if an error is asked for by name."""
        if not self.about_errors:
            return text
        return _STATUS_CODE.sub(" ", text).strip() or text

    def bare(self, text: str) -> str:
        """`text` without what never counts: the maker, prefixes, the order of options."""
        if self.command:
            return in_option_order(text)
        if self.structured:
            return text
        return without_maker(without_prefixes(text))


def key_of(answer: Answer, prompt: str, index: TermIndex, glossary: Glossary) -> Key:
    """The key of a question with the clean text `prompt`, for every kind of answer except
    numbers."""
    forms = tuple(form_of(accepted, glossary) for accepted in answer.accept)
    code = answer.kind is AnswerKind.CODE
    meanings = [index.of_text(form.squashed) for form in forms]
    if not code:
        # Not for code: PutRecord and PutRecords are two operations.
        meanings += [index.of_words(form.stems) for form in forms]
    own = {group for meaning in meanings if meaning is not None for group in meaning.groups}
    texts = frozenset(form.squashed for form in forms)
    for confusable in answer.confusables:
        meaning = index.of_text(confusable)
        if meaning is not None and squash(confusable) not in texts:
            own -= meaning.groups
    near = _near(answer, index, glossary)
    return Key(
        forms=forms,
        near=frozenset(near),
        near_forms=tuple(near.values()),
        own_groups=frozenset(own),
        own_texts=texts,
        confusables=frozenset(map(squash, answer.confusables)),
        confusable_forms=tuple(form_of(text, glossary) for text in answer.confusables),
        prompt_roots=frozenset(root(token.text) for token in glossary.read(prompt))
        | frozenset(root(word) for word in split_words(prompt)),
        code=code,
        names_service=any(meaning is not None and meaning.service for meaning in meanings),
        asked_service=_asked_service(prompt, index),
        about_errors=_ABOUT_ERRORS.search(" ".join((prompt, *answer.accept))) is not None
        and not any(token.digits for form in forms for token in form.tokens),
        shown=answer.accept,
        squashed_prompt=squash(prompt),
        prompt_prohibits=prohibits(prompt),
        asks_first=_ASKS_FIRST.search(prompt) is not None,
        needs_prefix=code
        and all(form.prefix for form in forms)
        and (
            _ASKS_PREFIX.search(prompt) is not None
            or any(squash(near) == form.squashed for near in answer.near for form in forms)
        ),
        needs_dashes=code
        and _ASKS_DASHES.search(prompt) is not None
        and all(form.shown.startswith("-") for form in forms),
    )


def _near(answer: Answer, index: TermIndex, glossary: Glossary) -> dict[str, AcceptedForm]:
    """Incomplete answers by squashed text: the author's, and shortened accepted forms."""

    def is_service(text: str) -> bool:
        meaning = index.of_text(text)
        return meaning is not None and meaning.service

    shorter: list[str] = []
    if answer.kind is AnswerKind.CODE:
        wrong = {squash(text) for text in answer.confusables}
        found = (text for form in answer.accept for text in shortened(form, is_service))
        shorter = [text for text in found if squash(text) not in wrong]
    forms = [form_of(text, glossary) for text in (*answer.near, *shorter)]
    return {form.squashed: form for form in forms if form.squashed}


def _asked_service(prompt: str, index: TermIndex) -> str:
    """`sts` of "Which STS operation ...?"."""
    match = _ASKED_SERVICE.search(prompt)
    meaning = None if match is None else index.of_text(match[1])
    return match[1].casefold() if match and meaning is not None and meaning.service else ""
