"""What is wrong with TOML, JSON, XML and zips is said in our own words, in Dutch and in English."""

import io
import json
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

import pytest
from defusedxml.ElementTree import fromstring

from ssrpolicy import codec
from ssrpolicy.cli.settings.file import read_settings
from ssrpolicy.codec.drafts.decisions_file import read_decisions
from ssrpolicy.errors import InputError
from ssrpolicy.messages import messages_in
from ssrpolicy.syntax import Mistake, json_mistake, toml_mistake, xml_mistake, zip_mistake
from tables import each_case

TOML = {
    "a": "na een veld ontbreekt een = (aan het eind van het bestand)",
    "= 1": "een regel begint niet met een veld en niet met een [tabel] (regel 1, kolom 1)",
    "a = b": "een waarde ontbreekt, of is een tekst zonder aanhalingstekens (regel 1, kolom 5)",
    "a = 'x": "een tekst heeft geen aanhalingsteken aan het eind (aan het eind van het bestand)",
    "a = '''x": "een tekst heeft geen aanhalingsteken aan het eind (aan het eind van het bestand)",
    'a = """x': "een tekst heeft geen aanhalingsteken aan het eind (aan het eind van het bestand)",
    'a = "x\n': "de regel eindigt midden in een tekst (regel 1, kolom 7)",
    "a = [1 2]": "in een lijst ontbreekt een komma of de ] aan het eind (regel 1, kolom 8)",
    "a = {b = 1 c": "in een tabel tussen accolades ontbreekt een komma of de } aan het eind",
    "a = 1 b": "na de waarde staat nog iets, waar de regel moet eindigen (regel 1, kolom 7)",
    "[a\n": "bij een [tabel] ontbreekt de ] aan het eind (regel 1, kolom 3)",
    "[[a]\n": "bij een [[tabel]] ontbreekt de ]] aan het eind (regel 1, kolom 4)",
    "a.=1": "een veld ontbreekt, of begint met een teken dat alleen tussen aanhalingstekens kan",
    "a = 1\na = 2": "een veld wordt voor de tweede keer gegeven (aan het eind van het bestand)",
    "[a.b]\n[a.b]\n": "de tabel a.b staat er twee keer (regel 2, kolom 5)",
    "a = {b = 1, b = 2}": "het veld b staat twee keer in één tabel (regel 1, kolom",
    "a = []\n[[a]]\n": "de tabel a was al compleet, en krijgt er nog iets bij (regel 2, kolom 4)",
    'a = "\\q"': "een backslash voor een teken waarvoor die geen betekenis heeft",
    'a = "\\u12"': "de code van een teken na een backslash bestaat niet (regel 1, kolom 8)",
    'a = "\\ud800"': "de code van een teken na een backslash bestaat niet",
    "a = '\x01'": "hier staat het stuurteken \\x01 (regel 1, kolom 6)",
    "a = 2011-02-30\n": "een datum of tijd bestaat niet (regel 1, kolom 5)",
    f"a = {'1' * 5000}": "er staat een getal van duizenden cijfers in",
}
JSON = {
    "": "een waarde ontbreekt, of is niet geschreven zoals in JSON (regel 1, kolom 1)",
    "{": "een veld tussen dubbele aanhalingstekens ontbreekt (regel 1, kolom 2)",
    '{"a"': "na een veld ontbreekt een dubbele punt (regel 1, kolom 5)",
    "[1 2]": "een komma of een sluithaakje ontbreekt (regel 1, kolom 4)",
    "1\n1": "na het eind van de gegevens staat nog iets (regel 2, kolom 1)",
    '"x': "een tekst heeft geen aanhalingsteken aan het eind (regel 1, kolom 1)",
    '"\n"': "hier staat een regeleinde of een ander stuurteken (regel 1, kolom 2)",
    '"\\q"': "een backslash voor een teken waarvoor die geen betekenis heeft",
    '"\\u1"': "de code van een teken na een backslash bestaat niet",
}
XML = {
    b"": "het bestand houdt op voordat alle elementen zijn gesloten (regel 1, kolom 1)",
    b"letter": "het bestand is leeg, of begint niet met een element (regel 1, kolom 1)",
    b"<a>\n</b>": "er wordt een ander element gesloten dan er open is (regel 2, kolom 3)",
    b"<a/><b/>": "na het eind van het document staat nog iets (regel 1, kolom 5)",
    b"<a b='1' b='2'/>": "een attribuut staat twee keer in één element (regel 1, kolom 10)",
    b"<a>&x;</a>": "de naam van een teken is niet gedefinieerd (regel 1, kolom 4)",
    b"<a>&</a>": "een teken staat waar XML het niet toestaat (regel 1, kolom 5)",
    b"<!-- ": "iets is geopend en nergens gesloten (regel 1, kolom 1)",
    b" <?xml version='1.0'?><a/>": "de XML-declaratie staat niet aan het begin, of klopt niet",
}


def dutch_of(read: Callable[[], object], said: Callable[..., Mistake]) -> str:
    """What is said in Dutch of what cannot be read."""
    try:
        read()
    except (ValueError, SyntaxError, expat.ExpatError) as error:
        with messages_in("nl"):
            return str(said(error))
    raise AssertionError("nothing is wrong with it")


