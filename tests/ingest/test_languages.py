"""A text is called anything but English only when it is long enough and clearly is."""

import pytest

from toolkit.ingest.languages import language_of

TEXTS = {
    "en": "The finance minister told parliament on Tuesday that the government would publish its plan for the ports "
    "before the end of the year, and that talks with the unions would go on in the meantime. "
    "Shipowners welcomed the news but asked for details.",
    "de": "Der Finanzminister sagte am Dienstag im Parlament, die Regierung werde ihren Plan für die Häfen noch vor "
    "dem Ende des Jahres vorlegen, und die Gespräche mit den Gewerkschaften gingen inzwischen weiter. "
    "Die Reeder begrüßten die Nachricht, baten aber um Einzelheiten.",
    "es": "El ministro de Hacienda dijo el martes en el parlamento que el gobierno publicará su nuevo plan para los "
    "puertos antes de que termine el año, y que entretanto seguirán las conversaciones con los sindicatos. "
    "Los armadores celebraron la noticia, pero pidieron detalles.",
    "ru": "Министр финансов сообщил во вторник в парламенте, что правительство опубликует новый план развития портов "
    "до конца года, а переговоры с профсоюзами тем временем продолжатся. Судовладельцы приветствовали эту новость, "
    "но попросили сообщить подробности.",
    "ja": "財務大臣は火曜日、政府が年内に港湾の新しい計画を公表すると国会で述べた。組合との話し合いはその間も続く。"
    * 5,
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_long_text_is_in_its_language(code, text):
    assert language_of(text) == code


@pytest.mark.parametrize("code", TEXTS)
def test_a_short_text_is_english_unless_it_is_in_another_script(code):
    assert language_of(TEXTS[code][:150]) == (code if code in {"ru", "ja"} else "en")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("1,250.5 3.2% 17 " * 100, id="figures"),
        pytest.param(TEXTS["en"].upper(), id="capitals"),
        pytest.param(
            "The squad: Jean Dupont (Toulouse), Marie Lefèvre (Lyon), Pierre Garnier (Nantes), Luc Moreau (Brest), "
            "Anne Girard (Lille), Paul Roux (Nice), Claire Fontaine (Metz), Hugo Chevalier (Reims), Eva Colin (Dijon), "
            "and the coach, Michel Perrin, who was at the match in Paris.",
            id="a list of French names",
        ),
        pytest.param(TEXTS["en"] + TEXTS["de"][:120], id="an English text with a German quotation"),
    ],
)
def test_misleading_texts_stay_english(text):
    assert language_of(text) == "en"


def test_only_the_beginning_is_looked_at():
    assert language_of(TEXTS["en"] * 20 + TEXTS["de"] * 500) == "en"
