"""The pure parts of the SYSPRO sandbox: schema, encoding, keys, switches, elements, the demo company."""

import re
from decimal import Decimal

import pytest

from connectors.sandbox.syspro import SiteOptions, keys, xmlout
from connectors.sandbox.syspro.books import encode
from connectors.sandbox.syspro.company import read_company
from connectors.sandbox.syspro.made_up import MADE_UP, made_up
from connectors.sandbox.syspro.money import Currency
from connectors.sandbox.syspro.objects import OBJECTS
from connectors.sandbox.syspro.options import changed
from connectors.sandbox.syspro.schema import create_statements, load_schema
from connectors.sandbox.syspro.troubles import Exceptional, Fault, Trouble, cannot_be_spaces, stock_code_not_found
from connectors.sandbox.syspro.xmlin import read_xml

SCHEMA = load_schema()
COMPANY = read_company()


@pytest.mark.parametrize(
    ("table", "column", "kind", "size", "scale"),
    [
        ("ArCustomer", "Customer", "varchar", 15, 0),
        ("ArCustomer", "Currency", "char", 3, 0),
        ("ArInvoicePay", "Reference", "varchar", 30, 0),
        ("SorMaster", "CustomerPoNumber", "varchar", 30, 0),
        ("SorDetail", "MPrice", "decimal", 15, 5),
        ("InvWarehouse", "QtyOnHand", "decimal", 18, 6),
        ("ArInvoice", "ConvRate", "decimal", 12, 6),
        ("ArInvoice", "InvoiceBal1", "decimal", 14, 2),
    ],
)
def test_columns_have_the_sizes_of_syspro_7(table, column, kind, size, scale):
    found = SCHEMA[table].column(column)
    assert (found.kind, found.size, found.scale) == (kind, size, scale)


@pytest.mark.parametrize(
    "name",
    "ArCustomer ArCustomer+ ArCustomerBal ArInvoice ArInvoicePay ArMultAddress SorMaster SorDetail CusSorMaster+ InvMaster"
    " InvWarehouse InvWhControl InvPrice SorContractPrice GenMaster GenControl GenHistory GenJournalCtl GenJournalDetail"
    " ApBank ArControl TblCurrency TblArTerms TblCustomerClass SalBranch SalArea SalSalesperson CshArPayments"
    " ArTrnSummary ArTrnDetail SysproAdmin".split(),
)
def test_every_table_that_matters_is_there_and_ends_with_its_row_version(name):
    table = SCHEMA[name]
    assert table.columns[-1].name == "TimeStamp"
    assert all(part in table.position for names in (table.key, *table.indexes) for part in names)
    assert create_statements(table)[0].startswith(f'CREATE TABLE "{name}"')


def test_site_tables_may_be_null_and_others_hold_one_blank():
    assert 'STRIPEID" varchar(100) COLLATE' in create_statements(SCHEMA["ArCustomer+"])[0]
    assert "Name\" varchar(50) NOT NULL DEFAULT ' ' COLLATE RTRIM" in create_statements(SCHEMA["ArCustomer"])[0]


@pytest.mark.parametrize(
    ("table", "column", "value", "stored"),
    [
        ("ArCustomer", "Name", "", " "),
        ("ArCustomer", "Name", "Zed  ", "Zed"),
        ("ArCustomer", "Name", "n" * 60, "n" * 50),
        ("ArCustomer", "Currency", "EU", "EU "),
        ("ArInvoice", "InvoiceBal1", Decimal("118.005"), 11801),
        ("ArInvoice", "InvoiceBal1", Decimal("-118.005"), -11801),
        ("SorDetail", "MPrice", Decimal("0.00001"), 1),
        ("ArInvoice", "InvoiceDate", "2026-12-01", "2026-12-01"),
        ("ArInvoice", "InvoiceDate", "", None),
        ("ArInvoice", "InvoiceDate", None, None),
    ],
)
def test_values_are_stored_scaled_padded_or_as_one_blank(table, column, value, stored):
    assert encode(SCHEMA[table].column(column), value) == stored


