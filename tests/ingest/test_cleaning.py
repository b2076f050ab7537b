"""What is broken is repaired, what is not stays as it was, and cleaning twice changes nothing more."""

import time
from textwrap import fill

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.ingest.cleaning import cleaned

WRAPPED = """\
The ministers of twelve countries met in the capital on Tuesday and
agreed to open their ports to each other's ships by the end of the
year, a step that the unions had long opposed. They will meet again
in May.

A spokesman said that the agreement would be signed by all of them
before the summer, and that the text would be published soon.
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Curly” and ‘single’ quotes, a dash – and — another…", id="typography"),
        pytest.param("Zürich, Şırnak, Đà Nẵng, 東京, Київ, القاهرة", id="other scripts"),
        pytest.param("Ａ full-width letter, 10³ and ½, ™ and №", id="compatibility characters"),
        pytest.param("👨‍👩‍👧 and ❤️ and 👍🏽 and 🇵🇪", id="emoji with joiners"),
        pytest.param("می‌خواهم", id="Persian joiner"),
        pytest.param("a < b and c > d, x<y, <3, <unknown>, if (i <b && j> k)", id="signs that are no tags"),
        pytest.param("AT&T, R&D; Q&A; a & b; ?a=1&copy=2", id="ampersands that are no entities"),
        pytest.param("Two  spaces,\ta tab\n\n\n  and an indented line", id="white space within"),
        pytest.param("Roses are red\nviolets are blue\nthis is verse\nits lines are few", id="verse"),
        pytest.param("- The first point of the list\n- The second one is a longer point\n- Third", id="a list"),
        pytest.param("One paragraph a line." * 8 + "\n" + "The next paragraph." * 9 + "\nThe last.", id="long lines"),
        pytest.param("C’est déjà là, dit-il à São Paulo. Ça va ?", id="French accents"),
        pytest.param("Jose\u0301 Muñoz", id="accents apart from their letters"),
    ],
)
def test_what_is_not_broken_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc\u2028d\u2029e\ff", "a\nb\nc\nd\ne\nf", id="line ends"),
        pytest.param("  a  \nb\t\n \nc \n\n", "a\nb\n\nc", id="white space at ends"),
        pytest.param(
            "Ru\u200bssia\u200e and \u202aPe\u00adru\u202c\ufeff", "Russia and Peru", id="invisible characters"
        ),
        pytest.param("Pe\u200dru \u200c\u200dnow", "Peru now", id="joiners in Latin words"),
        pytest.param("a\x00b\x07c\x1b[31md\x7f", "abcd", id="controls"),
        pytest.param("10\u00a0million\u202fdollars\u3000now", "10 million dollars now", id="wide and hard spaces"),
        pytest.param("JosÃ© said â€œnoâ€\x9d.", "José said “no”.", id="mojibake"),
        pytest.param("The cafÃƒÂ© is closed.", "The café is closed.", id="mojibake twice over"),
        pytest.param("It\x92s \x93no\x94.", "It’s “no”.", id="Windows quotes read as Latin-1"),
        pytest.param("The ﬁnance ofﬁce", "The finance office", id="ligatures"),
        pytest.param("a\ud83d\ude00b \ud800c", "a😀b \ufffdc", id="surrogates"),
    ],
)
def test_characters_are_repaired(text, expected):
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<p>One <b>bo</b>ld.</p>\n<p>Two.</p>", "One bold.\n\nTwo.", id="paragraphs"),
        pytest.param("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree.", id="breaks"),
        pytest.param("<h1>Head</h1><div>One\nline.</div>", "Head\n\nOne line.", id="line ends mean nothing"),
        pytest.param("One.\n\nTwo <i>here</i>.\nThree.", "One.\n\nTwo here.\nThree.", id="only inline tags"),
        pytest.param('See <a href="https://x.org/?a=1">the text</a>.', "See the text.", id="a link"),
        pytest.param("<ul><li>One</li><li>Two</li></ul>After.", "One\nTwo\n\nAfter.", id="a list"),
        pytest.param("<table><tr><td>1</td><td>2</td></tr></table>", "1 2", id="a table"),
        pytest.param("A<script>if (a<b) {'</p>'}</script><style>p {}</style>B</p>", "AB", id="script and style"),
        pytest.param("<p>A<!-- <p>not shown</p> -->B</p>", "AB", id="a comment"),
        pytest.param("<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>A</body>", "A", id="a page"),
        pytest.param("<P CLASS='x'>A</P>", "A", id="capitals"),
        pytest.param(
            "Q&amp;A, 5 &lt; 6, &pound;3, &#8220;no&#8221;, &#x2019;", "Q&A, 5 < 6, £3, “no”, ’", id="entities"
        ),
        pytest.param("R&amp;amp;D and&nbsp;so", "R&D and so", id="entities escaped twice"),
        pytest.param("&notanentity; stays", "&notanentity; stays", id="an unknown entity"),
        pytest.param("&lt;p&gt;A&lt;/p&gt;", "A", id="escaped markup"),
    ],
)
def test_markup_is_dropped(text, expected):
    assert cleaned(text) == expected


def test_hard_wrapped_lines_are_joined():
    first, second = WRAPPED.strip().split("\n\n")
    assert cleaned(WRAPPED) == first.replace("\n", " ") + "\n\n" + second.replace("\n", " ")


def test_a_headline_above_wrapped_text_stays_alone():
    assert cleaned("Ports to open\n" + WRAPPED).startswith("Ports to open\nThe ministers of twelve countries met")


def test_headers_and_lists_beside_wrapped_text_keep_their_lines():
    short = "Subject: Port talks\nFrom: desk\n\n- first item\n- second item"
    assert cleaned(f"{short}\n\n{WRAPPED}") == f"{short}\n\n{cleaned(WRAPPED)}"


def test_long_lines_that_end_where_they_like_are_not_wrapped():
    text = "\n".join("The port of the capital was closed on Tuesday" + " again" * (n % 6) for n in range(24))
    assert cleaned(text) == text


def test_a_word_with_a_hyphen_at_the_line_end_is_not_torn():
    text = "The agreement between the ministers of the countries was followed by US-Japan talks on trade. " * 4
    wrapped = fill(text, 72)
    assert "US-\nJapan" in wrapped
    assert cleaned(wrapped) == text.strip()


def test_two_long_lines_are_no_evidence_of_wrapping():
    text = "\n".join(WRAPPED.split("\n")[:2])
    assert cleaned(text) == text


PIECES = st.sampled_from(
    [
        "Peru ", "é", "Ã©", "â€œ", "👩", "<p>", "</p>", "<br>", "<b>", "< ", ">", "<!--", "-->", "<script>",
        "</script>", "&amp;", "&lt;", "&#233;", "amp;", "\n", "\r\n", "\n\n", " ", "-", "\u00a0", "\u200b", "\u200d",
        "\u00ad", "\x85", "\0", "a line of more or less sixty characters that may be wrapped \n",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@example(WRAPPED)
@example("Ã\u200b©")
@example("&amp;amp;lt;p&amp;gt;</p>")
def test_cleaning_twice_changes_nothing(text):
    once = cleaned(text)
    assert cleaned(once) == once


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_cleaned_and_can_be_written(text):
    once = cleaned(text)
    assert cleaned(once) == once
    assert once == once.strip()
    assert "\0" not in once


@given(
    st.lists(st.from_regex(r"“?[A-Za-z][A-Za-zé-]{0,6}[,.”’]?", fullmatch=True), max_size=40),
    st.sampled_from([" ", "\n\n", "  "]),
)
def test_plain_words_stay_character_for_character(words, gap):
    text = gap.join(words)
    assert cleaned(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister said “no” on Tuesday.\n\n" * 28_000, id="a long text"),
        pytest.param("é" * 200_000, id="one long word"),
        pytest.param("<" * 1_000_000, id="angle brackets"),
        pytest.param("<p " * 300_000, id="tags never closed"),
        pytest.param("<script>" * 120_000, id="scripts never closed"),
        pytest.param("<!--" * 250_000, id="comments never closed"),
        pytest.param("<di" * 100_000 + "<b>" + "v>" * 100_000 + "</p>", id="tags in tags"),
        pytest.param("&" + "amp;" * 250_000, id="one ampersand escaped over and over"),
        pytest.param("a" + " " * 1_000_000 + "b", id="spaces"),
        pytest.param("a" + " \n" * 400_000 + "<p>b</p>", id="blank lines"),
        pytest.param("a\u200d" * 400_000, id="joiners"),
        pytest.param("\x1b[" * 400_000, id="escapes never ended"),
    ],
)
def test_time_grows_linearly(text):
    """Each takes a fraction of a second; quadratic time would take minutes, so the bound is generous."""
    start = time.perf_counter()
    cleaned(text)
    assert time.perf_counter() - start < 10
