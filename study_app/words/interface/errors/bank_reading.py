"""Problems with content that cannot be read, or that refers to something missing.

Used by `error_text` in `study_app/words/errors.py`. `{what}` is the subject of the sentence or
another problem, `{found}` is what the file has, `{hint}` ends the sentence.
"""

from typing import Final

from study_app.words.text import Text

PARTS: Final = (
    Text("; did you mean {near}?", ". {near}인가요?"),
    Text("; valid here: {known}", ". 쓸 수 있는 것: {known}"),
    Text("nothing", "값 없음"),
    Text("none", "없음"),
    Text("a list", "목록"),
    Text("a mapping", "매핑"),
    Text("each entry of {name}", "{name}의 항목"),
    Text("each key of {name}", "{name}의 키"),
    Text("option {key}", "선택지 {key}"),
    Text("the key of an option", "선택지의 키"),
)
"""What problems are put together from."""

OF_YAML: Final = (
    Text("mapping values are not allowed in this context", "여기에는 매핑의 값을 쓸 수 없습니다"),
    Text("mapping keys are not allowed in this context", "여기에는 매핑의 키를 쓸 수 없습니다"),
    Text(
        "block sequence entries are not allowed in this context",
        "여기에는 목록의 항목을 쓸 수 없습니다",
    ),
    Text(
        "found character that cannot start any token", "값의 첫 글자로 쓸 수 없는 글자가 있습니다"
    ),
    Text("found a tab character that violates indentation", "들여쓰기에 탭이 있습니다"),
    Text(
        "found a tab character where an indentation space is expected",
        "들여쓰기의 빈칸 자리에 탭이 있습니다",
    ),
    Text("could not find expected ':'", "':'이 없습니다"),
    Text("did not find expected key", "키가 없습니다"),
    Text("did not find expected '-' indicator", "'-'가 없습니다"),
    Text("did not find expected ',' or ']'", "','나 ']'가 없습니다"),
    Text("did not find expected ',' or '}'", "','나 '}'가 없습니다"),
    Text("did not find expected <document start>", "문서가 시작되지 않습니다"),
    Text("did not find expected node content", "값이 없습니다"),
    Text("did not find expected alphabetic or numeric character", "글자나 숫자가 없습니다"),
    Text("did not find expected comment or line break", "주석이나 줄바꿈이 없습니다"),
    Text("did not find expected whitespace or line break", "빈칸이나 줄바꿈이 없습니다"),
    Text("did not find expected hexdecimal number", "16진수가 없습니다"),
    Text("found unexpected ':'", "':'이 있으면 안 됩니다"),
    Text("found unexpected document indicator", "문서의 구분 표시가 있으면 안 됩니다"),
    Text("found unexpected end of stream", "파일이 중간에 끝납니다"),
    Text("found undefined tag handle", "정의되지 않은 태그가 있습니다"),
    Text("found unknown escape character", "알 수 없는 이스케이프 문자가 있습니다"),
    Text("found invalid Unicode character escape code", "유니코드 이스케이프가 잘못되었습니다"),
    Text("control characters are not allowed", "제어 문자는 쓸 수 없습니다"),
    Text("while parsing a block mapping", "매핑을 읽는 중"),
    Text("while parsing a flow mapping", "중괄호로 묶은 매핑을 읽는 중"),
    Text("while parsing a block collection", "목록을 읽는 중"),
    Text("while parsing a flow sequence", "대괄호로 묶은 목록을 읽는 중"),
    Text("while parsing a block node", "값을 읽는 중"),
    Text("while parsing a flow node", "값을 읽는 중"),
    Text("while parsing a node", "값을 읽는 중"),
    Text("while scanning a simple key", "키를 읽는 중"),
    Text("while scanning a quoted scalar", "따옴표로 묶은 텍스트를 읽는 중"),
    Text("while parsing a quoted scalar", "따옴표로 묶은 텍스트를 읽는 중"),
    Text("while scanning a block scalar", "여러 줄 텍스트를 읽는 중"),
    Text("while scanning a plain scalar", "텍스트를 읽는 중"),
    Text("while scanning an alias", "별칭을 읽는 중"),
    Text("while scanning an anchor", "앵커를 읽는 중"),
    Text("while scanning a tag", "태그를 읽는 중"),
    Text("while parsing a tag", "태그를 읽는 중"),
    Text("while scanning a directive", "지시어를 읽는 중"),
    Text("while scanning for the next token", "다음 값을 찾는 중"),
)
"""What libyaml says: a problem, and what it was reading."""