@each_case("text", TOML)
def test_a_mistake_in_toml_is_said_in_dutch(text: str) -> None:
    """With its line and column, and without words of the parser."""
    assert TOML[text] in dutch_of(lambda: tomllib.loads(text), toml_mistake)


@each_case(
    "text, said",
    [
        ("\ufeffa = 1", "het begint met een byte order mark, die niemand ziet; sla het op als"),
        (
            "a = 1\rb = 2\r",
            "op oude Macs; sla het op met andere regeleinden (LF of CRLF) (regel 1)",
        ),
        ("# one\n# two\rb = 2\n", "(LF of CRLF) (regel 2)"),
        (
            "a = 1\r\nb =\r\n",
            "een waarde ontbreekt, of is een tekst zonder aanhalingstekens (regel 2",
        ),
    ],
)
def test_what_nobody_sees_in_toml_is_named(text: str, said: str) -> None:
    """Where the text itself is given, a mark at its start and its line ends are looked at."""
    assert said in dutch_of(lambda: tomllib.loads(text), lambda error: toml_mistake(error, text))


@each_case("text", JSON)
def test_a_mistake_in_json_is_said_in_dutch(text: str) -> None:
    """With its line and column, and without words of the parser."""
    assert JSON[text] in dutch_of(lambda: json.loads(text), json_mistake)


@each_case("data", XML)
def test_a_mistake_in_xml_is_said_in_dutch(data: bytes) -> None:
    """With its line and column, and without words of the parser."""
    assert XML[data] in dutch_of(lambda: expat.ParserCreate().Parse(data, True), xml_mistake)  # noqa: FBT003 - expat takes it by place


@each_case("data", XML)
def test_python_s_tree_of_elements_says_it_in_the_same_words(data: bytes) -> None:
    """Libraries read through it where they have nothing better."""
    said = dutch_of(lambda: fromstring(data), xml_mistake)
    assert XML[data].partition(" (")[0] in said


def _read(data: bytes | bytearray) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.infolist():
            package.read(part)


def _package() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "een brief over tolken " * 40)
        package.writestr("word/styles.xml", "stijlen")
    return out.getvalue()


@pytest.mark.parametrize("changed", [0xFF, 0x01])
def test_damage_of_a_zip_is_said_in_dutch_whatever_byte_was_spoilt(changed: int) -> None:
    """None of the words of Python's zipfile and zlib gets through."""
    whole, said = _package(), set()
    spoilt: list[bytes | bytearray] = [whole[:end] for end in range(len(whole))]
    for place in range(len(whole)):
        changed_one = bytearray(whole)
        changed_one[place] ^= changed
        spoilt.append(changed_one)
    for data in spoilt:
        try:
            _read(data)
        except Exception as error:  # noqa: BLE001 - whatever a spoilt byte makes zipfile raise is said
            with messages_in("nl"):
                said.add(str(zip_mistake(error)))
    assert "het is afgebroken, of de lijst van delen is beschadigd" in said
    assert "wat erin is ingepakt, kan niet worden uitgepakt" in said
    english = ("zip", "file", "header", "magic", "decompress", "directory", "crc", "offset")
    assert [each for each in said if any(word in each.lower() for word in english)] == []


def test_what_is_not_in_the_table_stays_quoted() -> None:
    """A parser of a later version may say something else."""
    later = tomllib.TOMLDecodeError("Expected patience (at line 3, column 4)")
    with messages_in("nl"):
        said = str(toml_mistake(later))
    assert said == "de parser zegt in het Engels: “Expected patience” (regel 3, kolom 4)"
    assert str(toml_mistake(later)).startswith("its parser says: “Expected patience”")


def test_every_file_that_people_write_says_it_so(tmp_path: Path) -> None:
    """A record, a JSON record, settings and decisions: none passes the parser's words on."""
    record, settings = tmp_path / "record.toml", tmp_path / "ssrpolicy.toml"
    record.write_text("format 1\n", "utf-8")
    settings.write_text("language\n", "utf-8")
    missing = "na een veld ontbreekt een ="
    with messages_in("nl"):
        (finding,) = codec.read(record).findings
        assert finding.message == f"Dit is geen TOML: {missing} (kolom 8)."
        (finding,) = codec.read_json(b'{"a" 1}', Path("record.json")).findings
        assert (
            finding.message == "Dit is geen JSON: na een veld ontbreekt een dubbele punt (kolom 6)."
        )
        with pytest.raises(InputError, match=rf"is geen TOML: {missing} \(regel 1, kolom 9\)\."):
            read_settings([tmp_path])
        with pytest.raises(InputError, match=rf"{missing} \(regel 1, kolom 8\)\."):
            read_decisions(b"format 1\n", Path("decisions.toml"))


def test_what_is_said_in_our_words_stays_as_it_is() -> None:
    """A value that does not fit is not called a mistake in the TOML."""
    assert str(toml_mistake(ValueError("2011 is not a day"))) == "2011 is not a day"
