import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.encoding import decode, mended

ARABIC = "<p>قالت وزارة الصحة في مدينة النور إن الحملة بدأت اليوم، وأضافت أن المراكز مفتوحة حتى المساء.</p>"
QUOTED = "<p>قال «الوزير» إن “المشروع” – وهو الأول – انتهى… أمس، والتكلفة مليونان.</p>"
FRENCH = "<p>Élève français, déjà vu où ça, à côté de la mairie.</p>"
RUSSIAN = "<p>Привет, мир, как дела сегодня утром в городе</p>"
CHINESE = "<p>这是一个关于城市的新闻报道,没有别的内容。</p>"
DECLARATIONS = (None, "utf-8", "UTF8", "iso-8859-1", "windows-1252", "windows-1256", "nonsense", "", "base64")


def misread(text: str, encoding: str) -> str:
    """Read UTF-8 as an old encoding, the way browsers do: open codes pass through."""
    signs = []
    for byte in text.encode():
        try:
            signs.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            signs.append(chr(byte))
    return "".join(signs)


@pytest.mark.parametrize("declared", DECLARATIONS)
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8"),
        (QUOTED, "utf-8-sig"),
        (QUOTED, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (QUOTED, "utf-16"),
        (QUOTED, "utf-16-le"),
        (QUOTED, "utf-16-be"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-8"),
    ],
)
def test_the_bytes_come_before_what_is_declared(text: str, encoding: str, declared: str | None) -> None:
    assert decode(text.encode(encoding), declared=declared) == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (FRENCH, "latin-1", None),
        (FRENCH, "latin-1", "utf-8"),
        (FRENCH, "windows-1252", "iso-8859-1"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (CHINESE, "gbk", "gb2312"),
        (CHINESE, "big5", "big5"),
    ],
)
def test_other_scripts_are_read_as_declared(text: str, encoding: str, declared: str | None) -> None:
    content = text.encode(encoding, "ignore")
    assert decode(content, declared=declared) == content.decode(encoding)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<meta http-equiv=content-type content='text/html; charset = windows-1251'>",
    ],
)
def test_the_page_declares_where_the_server_does_not(head: str) -> None:
    assert decode((head + RUSSIAN).encode("windows-1251"), declared=None) == head + RUSSIAN


def test_a_few_broken_bytes_leave_utf_8_what_it_is() -> None:
    content = ARABIC.encode()
    damaged = content[:40] + b"\xff" + content[40:90] + content[91:]
    text = decode(damaged, declared="windows-1256")
    assert text is not None
    assert 1 <= text.count("\ufffd") <= 5
    assert "الصحة" in text


def test_a_page_cut_inside_a_letter_keeps_the_rest() -> None:
    text = decode(ARABIC.encode()[:41], declared=None)
    assert text is not None
    assert text.startswith("<p>قالت وزارة الصحة")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "latin-1"])
@pytest.mark.parametrize("text", [ARABIC, QUOTED])
def test_text_misread_once_is_mended(text: str, encoding: str) -> None:
    spoilt = misread(text, encoding)
    assert spoilt != text
    assert decode(spoilt.encode(), declared="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        QUOTED,
        FRENCH,
        RUSSIAN,
        CHINESE,
        "Ørsted og Ålesund, Ærø: Ø er en bokstav",
        "ظ",
        "ط ظ",
        "طظ طظ",
        "Ù",
        "ظل الظبي ظمآن",
    ],
)
def test_sound_text_is_never_mended(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08\x00abc",
        b"PK\x03\x04word/document.xml",
        b"\x00" * 200,
        bytes(range(32)) * 50,
        b"text\x00\x01\x02\x03\x04\x05\x06\x07" * 20,
    ],
)
def test_what_is_no_text_is_said_to_be_none(content: bytes) -> None:
    assert decode(content, declared="utf-8") is None


def test_random_bytes_are_no_text() -> None:
    assert decode(os.urandom(20_000), declared="utf-8") is None


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"", declared=None) == ""


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=20)))
def test_no_bytes_and_no_declaration_raise(content: bytes, declared: str | None) -> None:
    text = decode(content, declared=declared)
    assert text is None or isinstance(text, str)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_valid_utf_8_comes_back_unless_it_was_misread(text: str) -> None:
    came = decode(text.encode(), declared="windows-1256")
    assert came in {mended(text), mended(text.removeprefix("\ufeff"))} or came is None
