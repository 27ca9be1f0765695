"""What the portal answers: prices, stock, orders, invoices."""

import json
from decimal import Decimal
from importlib import resources

import pytest

from connectors.portal.app import MOST_BYTES
from connectors.portal.endpoints import ENDPOINTS

ME, OTHER = "000000000000006", "000000000000001"


def document():
    return json.loads((resources.files("resources") / "portal" / "openapi.json").read_text("utf-8"))


def test_prices_are_the_customers_own(stand):
    asked = [("A180", 2), ("BOLT-M8X20", "1000"), ("NO SUCH", 1)]
    mine = stand.prices(stand.token(ME), *asked).json()
    assert (mine["customer"], mine["currency"]) == (ME, "USD")
    assert [item["price"] for item in mine["items"]] == ["129", "0.46", None]
    assert [item["origin"] for item in mine["items"]] == ["group_contract", "price_code", ""]
    assert mine["items"][2]["problem"] == "The stock code is not sold."
    others = stand.prices(stand.token(OTHER), *asked).json()
    assert [item["price"] for item in others["items"]] == ["159", "0.54", None]


def test_names_of_contracts_and_price_codes_stay_inside(stand):
    text = stand.prices(stand.token(ME), ("A180", 1)).text
    assert "COOP" not in text
    assert "B-2026" not in text


def test_a_hundred_prices_take_four_questions(stand):
    with stand.company.site.sandbox.locked():
        codes = [row.text("StockCode") for row in stand.company.books.rows("InvMaster")]
    questions = [(code, number) for number in (1, 2) for code in codes][:100]
    found = stand.prices(stand.token(ME), *questions).json()
    assert [(item["stock_code"], int(item["quantity"])) for item in found["items"]] == questions
    assert sorted(stand.tables.asked) == ["contract_prices", "customers", "prices", "stock"]


def test_five_decimals_and_large_quantities_are_kept(stand):
    stand.company.change("InvPrice", ("BOLT-M8X20", "B"), SellingPrice=Decimal("0.45999"))
    (item,) = stand.prices(stand.token(ME), ("BOLT-M8X20", "123456.000001")).json()["items"]
    assert (item["price"], item["quantity"]) == ("0.45999", "123456.000001")


def test_a_price_in_doubt_is_not_told(stand):
    stand.company.change("InvPrice", ("BOLT-M8X20", "B"), PriceBasis="A")
    stand.company.change("InvMaster", ("BOLT-M8X20",), AlternateUom="BX")
    (item,) = stand.prices(stand.token(ME), ("BOLT-M8X20", 1)).json()["items"]
    assert (item["price"], item["problem"]) == (None, "No price is known for sure; please ask.")


def test_a_price_of_nothing_is_never_told(stand):
    stand.company.change("InvPrice", ("BOLT-M8X20", "B"), SellingPrice=Decimal(0))
    assert stand.prices(stand.token(ME), ("BOLT-M8X20", 1)).json()["items"][0]["price"] is None


def test_what_is_on_hold_is_not_sold(stand):
    token = stand.token(ME)
    stand.company.change("InvMaster", ("A180",), SalesOnHold="Y")
    assert stand.prices(token, ("A180", 1)).json()["items"][0]["problem"] == "The stock code is not sold."
    found = stand.ask("POST", "/v1/stock", token, body={"stock_codes": ["A180", "A100"]}).json()
    assert [(item["sold"], item["uom"]) for item in found["items"]] == [(False, ""), (True, "EA")]


def test_stock_is_what_the_formula_leaves(stand):
    stand.company.change("InvWarehouse", ("A100", "FG"), QtyOnHand=Decimal("20.5"), QtyAllocated=Decimal(3))
    found = stand.ask("POST", "/v1/stock", stand.token(ME), body={"stock_codes": ["A100", "NOPE"]}).json()
    assert found == {
        "items": [
            {"stock_code": "A100", "sold": True, "available": 17, "uom": "EA"},
            {"stock_code": "NOPE", "sold": False, "available": None, "uom": ""},
        ]
    }


