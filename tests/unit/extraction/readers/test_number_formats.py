"""Format codes of numbers: values as spreadsheets show them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.extraction.readers.number_formats import NumberFormat, describe_forms


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("00000", 1067, "01067"),
        ("00000", -1067, "-01067"),
        ('"RE-"0000', 417, "RE-0417"),
        (r"\N\o\.\ 0", 7, "No. 7"),
        ("0%", 0.19, "19%"),
        ("0.0%", 0.1234, "12.3%"),
        ("0.00", 0.1 + 0.2, "0.30"),
        ("0.00", 1.005, "1.01"),
        ("0", 2.5, "3"),
        ("#,##0.00", 1234567.891, "1,234,567.89"),
        ("#,##0", 999.5, "1,000"),
        ("#,##0", 12, "12"),
        ("#,##0.00;(#,##0.00)", -1234.5, "(1,234.50)"),
        ("[Red]-0.0", 5, "-5.0"),
        ("+0;-0;0", 5, "+5"),
        ("+0;-0;0", -5, "-5"),
        ('0;-0;"none"', 0, "none"),
        ("[$$-409]#,##0.00", 1234.5, "$1,234.50"),
        ("#,##0.00 [$€-407]", 1234.5, "1.234,50 €"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', -1234.5, "-1,234.50 €"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 0, "- €"),
        ("000-00-0000", 123456789, "123-45-6789"),
        ("(000) 000-0000", 5551234567, "(555) 123-4567"),
        ("0000 0000", 1234567890, "123456 7890"),
        ("0.###", 1.5, "1.5"),
        ("0.##", 2, "2"),
        ("0.0?", 2, "2.0"),
        ("#.##", 0.5, ".5"),
        ("#", 0, ""),
        ("0,", 1234567, "1235"),
        ('0.0,,"M"', 1234567, "1.2M"),
        ('[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', 1500, "1.5k"),
        ('[>=1000000]0.0,,"M";[>=1000]0.0,"k";0', 15, "15"),
        ("0.00E+00", 12345, "1.23E+04"),
        ("0.0E-0", 0.00012, "1.2E-4"),
        ("# ?/?", 1.5, "1 1/2"),
        ("# ??/??", 0.3333333, "1/3"),
        ("0/4", 0.75, "3/4"),
        ('General" kg"', 3.5, "3.5 kg"),
        (";;;", 5, ""),
        ("0.00", 1e300, ""),
        ("0.00", float("nan"), ""),
        ("dd.mm.yyyy", dt.date(2020, 1, 2), "02.01.2020"),
        ("d/m/yy h:mm", 43000.25, "22/9/17 6:00"),
        ("m/d/yyyy", dt.datetime(2020, 1, 2, 5), "1/2/2020"),  # noqa: DTZ001 - a cell has no time zone
        ("[$-407]d. mmmm yyyy", dt.date(2020, 3, 2), "2. März 2020"),
        ("[$-40C]dddd d mmm", dt.date(2020, 2, 3), "lundi 3 fév"),
        ("dddd, mmmm d, yyyy", dt.date(2020, 1, 2), "Thursday, January 2, 2020"),
        ('yyyy"年"m"月"d"日"', dt.date(2020, 1, 2), "2020年1月2日"),
        ("mmm-yy", dt.date(2020, 1, 2), "Jan-20"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("h:mm a/p", 0.0, "12:00 A"),
        ("hh:mm:ss", dt.time(4, 33, 36), "04:33:36"),
        ("[h]:mm", dt.timedelta(hours=36), "36:00"),
        ("[mm]:ss", 0.5, "720:00"),
        ("mm:ss.0", 0.5003, "00:25.9"),
        ("mmss", dt.time(4, 33, 36), "3336"),
        ("dd.mm.yyyy", -5, ""),
        ('"unclosed', 5, "unclosed"),
        ("", 5, ""),
    ],
)
def test_a_value_is_shown_by_its_code(code, value, shown):
    assert NumberFormat(code).show(value) == shown


@pytest.mark.parametrize(
    ("number", "code"), [(0, None), (49, None), (14, None), (27, None), (164, "General"), (165, "@")]
)
def test_what_is_shown_as_it_is_stored_or_as_each_computer_likes_needs_no_format(number, code):
    assert NumberFormat.find(number, code) is None


@pytest.mark.parametrize(
    ("number", "value", "shown"), [(9, 0.5, "50%"), (4, 1234.5, "1,234.50"), (15, 43000, "22-Sep-17")]
)
def test_codes_with_a_number_of_their_own_are_known(number, value, shown):
    found = NumberFormat.find(number, None)
    assert found is not None
    assert found.show(value) == shown


@pytest.mark.parametrize(
    ("code", "value", "stored", "described"),
    [
        ("00000", 1067.0, "1067", "01067 (1067)"),
        ("00000", 21067.0, "21067", "21067"),
        ("0%", 0.19, "0.19", "19% (0.19)"),
        ("#,##0.00", 1234.5, "1234.5", "1,234.50 (1234.5)"),
        ("#,##0.00", 12.5, "12.5", "12.50"),
        ("0.00 [$€-407]", 12.5, "12.5", "12,50 €"),
        ("0.00", 3.33333333, "3.33333333", "3.33"),
        ("#,##0.00", 1234567.8912345, "1234567.8912345", "1,234,567.89 (1234567.89)"),
        ("#,##0.00 [$€-407]", 1234.56789012, "1234.56789012", "1.234,57 € (1234.57)"),
        ("0.000", 12.345678901, "12.345678901", "12.346"),
        ("0.000", 1234.5678901, "1234.5678901", "1234.568"),
        ("0.00%", 2 / 3, "0.666666666666667", "66.67%"),
        ('"No"0', 417.0, "417", "No417 (417)"),
        ('"No "0', 417.0, "417", "No 417"),
        ("yyyy-mm-dd", dt.date(2020, 1, 2), "2020-01-02", "2020-01-02"),
        ("dd.mm.yy", dt.date(2020, 1, 2), "2020-01-02", "02.01.20 (2020-01-02)"),
        (";;;", 5.0, "5", "5"),
    ],
)
def test_what_is_stored_follows_where_it_says_something_else(code, value, stored, described):
    assert NumberFormat(code).describe(value, stored) == described


CODES = st.lists(
    st.sampled_from([*'0#?,.%/Ee+-;@ymdhs:_*\\"[]', "AM/PM", "[h]", '"a"', "General", "[>=5]", "[$€-407]", "E+0"]),
    max_size=12,
).map("".join)


@given(CODES, st.floats() | st.integers(-(10**18), 10**18) | st.datetimes() | st.times() | st.timedeltas() | st.dates())
def test_no_code_and_no_value_break_it(code, value):
    assert isinstance(NumberFormat(code).describe(value, "1"), str)


@given(st.floats(-1e14, 1e14), st.integers(0, 4), st.booleans())
def test_a_number_is_rounded_and_not_changed(value, places, grouped):
    code = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")
    shown = NumberFormat(code).show(value).replace(",", "")
    assert abs(float(shown) - value) <= 0.5 * 10**-places * (1 + 1e-6) + abs(value) * 1e-14


@given(st.text(max_size=20), st.text(min_size=1, max_size=10))
def test_the_stored_form_is_there_in_one_way_or_another(shown, stored):
    assert describe_forms(shown, stored)