YAML: Final = (
    Text("not valid YAML: {error}", "올바른 YAML이 아닙니다: {error}"),
    Text("{problem} {context}", "{context}에 {problem}"),
    Text("{what} that begins on line {line}", "{what}({line}번째 줄에서 시작)"),
    Text("quote a text that has ': ' in it", "': '이 들어 있는 텍스트는 따옴표로 묶으세요"),
    Text(
        "quote a text that begins with @, ` or %",
        "@, `, %로 시작하는 텍스트는 따옴표로 묶으세요",
    ),
    Text(
        "check the indentation, and quotes inside quotes",
        "들여쓰기와 따옴표 안의 따옴표를 확인하세요",
    ),
    Text(
        "check the indentation of this line and of the one above",
        "이 줄과 윗줄의 들여쓰기를 확인하세요",
    ),
    Text("close the quote that was opened", "열린 따옴표를 닫으세요"),
    Text("the file is empty", "파일이 비어 있습니다"),
    Text("nested deeper than {levels} levels", "{levels}단계보다 깊이 중첩되었습니다"),
    Text(
        "duplicate key {name}; already used on line {line}",
        "중복된 키: {name}. {line}번째 줄에 이미 있습니다",
    ),
    Text(
        "a key must be a single name, not a list or a mapping",
        "키는 목록이나 매핑이 아니라 이름 하나여야 합니다",
    ),
    Text(
        "tags (such as !!str) are not allowed; remove the tag",
        "태그(!!str 등)는 쓸 수 없습니다. 태그를 지우세요",
    ),
    Text("the anchor {name} is not allowed; remove it", "쓸 수 없는 앵커: {name}. 지우세요"),
    Text(
        "the alias {name} is not allowed; write the value out again",
        "쓸 수 없는 별칭: {name}. 값을 다시 쓰세요",
    ),
    Text(
        "merge keys (<<) are not allowed; write the fields out",
        "병합 키(<<)는 쓸 수 없습니다. 필드를 그대로 쓰세요",
    ),
    Text(
        "a second document begins here; a content file must hold one",
        "여기서 두 번째 문서가 시작됩니다. 콘텐츠 파일에는 문서가 하나여야 합니다",
    ),
    Text(
        "more than {most} values; split the file",
        "값이 {most}개보다 많습니다. 파일을 나누세요",
    ),
    Text("tab character; use spaces", "탭 문자입니다. 공백을 쓰세요"),
    Text(
        "character {code} does not display as typed; remove it",
        "입력한 대로 보이지 않는 문자: {code}. 지우세요",
    ),
)
"""The text of a file, and YAML."""