@pytest.fixture
def order(stand):
    """An order of the customer's with one line."""
    insert = stand.company.insert
    insert("SorMaster", SalesOrder="000900", OrderStatus="1", DocumentType="O", Customer=ME, Currency="USD",
           CustomerPoNumber="PO & 7")  # fmt: skip
    insert("SorDetail", SalesOrder="000900", SalesOrderLine=1, LineType="1", MStockCode="A180", MStockDes="Saw",
           MOrderQty=Decimal(2), MOrderUom="EA", MPrice=Decimal("129.12345"), MPriceUom="EA")  # fmt: skip
    return "000900"


def test_orders_are_listed_with_their_lines_one_by_one(stand, order):
    token = stand.token(ME)
    listed = stand.ask("GET", "/v1/orders", token).json()
    assert [row["sales_order"] for row in listed["orders"]] == [order]
    found = stand.ask("GET", f"/v1/orders/{order}", token).json()
    assert (found["purchase_order"], found["lines"][0]["price"]) == ("PO & 7", "129.12345")
    assert found["lines"][0]["ordered"] == "2"


def test_an_order_of_another_customer_is_as_absent_as_one_that_is_not_there(stand, order):
    token = stand.token(OTHER)
    theirs, none = stand.ask("GET", f"/v1/orders/{order}", token), stand.ask("GET", "/v1/orders/000901", token)
    assert (theirs.status_code, theirs.json()) == (none.status_code, none.json())
    assert theirs.status_code == 404
    assert stand.ask("GET", "/v1/orders", token).json()["orders"] == []


@pytest.fixture
def invoices(stand):
    """Three documents of the customer's: open, paid, and one of another's."""
    for number, customer, left in (("1001", ME, "120"), ("1002", ME, "0"), ("1003", OTHER, "50")):
        stand.company.insert("ArInvoice", Customer=customer, Invoice=number.zfill(15), DocumentType="I",
                             CurrencyValue=Decimal(120), InvoiceBal1=Decimal(left), PostCurrency="USD",
                             ConvRate=Decimal(1), MulDiv="M")  # fmt: skip


def test_invoices_show_what_is_open(stand, invoices):
    token = stand.token(ME)
    listed = {row["invoice"]: row["open"] for row in stand.ask("GET", "/v1/invoices", token).json()["invoices"]}
    paid, left, others = ("1002".zfill(15), "1001".zfill(15), "1003".zfill(15))
    assert (listed[paid], listed[left], others in listed) == ("0", "120", False)
    only = {row["invoice"] for row in stand.ask("GET", "/v1/invoices?state=open", token).json()["invoices"]}
    assert only == listed.keys() - {paid}


def test_lists_come_in_pages(stand, invoices):
    token = stand.token(ME)
    whole = stand.ask("GET", "/v1/invoices", token).json()["invoices"]
    first = stand.ask("GET", "/v1/invoices?limit=1", token).json()
    rest = stand.ask("GET", f"/v1/invoices?limit={len(whole) - 1}&offset=1", token).json()
    assert (first["more"], rest["more"]) == (True, False)
    assert first["invoices"] + rest["invoices"] == whole


def test_an_answer_is_given_again_for_a_while(stand, clock):
    token = stand.token(ME)
    for _ in range(3):
        stand.prices(token, ("A180", 1))
    assert len(stand.tables.asked) == 4
    clock.advance(31)
    stand.prices(token, ("A180", 1))
    assert len(stand.tables.asked) == 8


def test_a_kept_answer_is_nobody_elses(stand):
    one, other = stand.token(ME), stand.token(OTHER)
    assert stand.prices(one, ("A180", 1)).json()["items"][0]["price"] == "129"
    assert stand.prices(other, ("A180", 1)).json()["items"][0]["price"] == "159"


