"""Which language a text is in; English unless it is clearly not."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEWEST_LETTERS = 200
# How much likelier than English another language must be, on a scale where certainty is 1.
CLEAR_MARGIN = 0.5
_SAMPLE = 2_000
_LAST_LATIN = "\u024f"


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language, from its first 2,000 characters.

    Anything but `en` needs 200 letters and a clear margin: short texts and lists of names mislead every identifier.
    A text mostly in another script is not English however short it is.
    """
    sample = text[:_SAMPLE]
    letters = [sign for sign in sample if sign.isalpha()]
    foreign = sum(sign > _LAST_LATIN for sign in letters)
    if len(letters) < FEWEST_LETTERS and foreign <= len(letters) / 2:
        return "en"
    likelihood = dict(_identifier().rank(sample))
    best = max(likelihood, key=likelihood.__getitem__)
    return best if likelihood[best] - likelihood["en"] > CLEAR_MARGIN else "en"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
