"""Settings: one table, from which every text gets its type or a sentence that says why not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.domain.settings import SETTINGS, BadSettingError, Setting, Type, Values, declared, parse

WITH_DEFAULT = [setting for setting in SETTINGS.values() if not setting.secret]
PLAIN = [setting for setting in WITH_DEFAULT if not setting.like and not setting.by_currency]
OF_TYPE = {kind: next((one for one in PLAIN if one.type is kind), None) for kind in Type}
NUMBERS = [setting for setting in SETTINGS.values() if setting.type is Type.INTEGER]


def of_type(kind):
    return OF_TYPE[kind] or Setting("made.up", kind, "", "Nothing.")


@pytest.mark.parametrize("setting", WITH_DEFAULT, ids=lambda setting: setting.name)
def test_every_default_is_a_value(setting):
    parse(setting, setting.default)


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.name)
def test_every_setting_is_explained_in_one_sentence(setting):
    assert setting.help.endswith(".")
    assert setting.help[0].isupper()


@pytest.mark.parametrize("setting", NUMBERS, ids=lambda setting: setting.name)
def test_every_number_has_a_unit_and_bounds(setting):
    assert setting.unit
    assert setting.least <= int(setting.default) <= setting.most


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.name)
def test_only_a_choice_has_choices(setting):
    assert bool(setting.choices) == (setting.type in {Type.CHOICE, Type.BY_DAY})


def test_no_secret_has_a_default_or_decides():
    assert not [one for one in SETTINGS.values() if one.secret and (one.default or one.decides)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Type.INTEGER, ""),
        (Type.INTEGER, "5.0"),
        (Type.INTEGER, "five"),
        (Type.INTEGER, "9" * 5000),
        (Type.INTEGER, "-1"),
        (Type.INTEGER, "999999999999"),
        (Type.YES_NO, ""),
        (Type.YES_NO, "maybe"),
        (Type.CHOICE, "none of these"),
        (Type.TABLE, "usd = USD"),
        (Type.TABLE, "[]"),
        (Type.TABLE, '{"usd": 1}'),
        (Type.TABLE, "9" * 5000),
        (Type.TABLE, "[" * 100_000),
        (Type.RATES, "[]"),
        (Type.RATES, '{"A": ""}'),
        (Type.RATES, '{"A": "20%"}'),
        (Type.RATES, '{"A": "-1"}'),
        (Type.RATES, '{"A": "1e2"}'),
        (Type.RATES, '{"A": "7,25"}'),
        (Type.RATES, '{"A": "1000.01"}'),
        (Type.RATES, '{"A": "NaN"}'),
        (Type.ADDRESS, "server:31002"),
        (Type.ADDRESS, "ftp://server"),
        (Type.ADDRESS, "https://user:secret@server/"),
        (Type.ADDRESS, "https://server/?a=b"),
        (Type.ADDRESS, "https://"),
        (Type.DAY, "31.12.2026"),
        (Type.DAY, "2026-02-30"),
        (Type.DAY, "soon"),
        (Type.ZONE, ""),
        (Type.ZONE, "Nowhere/Town"),
        (Type.ZONE, "Europe"),
        (Type.ZONE, "../etc"),
        (Type.ZONE, "x" * 300),
        (Type.ZONE, "a\0b"),
    ],
)
def test_a_bad_text_is_refused_by_the_name_of_its_setting(kind, text):
    setting = of_type(kind)
    with pytest.raises(BadSettingError, match=f"^{setting.name}: .*[.]$"):
        parse(setting, text)


@pytest.mark.parametrize("kind", Type)
@given(text=st.text())
def test_any_text_is_a_value_or_refused_with_the_name(kind, text):
    setting = of_type(kind)
    try:
        parse(setting, text)
    except BadSettingError as error:
        assert str(error).startswith(f"{setting.name}: ")  # noqa: PT017 - most texts of some types are fine


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Type.TEXT, " STRIPE ", "STRIPE"),
        (Type.FILE, "C:\\certs\\ca.pem", "C:\\certs\\ca.pem"),
        (Type.INTEGER, " 300 ", 300),
        (Type.YES_NO, "Yes", True),
        (Type.YES_NO, "true", True),
        (Type.YES_NO, "no", False),
        (Type.YES_NO, "FALSE", False),
        (Type.TABLE, '{"usd": "USD"}', {"usd": "USD"}),
        (Type.TABLE, "", {}),
        (Type.RATES, '{"A": "0", "B": "7.25", "C": "1000.00"}', {"A": "0", "B": "7.25", "C": "1000.00"}),
        (Type.RATES, "", {}),
        (Type.LIST, " a, b ,,c,", ("a", "b", "c")),
        (Type.LIST, "", ()),
        (Type.ADDRESS, "https://server:31002/SYSPROWCFService/Rest/", "https://server:31002/SYSPROWCFService/Rest"),
        (Type.ADDRESS, "http://proxy:3128", "http://proxy:3128"),
        (Type.ADDRESS, "", ""),
        (Type.DAY, "2026-01-31", date(2026, 1, 31)),
        (Type.DAY, "", None),
        (Type.ZONE, "Europe/London", "Europe/London"),
    ],
)
def test_a_text_gets_the_type_of_its_setting(kind, text, value):
    assert parse(of_type(kind), text) == value


@pytest.mark.parametrize(
    "setting", [one for one in WITH_DEFAULT if one.type is Type.CHOICE], ids=lambda setting: setting.name
)
def test_every_choice_can_be_chosen(setting):
    assert [parse(setting, choice) for choice in setting.choices] == list(setting.choices)


def test_a_bad_choice_is_told_the_good_ones():
    with pytest.raises(BadSettingError, match="one of create, guest, park"):
        parse(SETTINGS["customers.policy"], "delete")


def test_a_number_out_of_bounds_is_told_the_bounds():
    with pytest.raises(BadSettingError, match="0 is not between 1 and 3600"):
        parse(SETTINGS["retry.first_s"], "0")


def test_a_bad_day_is_told_how_a_day_is_written():
    with pytest.raises(BadSettingError, match=r"'31\.12\.2026' is no day such as"):
        parse(SETTINGS["stripe.start_on"], "31.12.2026")


def test_a_bad_percentage_is_named_with_its_tax_code():
    with pytest.raises(BadSettingError, match=r"^orders\.tax_rates: '20%' of 'B' is no percentage between 0 and 1000"):
        parse(SETTINGS["orders.tax_rates"], '{"A": "20", "B": "20%"}')


def test_numbers_without_bounds_are_only_numbers():
    assert parse(Setting("made.up", Type.INTEGER, "0", "Nothing."), "-999") == -999


def test_an_unknown_setting_is_refused():
    with pytest.raises(BadSettingError, match=r"no setting 'syspro\.colour'"):
        declared("syspro.colour")


def test_a_setting_that_an_earlier_version_had_is_left_out():
    values = Values({"syspro.colour": "blue", "stripe.key": "rk_test_1", "retry.first_s": "7"})
    assert not {"syspro.colour", "stripe.key"} & set(values.texts)
    assert (values.integer("retry.first_s"), values.unusable) == (7, ())


def test_a_known_setting_is_found():
    assert declared("syspro.company").required


def test_a_set_value_that_no_longer_fits_gives_way_to_the_default_and_is_said():
    values = Values({"retry.first_s": "often", "syspro.base_url": "server", "syspro.operator": "A"})
    assert (values.integer("retry.first_s"), values.texts["retry.first_s"]) == (5, "5")
    assert values.unusable == ("retry.first_s", "syspro.base_url")
    assert values.missing() == [
        "syspro.company",
        "retry.first_s (what is set there no longer fits)",
        "syspro.base_url (what is set there no longer fits)",
    ]


def test_values_have_their_types():
    values = Values({"stripe.start_on": "2026-01-31", "retry.first_s": "7", "keys.customer_numeric": "no"})
    assert values.day("stripe.start_on") == date(2026, 1, 31)
    assert values.integer("retry.first_s") == 7
    assert values.yes("keys.customer_numeric") is False


def test_what_is_not_set_has_its_default():
    values = Values()
    assert values.text("site.time_zone") == "UTC"
    assert values.table("currencies.to_syspro")["usd"] == "USD"
    assert values.items("customers.metadata_keys") == ("syspro_customer", "customer_code")
    assert values.day("stripe.start_on") is None


def test_a_table_that_is_handed_out_is_a_copy():
    values = Values()
    values.table("currencies.to_syspro").clear()
    assert values.table("currencies.to_syspro")


@pytest.mark.parametrize("text", ["", "   "])
def test_a_required_setting_that_is_empty_is_missing(text):
    assert "syspro.company" in Values({"syspro.company": text}).missing()


def test_a_required_setting_that_is_set_is_not_missing():
    assert Values({"syspro.company": "A"}).missing() == ["syspro.base_url", "syspro.operator"]


def test_secrets_are_missing_elsewhere():
    assert not [name for name in Values().missing() if SETTINGS[name].secret]


def test_what_decides_is_part_of_the_revision_and_nothing_else():
    deciding = Values({"syspro.company": "A", "retry.first_s": "7"}).deciding()
    assert deciding["syspro.company"] == "A"
    assert "retry.first_s" not in deciding
    assert set(deciding) == {name for name, setting in SETTINGS.items() if setting.decides}


def test_currencies_may_be_typed_in_capitals_and_must_be_stripes():
    assert parse(declared("receipts.bank"), '{"USD": "B"}') == {"usd": "B"}
    assert parse(declared("stripe.settlement_currencies"), "USD, jpy") == ("usd", "jpy")
    with pytest.raises(BadSettingError, match="'quid' is no currency"):
        parse(declared("stripe.settlement_currencies"), "quid")


def test_the_nearest_name_is_suggested():
    with pytest.raises(BadSettingError, match=r"Did you mean syspro\.operator\?"):
        declared("syspro.operater")
    with pytest.raises(BadSettingError) as refused:
        declared("%" * 5_000)
    assert "Did you mean" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("text", ["a\0b", "a\nb", "\ud800", "x" * 1_001])
def test_texts_that_nobody_types_are_refused(text):
    with pytest.raises(BadSettingError):
        parse(declared("orders.warehouse"), text)


def test_a_table_may_be_typed_on_several_lines_but_holds_no_odd_characters():
    assert parse(declared("accounts.ledger"), '{\n\t"bank": "1100"\n}') == {"bank": "1100"}
    with pytest.raises(BadSettingError, match="no keyboard types"):
        parse(declared("accounts.ledger"), '{"bank": "\\u0000"}')


def test_a_secret_is_not_repeated():
    with pytest.raises(BadSettingError) as refused:
        parse(declared("stripe.key"), "geheim")
    assert "geheim" not in str(refused.value)