FIELDS: Final = (
    Text("unknown field {name}{hint}", "알 수 없는 필드: {name}{hint}"),
    Text("unknown {name} {value}{hint}", "{name}에 쓸 수 없는 값: {value}{hint}"),
    Text("missing field {name}", "없는 필드: {name}"),
    Text("{what} must not be empty", "{what}: 비어 있으면 안 됩니다"),
    Text("{what} must be {low}, not {found}", "{what}: {low}이어야 합니다(지금은 {found})"),
    Text(
        "{what} must be a whole number from {low} to {high}, not {found}",
        "{what}: {low}부터 {high}까지의 정수여야 합니다(지금은 {found})",
    ),
    Text(
        "{what} must be true or false, not {found}",
        "{what}: true나 false여야 합니다(지금은 {found})",
    ),
    Text(
        "{what} must be a date such as 2026-11-23, not {found}",
        "{what}: 2026-11-23 같은 날짜여야 합니다(지금은 {found})",
    ),
    Text("{what} must be text, not {found}", "{what}: 텍스트여야 합니다(지금은 {found})"),
    Text("{what} must be a mapping, not {found}", "{what}: 매핑이어야 합니다(지금은 {found})"),
    Text("{what} must be a list, not {found}", "{what}: 목록이어야 합니다(지금은 {found})"),
    Text(
        "{what} must be a value or a list of values, not {found}",
        "{what}: 값이나 값의 목록이어야 합니다(지금은 {found})",
    ),
    Text(
        "{what} must be a list of two strings: [left, right]",
        "{what}: 문자열 두 개의 목록이어야 합니다: [left, right]",
    ),
    Text(
        "{what} must have {least} to {most} entries, not {found}",
        "{what}: 항목은 {least}개에서 {most}개여야 합니다(지금은 {found}개)",
    ),
    Text(
        "{what} must be lowercase words joined with -, such as 'task-role', not {found}",
        "{what}: 'task-role'처럼 소문자 단어를 -로 이어 써야 합니다(지금은 {found})",
    ),
    Text(
        "{what} ends before ' #', where YAML begins a comment; "
        "put the text in quotes, or two spaces before the comment",
        "{what}: YAML의 주석이 시작되는 ' #' 앞에서 끝납니다. 텍스트를 따옴표로 묶거나 주석 "
        "앞에 공백을 두 개 넣으세요",
    ),
    Text("duplicate id {name}", "중복된 id: {name}"),
    Text(
        "duplicate id {name}; already used on line {line}",
        "중복된 id: {name}. {line}번째 줄에 이미 있습니다",
    ),
    Text("duplicate term {name}", "중복된 용어: {name}"),
    Text("topic {name} belongs in {file}.yaml", "주제 {name}의 파일은 {file}.yaml입니다"),
    Text("exam {name} belongs in {file}.yaml", "시험 {name}의 파일은 {file}.yaml입니다"),
)
"""Fields, whatever they are of."""

FILES: Final = (
    Text(
        "a topic file must be a mapping with the field 'topic', not {found}",
        "주제 파일은 필드 'topic'이 있는 매핑이어야 합니다(지금은 {found})",
    ),
    Text(
        "a translation must be a mapping with the field 'topic', not {found}",
        "번역 파일은 필드 'topic'이 있는 매핑이어야 합니다(지금은 {found})",
    ),
    Text(
        "a scenario file must be a mapping with the field 'cases', not {found}",
        "시나리오 파일은 필드 'cases'가 있는 매핑이어야 합니다(지금은 {found})",
    ),
    Text(
        "a glossary must be a mapping with the field 'entries', not {found}",
        "용어집은 필드 'entries'가 있는 매핑이어야 합니다(지금은 {found})",
    ),
    Text(
        "an exam file must be a mapping with the field 'id', not {found}",
        "시험 파일은 필드 'id'가 있는 매핑이어야 합니다(지금은 {found})",
    ),
    Text(
        "no content here; content files are {known}",
        "콘텐츠가 없습니다. 콘텐츠 파일: {known}",
    ),
    Text(
        "this file is never read; content files are {known}",
        "읽지 않는 파일입니다. 콘텐츠 파일: {known}",
    ),
    Text(
        "this link points outside the content folder",
        "콘텐츠 폴더 밖을 가리키는 링크입니다",
    ),
    Text(
        "begins with a byte order mark; save it as UTF-8 without one",
        "바이트 순서 표시(BOM)로 시작합니다. BOM 없는 UTF-8로 저장하세요",
    ),
    Text(
        "more than {most} problems; the rest are not listed",
        "문제점이 {most}개보다 많습니다. 나머지는 보여 주지 않습니다",
    ),
)
"""Files as a whole."""

