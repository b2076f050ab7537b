def test_a_word_with_a_hyphen_is_not_cut(read):
    (quote,) = read("The firm revealed that it would re-enter the Irish market.").quotes

    assert quote.text == "it would re-enter the Irish market"
