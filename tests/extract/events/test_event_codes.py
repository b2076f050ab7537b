"""PLOVER codes follow from type and status."""

import pytest

from toolkit.extract.events.codes import plover_code, quad


@pytest.mark.parametrize(
    ("event_type", "status", "code", "quad_class"),
    [
        ("CONSULT", "occurred", "CONSULT", "verbal cooperation"),
        ("CONSULT", "planned", "AGREE", "verbal cooperation"),
        ("AID", "hypothetical", "AGREE", "verbal cooperation"),
        ("AID", "negated", "AID", "material cooperation"),
        ("HOST", "occurred", "CONSULT", "verbal cooperation"),
        ("HOST", "planned", "AGREE", "verbal cooperation"),
        ("JOIN", "occurred", "AGREE", "verbal cooperation"),
        ("ASSAULT", "planned", "ASSAULT", "material conflict"),
        ("REJECT", "occurred", "REJECT", "verbal conflict"),
        ("ELECT", "occurred", None, None),
        ("DISASTER", "occurred", None, None),
    ],
)
def test_code(event_type, status, code, quad_class):
    assert plover_code(event_type, status) == code
    assert quad(code) == quad_class