@pytest.mark.parametrize(
    "body",
    [b"", b"no", b"[]", b"{}", b'{"items": []}', b'{"items": {}}', b'{"items": [1]}', b'{"items": [{}]}',
     b'{"items": [{"stock_code": 1}]}', b'{"items": [{"stock_code": ""}]}', b'{"items": [{"stock_code": "a\\nb"}]}',
     b'{"items": [{"stock_code": "A180", "quantity": true}]}', b'{"items": [{"stock_code": "A180", "quantity": NaN}]}',
     b'{"items": [{"stock_code": "A180", "quantity": -1}]}', b'{"items": [{"stock_code": "A180", "quantity": null}]}',
     b'{"items": [{"stock_code": "A180", "quantity": 1e99}]}', b"[" * 60_000,
     b'{"items": [' + b",".join([b'{"stock_code": "A"}'] * 201) + b"]}"],
)  # fmt: skip
def test_a_body_that_does_not_read_as_documented_is_refused(stand, body):
    answer = stand.http.post("/v1/prices", content=body, headers={"Authorization": f"Bearer {stand.token(ME)}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "request.bad")


@pytest.mark.parametrize("query", ["limit=501", "limit=-1", "limit=x", "offset=1e3", "limit=", "state=paid"])
def test_a_query_that_does_not_read_as_documented_is_refused(stand, query):
    assert stand.ask("GET", f"/v1/invoices?{query}", stand.token(ME)).status_code == 400


@pytest.mark.parametrize("code", ["A/1", "it's", 'say "x"', "Ünïcødé 12", "☃", "x" * 30, " A180", "';--"])
def test_any_text_may_be_asked_for_as_a_stock_code(stand, code):
    (item,) = stand.prices(stand.token(ME), (code, 1)).json()["items"]
    assert (item["stock_code"], item["price"]) == (code, None)


def test_a_body_that_is_too_large_is_not_read(stand):
    answer = stand.http.post("/v1/prices", content=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413


def test_what_is_not_there_is_said_in_json(stand):
    for method, path, status in (("GET", "/", 404), ("GET", "/v1/prices", 405), ("PUT", "/v1/orders", 405)):
        answer = stand.http.request(method, path)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, "request.unknown")


def test_answers_are_as_the_document_says(stand, order, invoices):
    token, schemas = stand.token(ME), document()["components"]["schemas"]
    asked = {
        "Prices": stand.prices(token, ("A180", 1)),
        "Stock": stand.ask("POST", "/v1/stock", token, body={"stock_codes": ["A100"]}),
        "Orders": stand.ask("GET", "/v1/orders", token),
        "OrderWithLines": stand.ask("GET", f"/v1/orders/{order}", token),
        "Invoices": stand.ask("GET", "/v1/invoices", token),
        "Error": stand.ask("GET", "/v1/orders/1", token),
    }
    for name, answer in asked.items():
        assert fits(answer.json(), schemas[name], schemas), name


def fits(value, schema, schemas):
    """Tell whether a value has exactly the documented fields, with their types, all the way down."""
    if "$ref" in schema:
        return fits(value, schemas[schema["$ref"].rpartition("/")[2]], schemas)
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    wanted = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert type(value) in {types[name] for name in wanted}, (value, wanted)
    if isinstance(value, list):
        assert value
        return all(fits(one, schema["items"], schemas) for one in value)
    if isinstance(value, dict):
        assert sorted(value) == sorted(schema["properties"]) == sorted(schema["required"])
        return all(fits(value[name], part, schemas) for name, part in schema["properties"].items())
    assert value in schema.get("enum", [value])
    return True


def test_the_document_names_every_end_point_and_needs_no_token(stand):
    shown = stand.http.get("/v1/openapi.json").json()
    paths = {(method.upper(), path) for path, methods in shown["paths"].items() for method in methods}
    assert paths == {(one.method, one.path) for one in ENDPOINTS}


# ---------------------------------------------------------------- the example page

PAGE = ("/", "/portal.css", "/portal.js", "/portal.svg")


def test_the_example_page_is_there_where_it_is_wanted_alone(make_stand):
    without, with_page = make_stand(), make_stand(example_page=True)
    assert {without.http.get(path).status_code for path in PAGE} == {404}
    assert {with_page.http.get(path).status_code for path in PAGE} == {200}
    assert with_page.http.post("/").status_code == 405


def test_the_example_page_runs_nothing_but_its_own_files(make_stand):
    headers = make_stand(example_page=True).http.get("/").headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert "form-action 'none'; frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert (headers["Referrer-Policy"], headers["X-Content-Type-Options"]) == ("no-referrer", "nosniff")


def test_the_example_page_names_no_other_address():
    for name in ("index.html", "portal.css", "portal.js"):
        text = (resources.files("resources") / "portal" / name).read_text("utf-8")
        assert "//" not in text.replace("// ", "").replace("://", "!")
        assert "http" not in text
