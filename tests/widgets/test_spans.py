"""Marks nest, cross and span lines without losing or repeating a character."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.widgets.spans import Mark, Span, lines


def span(start: int, end: int, row: str = "r") -> Span:
    return Span(start, end, row, 0, "")


def outline(pieces: tuple[str | Mark, ...]) -> str:
    """The pieces as text with brackets around every mark."""
    return "".join(piece if isinstance(piece, str) else f"[{outline(piece.inside)}]" for piece in pieces)


def drawn(text: str, *spans: Span) -> list[str]:
    return [outline(line) for line in lines(text, spans)]


def test_text_without_spans_is_its_lines():
    assert drawn("Talks open\n\nThey met.\n") == ["Talks open", "They met."]


def test_a_span_inside_another_is_marked_inside_it():
    assert drawn("the Biden administration said", span(4, 24, "gov"), span(4, 9, "man")) == [
        "the [[Biden] administration] said"
    ]


def test_two_rows_on_the_same_span_are_both_marked():
    assert drawn("Lima", span(0, 4, "a"), span(0, 4, "b")) == ["[[Lima]]"]


def test_of_spans_that_cross_the_later_is_cut_where_the_earlier_ends():
    assert drawn("abcdef", span(0, 4, "a"), span(2, 6, "b")) == ["[ab[cd]][ef]"]


def test_a_span_over_two_lines_is_marked_in_both():
    assert drawn("one two\n\nthree", span(4, 12)) == ["one [two]", "[thr]ee"]


def test_a_span_of_line_ends_alone_draws_nothing():
    assert drawn("one\n\ntwo", span(3, 5)) == ["one", "two"]


def test_offsets_count_code_points():
    assert drawn("🚗 Toyota", span(2, 8)) == ["🚗 [Toyota]"]


def test_a_thousand_lines_with_a_thousand_spans_are_drawn_at_once():
    text = "word " * 20 + "\n"
    spans = [span(101 * line + 5 * word, 101 * line + 5 * word + 4) for line in range(1000) for word in range(20)]

    assert "".join(drawn(text * 1000, *spans)).count("[word]") == 20_000


@given(st.text("ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_every_character_is_drawn_once_and_marked_as_its_spans_say(text, pairs):
    spans = [span(start, end, str(row)) for row, (start, end) in enumerate(pairs) if start < end <= len(text)]

    depths = [depth for line in lines(text, spans) for depth in _depths(line, 0)]

    places = [place for place, sign in enumerate(text) if sign != "\n"]
    assert [sign for sign, _ in depths] == [text[place] for place in places]
    assert [depth for _, depth in depths] == [sum(s.start <= place < s.end for s in spans) for place in places]


def _depths(pieces, depth):
    """Every character with the number of marks around it."""
    for piece in pieces:
        if isinstance(piece, str):
            yield from ((sign, depth) for sign in piece)
        else:
            yield from _depths(piece.inside, depth + 1)