QUESTIONS: Final = (
    Text(
        "a choice must have exactly {needed} options, not {found}",
        "choice의 선택지는 정확히 {needed}개여야 합니다(지금은 {found}개)",
    ),
    Text(
        "exactly one option of a choice must have 'correct: true', not {found}",
        "choice의 선택지 하나에만 'correct: true'가 있어야 합니다(지금은 {found}개)",
    ),
    Text(
        "'choices' needs at least {least} options, not {found}",
        "'choices'의 선택지는 {least}개 이상이어야 합니다(지금은 {found}개)",
    ),
    Text(
        "{found} options have 'correct: true', but 'choose' is {choose}",
        "'correct: true'인 선택지는 {found}개인데 'choose'는 {choose}입니다",
    ),
    Text(
        "an answer with a scenario must have 'kind: number'",
        "시나리오가 있는 답은 'kind: number'여야 합니다",
    ),
    Text(
        "a drawn name must be letters, digits and _, such as 'desired', not {found}",
        "뽑는 값의 이름은 'desired'처럼 글자, 숫자, _로 써야 합니다(지금은 {found})",
    ),
    Text(
        "{name} has nothing to draw from: {low} is above {high}",
        "{name}: 뽑을 값이 없습니다. {low}{low:은/는} {high}보다 큽니다",
    ),
    Text(
        "{name} has {count} values; write at most {most}",
        "{name}: 값이 {count}개입니다. {most}개까지만 쓰세요",
    ),
    Text("unknown mistake {name}{hint}", "없는 실수: {name}{hint}"),
    Text(
        "write '{{{name}}}' in quotes; without them it is a mapping",
        "'{{{name}}}'처럼 따옴표로 묶으세요. 따옴표가 없으면 매핑입니다",
    ),
    Text("{name} is drawn but never used", "{name}: 뽑지만 쓰지 않는 값입니다"),
    Text(
        "{name} is drawn, but the prompt does not say {{{open}}}",
        "{name}: 뽑는 값인데 prompt에 {{{open}}}{open:이/가} 없습니다",
    ),
    Text("nothing is drawn for {name}{hint}", "뽑는 값이 없는 이름: {name}{hint}"),
    Text("unknown card {name}{hint}", "없는 카드: {name}{hint}"),
    Text("unknown scenario {name}{hint}", "없는 시나리오: {name}{hint}"),
    Text(
        "scenario {name} has problems; fix them first",
        "시나리오 {name}에 문제점이 있습니다. 먼저 고치세요",
    ),
)
"""Questions and cards."""

EXAMS: Final = (
    Text("unknown exam {name}{hint}", "없는 시험: {name}{hint}"),
    Text("{exam} has no skill {skill}{hint}", "{exam}에 없는 역량: {skill}{hint}"),
    Text("{exam} skill {skill} has no question", "{exam}의 역량 {skill}: 문제가 없습니다"),
    Text(
        "'moved' needs the field 'successor', the exam that replaces this one",
        "'moved'에는 이 시험을 대신하는 시험인 필드 'successor'가 필요합니다",
    ),
    Text(
        "the weights of the domains add up to {sum}, not 100",
        "도메인 비중의 합이 100이 아니라 {sum}입니다",
    ),
    Text(
        "a short name must fit in {most} cells, and {text} takes {width}; shorten it",
        "짧은 이름은 {most}칸 이하여야 하는데 {text}의 너비는 {width}칸입니다. 줄이세요",
    ),
    Text(
        "the id here must look like {example}, not {found}",
        "여기의 id는 {example} 같은 형식이어야 합니다(지금은 {found})",
    ),
)
"""Exams, with their domains and skills."""

TRANSLATIONS: Final = (
    Text("'of' must be 8 hex digits, not {found}", "'of': 16진수 8자리여야 합니다(지금은 {found})"),
    Text(
        "the English {item} has no text {path}{hint}",
        "영어 {item}에 없는 텍스트: {path}{hint}",
    ),
    Text(
        "{path} must name the same values as the English: {wanted}",
        "{path}: 영어와 같은 값을 써야 합니다: {wanted}",
    ),
)
"""Translations of items."""

READING: Final = (
    *PARTS,
    *YAML,
    *FIELDS,
    *FILES,
    *QUESTIONS,
    *EXAMS,
    *TRANSLATIONS,
)
