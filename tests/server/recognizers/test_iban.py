"""Account numbers are public specimens of the registry (SWIFT) or of python-stdnum."""

from __future__ import annotations

import pytest

CASES = [
    "Mon compte : [[BE68 5390 0754 7034]] merci",
    "[[fr76 3000 6000 0112 3456 7890 189]].",
    "[[GB29NWBK60161331926819]]",
    "[[NL91-ABNA-0417-1643-00]]",
    "IBAN:[[FR1420041010050500013M02606]]!",
    "IBAN[[FR1420041010050500013M02606]]",
    "RIB [[FR 14 2004 1010 0505 0001 3M02 606]] svp",
    "💶[[FR14\u00a02004\u00a01010\u00a00505\u00a00001\u00a03M02\u00a0606]]",
    "([[FR14\u202f2004\u202f1010\u202f0505\u202f0001\u202f3M02\u202f606]])",
    "[[FR14.2004.1010.0505.0001.3M02.606]], puis",
    "[[FR14\u20042004\u20041010\u20040505\u20040001\u20043M02\u2004606]]",
    "de [[BE68 5390 0754 7034]] vers [[DE89 3704 0044 0532 0130 00]] demain",
    "Référence BE68 5390 0754 7035",
    "BE68 5390 0754 70341",
    "GB01 BARC 2071 4583 6083 87",
    "XX68 5390 0754 7034",
    "FR76",
    "ABE68 5390 0754 7034",
]


@pytest.mark.parametrize("case", CASES)
def test_account_numbers_are_seen_as_they_are_written(mark, case) -> None:
    assert mark("iban", case) == case
