"""What counts as close or misspelt: every threshold of the grader, with its reason.

Nothing here overrules a veto. Limits on work (how many characters are read) are not tolerances and
are defined where the work is done.
"""

# Step 8: slips of the keyboard

EXACT_TO, ONE_SLIP_TO = 3, 7
"""Keystrokes up to which a word forgives no slip, and one. ECR is one letter from ECS: in a short
word a slip makes a neighbour. From eight letters on, two slips still leave one word readable."""

MOST_SLIPS = 2
"""In a whole answer: three slips are no longer typing slips."""

SHORTEST_DOUBLED = 3
"""Letters from which doubling one is a slip whatever the length (Gett for Get): it never makes
another name, as replacing one does."""

AMAZON_SLIPS = 1
"""In the word Amazon before a name, which never counts."""

LONGEST_ACRONYM = 6
"""The most capitals for an acronym, in which every letter counts: longer words are shouted."""

ACRONYM_SWAP = 1
"""Two letters of an acronym are swapped within a longer answer: presigned ULR."""

SHORTEST_UNIT, UNIT_SLIPS = 4, 1
"""Letters of a unit from which a slip is forgiven (mintues): `ms` and `min` are two units."""

SHORTEST_ABBREVIATION = 3
"""Letters that abbreviate a noun (msg, message): fewer abbreviate too many."""

PLURAL_SLIPS = 1
"""Words of an identifier that may be plural where those of the key are not, or the reverse."""

LONGEST_JOIN = 3
"""Typed words that may be one word of the key with blanks in it (`end point`)."""

# Step 8: by sound

SHORTEST_SOUND_OF_A_WORD = 2
"""Consonants that a Hangul spelling must share with one English word: 롤 is `role` and `rule`."""

SHORTEST_SOUND_OF_A_RUN = 3
"""The same for several English words run together."""

SOUND_SLIPS_OF_A_RUN = 2
"""Consonants by which such a run may differ from the words before it is taken to pieces."""

# Step 7: contraries

SHORTEST_STEM_OF_A_CONTRARY = 4
"""Letters behind a prefix that turns a word (mutable, immutable): `in` and `out` are listed."""

SHORTEST_KOREAN_STEM_OF_A_CONTRARY = 2
"""Syllables behind a Korean prefix that denies (비동기, 동기)."""

# Step 9: fewer words

LEAST_SHARE_OF_A_TERM = 1 / 2
"""Of the words of a term, the first among them: `global secondary` is half way to the index."""

LEAST_SHARE_OF_A_NAME = 1 / 2
"""Of the words of a name in code; a third of one is often another one (Batch)."""

LEAST_WORDS_OF_A_TAIL = 2
"""Words without the first that are still half of an answer: `multipart upload`, not `upload`."""

LEAST_WORDS_OF_A_COMMAND = 3
"""Words of a command from which it says what is called for: `aws ecs stop-service`."""

SHARE_OF_A_COMMAND = 1 / 2
"""Of the words of a command: half of one may be another one."""

FEWEST_WORDS_OF_A_LONG_NAME = 4
"""Words of a name from which another form of one of them still says which name it is."""

SHORTEST_STEM_OF_A_WORD = 6
"""Letters that another form of a word of such a name shares with it from the first on."""

SHORTEST_PART = 4
"""Letters of one word of a name that says which name it is of: `pack`, not `id`."""

# Step 10: misspelt further

LEAST_LIKENESS = 0.6
"""The lowest mean likeness of the words that is still a misspelling."""

LEAST_LIKENESS_OF_A_WORD = 1 / 2
"""Every word must resemble its counterpart: `exponential smoothing` is not a misspelled backoff."""

SAME_SOUND = SAME_LEMMA = 0.9
"""The likeness of two words that sound alike, or are forms of one word."""

SHORTEST_SOUND = 3
"""Letters from which a word is compared by its sound: `ecs` and `eks` sound alike and are two."""

HOMOPHONE_SLIPS = MISSPELT_ACRONYM_SLIPS = 1
"""Between a known word and the one it is written for (roll, role); in an acronym."""

# Step 13: what a name means, and a name cut off

LEAST_SHARE_OF_A_MEANING, LEAST_WORDS_OF_A_MEANING = 2 / 3, 2
"""Of the words of a name, said in Korean: one word (`항목`) is in too many names."""

LEAST_SHARE_OF_A_PARAPHRASE, WEIGHT_OF_A_GIVEN_WORD = 0.6, 0.5
"""Of the words of a name, said in other words; one that the prompt gives counts half, since
repeating the question says nothing."""

LEAST_SHARE_OF_A_DESCRIPTION, LEAST_WORDS_OF_A_DESCRIPTION = 0.6, 2
"""Of the words of a description, those by which the question describes its key; with the kind
of thing that is asked for, two: one word is in too many descriptions."""

SYLLABLES_OF_A_STEM = 2
"""The first of a Korean word, by which another form of it is known (분산, 분산된)."""

LEAST_SHARE_OF_A_TRAIT, MOST_WORDS_OF_A_TRAIT = 1 / 2, 3
"""Of the words that tell a kind of thing apart, those that the question tells of; and how many
they may be: a longer answer is a sentence about something."""

WEIGHT_OF_A_STRANGE_WORD = 0.5
"""In a description: a word whose meaning is not known may mean one of the key's words."""

SHORTEST_NAME_WITHIN = 5
"""Letters of a name that is looked for without blanks in a sentence; a shorter one is a word."""

SHORTEST_ROOT = 3
"""Letters of a word without its endings from which it is still that word."""

LONGEST_NAME_IN_PROSE = 3
"""Words up to which prose is read as a name: one of them replaced makes another name."""

LEAST_SHARE_OF_A_CUT_NAME, LEAST_LETTERS_OF_A_CUT_NAME = 0.6, 8
"""Of the letters of a name that is cut off: fewer begin too many names (`GetItem`)."""

# Step 11: numbers

ROUNDED_SHARE = 0.05
"""How far off a number stated as approximate can be, as a share: close, never right."""

EXACT_DIGITS = 3
"""Significant digits from which a number is not a rounded one: about 1,769 MB."""

FEWEST_OF_A_FEW, MOST_OF_A_FEW = 2, 10
"""How many "a few minutes" are."""

FARTHEST_BOUND = 10
"""How many times a bound may be the number, or the number the bound, that it says the size of."""

# Scores (0..1): of close answers the likelier one first; none of them decides a verdict.

COST_OF_A_SLIP = 0.05
MISSPELT_SHARE = 0.8
PARTIAL_SCORE = 0.6
EXTRA_WORDS_SCORE = BRACKET_DIFFERS_SCORE = 0.7
UNIT_MISSING_SCORE = 0.6
ROUNDED_SCORE = 0.5
INCOMPLETE_NUMBER_SCORE = 0.5
ANOTHER_NOUN_SCORE = LIMIT_REVERSED_SCORE = 0.5
MEANING_SCORE = DESCRIBED_SCORE = 0.5
LIST_SHARE = 0.9


def allowed_slips(word: str) -> int:
    """How many slips a word of so many keystrokes forgives."""
    return 0 if len(word) <= EXACT_TO else 1 if len(word) <= ONE_SLIP_TO else MOST_SLIPS


def incomplete_score(share: float) -> float:
    """The score of an answer that has `share` of the words asked for."""
    return 0.3 + share / 2