@pytest.mark.parametrize(
    ("kind", "given", "stored"),
    [
        (keys.customer_key, "4", "000000000000004"),
        (keys.customer_key, "SYM000", "SYM000"),
        (keys.customer_key, "", ""),
        (keys.order_key, "15562", "015562"),
        (keys.order_key, "16R069", "16R069"),
        (keys.invoice_key, "100673", "000000000100673"),
        (keys.invoice_key, "_CRD01", "_CRD01"),
        (keys.customer_key, "٤", "٤"),  # digits of another script are no numeric key
    ],
)
def test_numeric_keys_are_padded_and_others_left_alone(kind, given, stored):
    assert kind(SiteOptions(), given) == stored


def test_on_an_alphanumeric_site_nothing_is_padded():
    assert keys.customer_key(SiteOptions(numeric_keys=()), "4") == "4"


def test_switches_are_changed_by_name_and_lists_become_tuples():
    options = changed(SiteOptions(), {"closed_periods": ["P", "B"], "seats": 2})
    assert (options.closed_periods, options.seats, options.company) == (("P", "B"), 2, "A")


def test_currencies_round_half_up_in_their_own_places():
    yen = Currency("JPY", Decimal("0.006713"), 0, is_local=False)
    assert (yen.rounded(Decimal("10.5")), yen.local(Decimal(1000))) == (11, Decimal("6.71"))


class TestElements:
    def test_a_number_is_padded_to_its_field(self):
        assert xmlout.padded(Decimal("2.20462"), 12, 6) == "     2.204620"
        assert xmlout.padded(1, 8) == "       1"
        assert xmlout.padded(Decimal("-1.5"), 14, 2) == "          -1.50"

    def test_blank_and_special_characters(self):
        assert xmlout.leaf("A", "  ") == "<A/>\n"
        assert xmlout.leaf("A", "<&>") == "<A>&lt;&amp;&gt;</A>\n"

    def test_a_fault_stands_below_its_parents_beside_what_tells_the_line(self):
        fault = Fault(("StockLine", "StockCode"), "X", stock_code_not_found("X"), (("CustomerPoLine", "3"),))
        flat = xmlout.faults([fault]).replace("\n", "")
        assert flat.startswith(
            "<StockLine><CustomerPoLine>3</CustomerPoLine><StockCode><Value>X</Value><ErrorNumber>240004<"
        )

    def test_the_root_has_single_quotes_and_a_blank_follows_the_end(self):
        assert xmlout.reply("A", "7.0.001").startswith(
            '<?xml version="1.0" encoding="Windows-1252"?>\n<A Language=\'05\''
        )
        assert xmlout.reply("A", "7.0.001").endswith("</A>\n ")

    def test_reading_is_by_local_name_and_forgives_what_is_absent(self):
        root = read_xml('<?xml version="1.0" encoding="utf-16"?><q:A xmlns:q="x" b=" 1 "><!-- no --><B> é </B></q:A>')
        assert (root.name, root.attribute("b"), root.text("B"), root.text("C/D")) == ("A", "1", "é", "")
        assert [element.name for element in root] == ["B"]

    def test_a_document_type_is_refused(self):
        with pytest.raises(Exceptional):
            read_xml("<!doctype a><a/>")


class TestErrors:
    def test_the_known_ones_have_their_words(self):
        assert stock_code_not_found("1004") == Trouble(240004, "Stock code '1004' not found")
        assert cannot_be_spaces("Item", "StockCode").text == "XML element '{Item}{StockCode}' cannot be spaces"

    def test_made_up_numbers_are_outside_what_syspro_uses_and_used_once(self):
        invented = [number for number, _ in MADE_UP.values() if number != 100028]
        assert min(invented) > 990000
        assert len(set(invented)) == len(invented)

    def test_every_made_up_error_takes_its_values(self):
        for name, (_, words) in MADE_UP.items():
            places = len(set(re.findall(r"\{\d\}", words)))
            assert "{" not in made_up(name, *range(places)).text


def test_every_object_of_the_brief_is_there_once():
    expected = (
        "SORTOI SORTIC SORTOS SORTOX SORTCI SORTCH SORTCL ARSTPY ARSTIN ARSSCS COMSFM GENTJL CSHTWD COMFND COMFCH COMBRW"
        " SORQSO SORQRY ARSQRY INVQRY SORRSL GENQGL COMQCO"
    )
    assert sorted(OBJECTS) == sorted(expected.split())


