"""Step 4: the words that turn a sentence, English and Korean."""

from study_app.grading.wording.small_words import word_set

# These turn a sentence even where the prompt uses them too.
PLAIN_NEGATORS = word_set(
    "not no never nor neither without isn't isnt aren't don't doesn't didn't can't won't"
)

NEGATORS = word_set(
    "not no never without nor neither none isn't isnt aren't arent don't dont doesn't doesnt "
    "didn't didnt can't cant cannot won't wont wouldn't shouldn't shouldnt wasn't wasnt ain't "
    "aint rather instead except excluding exclude wrong incorrect false non anything unlike "
    "nothing disable disabling remove removing"
)

# As parts of Korean words; each turns the sentence.
KOREAN_NEGATORS = (
    "아니", "아닌", "아님", "아닙", "않", "없", "말고", "못", "빼고", "제외", "틀린", "틀려",
    "안씁", "안써", "안쓰", "모르", "몰라", "모름", "금지", "대신", "끄", "끕", "끔", "삭제",
    "해제", "비활성", "보다",
)  # fmt: skip

_KOREAN_NOT = frozenset(["안"])  # before a verb; within a word it is a syllable of many others


def negators(words: tuple[str, ...]) -> frozenset[str]:
    """The negating words among casefolded `words`; Korean ones as parts of them."""
    found = set(NEGATORS.intersection(words)) | _KOREAN_NOT.intersection(words)
    for word in words:
        if not word.isascii():
            found.update(part for part in KOREAN_NEGATORS if part in word)
        elif word.startswith("non-"):
            found.add("non")
    return frozenset(found)