class TestCompany:
    def test_it_has_customers_stock_prices_and_one_guest_for_every_currency(self):
        assert (len(COMPANY["customers"]), len(COMPANY["stock"])) == (40, 77)
        guests = {customer["currency"] for customer in COMPANY["customers"] if customer.get("guest")}
        assert guests == {entry["code"] for entry in COMPANY["currencies"]} == {"USD", "EUR", "JPY", "GBP"}

    def test_mail_is_under_reserved_domains(self):
        addresses = [customer["email"] for customer in COMPANY["customers"] if customer["email"]]
        assert all(address.endswith(".example.com") for address in addresses)

    def test_every_code_is_on_its_list(self):
        def codes(section: str, name: str) -> set[str]:
            return {entry[name] for entry in COMPANY[section]}

        ledger = codes("ledger", "code")
        assert set(COMPANY["accounts"].values()) <= ledger
        assert codes("banks", "ledger_code") <= ledger
        assert {bank["bank"] for bank in COMPANY["banks"] if "stripe" in bank} == {
            f"STRIPE-{c}" for c in ("USD", "EUR", "JPY", "GBP")
        }
        for name in ("sales_ledger_code", "cost_ledger_code", "stock_ledger_code"):
            assert codes("product_classes", name) <= ledger
        lists = {
            "currency": ("currencies", "code"),
            "terms": ("terms", "code"),
            "branch": ("branches", "branch"),
            "area": ("areas", "area"),
            "class": ("customer_classes", "code"),
            "price_code": ("price_codes", "code"),
        }
        for name, (section, key) in lists.items():
            assert codes("customers", name) <= codes(section, key)
        sellers = {(entry["branch"], entry["salesperson"]) for entry in COMPANY["salespeople"]}
        assert {(entry["branch"], entry["salesperson"]) for entry in COMPANY["customers"]} <= sellers
        assert codes("stock", "product_class") <= codes("product_classes", "code")
        assert codes("stock", "tax_code") <= codes("tax_codes", "code")
        assert {code for stock in COMPANY["stock"] for code in stock["prices"]} <= codes("price_codes", "code")

    def test_every_settlement_currency_has_a_clearing_bank_and_a_real_one(self):
        clearing = {bank["currency"]: bank["ledger_code"] for bank in COMPANY["banks"] if "stripe" in bank}
        real = {bank["currency"]: bank["ledger_code"] for bank in COMPANY["banks"] if "stripe" not in bank}
        assert set(clearing) == set(real) == {"USD", "EUR", "JPY", "GBP"}
        assert len({*clearing.values(), *real.values()}) == 8

    def test_every_part_that_money_can_play_has_a_ledger_code_of_its_own(self):
        parts = {
            *("fee_processing", "fee_dispute", "fee_fx", "fee_connect", "fee_other", "fee_tax"),
            *("dispute", "dispute_loss", "reserve", "exchange_variance", "rounding", "suspense"),
            *("refunds_clearing", "sales_returns", "cash_in_transit"),
        }
        assert len({COMPANY["accounts"][part] for part in parts}) == len(parts)
        control = {entry["code"] for entry in COMPANY["ledger"] if entry["control"]}
        assert not control & {COMPANY["accounts"][part] for part in parts}

    def test_everything_fits_syspros_columns_and_windows_1252(self):
        table = SCHEMA["ArCustomer"]
        sizes = {
            "code": "Customer",
            "name": "Name",
            "email": "Email",
            "postal_code": "SoldPostalCode",
            "company_tax_number": "CompanyTaxNumber",
        }
        for customer in COMPANY["customers"]:
            for name, column in sizes.items():
                assert len(customer[name]) <= table.column(column).size
            assert all(len(line) <= 40 for line in customer["address"])
            customer["name"].encode("cp1252")

    def test_money_is_text_and_exact(self):
        for stock in COMPANY["stock"]:
            assert all(isinstance(price, str) and Decimal(price) >= 0 for price in stock["prices"].values())
            assert "." not in stock["prices"].get("JPY", "0")
