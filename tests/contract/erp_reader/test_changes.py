"""What changed since a watermark, whole readings, and the keys that deletions are noticed by."""

from decimal import Decimal

import pytest

from agent.domain import erp
from tests.contract.erp_reader.test_rows import in_whole


def watermark_of(session, feed):
    return in_whole(session, feed)[1]


def states(session, feed, after):
    """Keys that a reading yields, and where the next one goes on."""
    keys = []
    for page in session.changes(feed, after):
        keys += [feed.key_of(row) for row in page.rows]
        after = page.watermark
    return keys, after


def test_every_page_but_the_last_says_that_more_comes(company):
    with company.tables(syspro__sql_rows="60").session() as session:
        pages = list(session.changes(erp.PRICES))
    assert len(pages) > 3
    assert [page.last for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_reading_that_was_broken_off_goes_on_where_it_stopped(company):
    with company.tables().session() as session:
        everything, _ = in_whole(session, erp.PRICES)
        first = next(iter(session.changes(erp.PRICES)))
    with company.tables().session() as session:
        rest, _ = states(session, erp.PRICES, first.watermark)
    assert [erp.PRICES.key_of(row) for row in first.rows] + rest == [erp.PRICES.key_of(row) for row in everything]


def test_keys_behind_each_other_in_three_columns_are_each_read_once(company):
    for number in range(150):
        company.insert(
            "ArInvoice", Customer="000000000000004", Invoice=f"{number // 3:06}", DocumentType="ICD"[number % 3]
        )
    with company.tables(syspro__sql_rows="7").session() as session:
        rows, _ = in_whole(session, erp.INVOICES)
        keys = [key for page in session.keys(erp.INVOICES) for key in page]
    assert len(keys) == len(set(keys)) == len(rows) > 150
    assert [erp.INVOICES.key_of(row) for row in rows] == keys


def test_a_deleted_row_is_missing_among_the_keys(company):
    with company.tables().session() as session:
        before = {key for page in session.keys(erp.STOCK) for key in page}
        company.delete("InvMaster", "A180")
        after = {key for page in session.keys(erp.STOCK) for key in page}
    assert before - after == {("A180",)}


def test_nothing_changed_is_an_empty_last_page(sql):
    with sql.tables().session() as session:
        assert session.tells_changes()
        after = watermark_of(session, erp.STOCK)
        (page,) = session.changes(erp.STOCK, after)
        assert (page.rows, page.last) == ((), True)
        assert watermark_of(session, erp.STOCK) == page.watermark == after


def test_what_changed_or_was_added_comes_alone_and_once(sql):
    with sql.tables().session() as session:
        after = watermark_of(session, erp.STOCK)
        sql.change("InvMaster", ("A180",), Description="New")
        sql.change("InvMaster", ("A150",), Description="Newer")
        sql.change("InvMaster", ("A180",), Description="Newest")
        sql.insert("InvMaster", StockCode="NEW/1")
        keys, after = states(session, erp.STOCK, after)
        assert keys == [("A150",), ("A180",), ("NEW/1",)]
        assert states(session, erp.STOCK, after) == ([], after)
        assert session.rows(erp.STOCK, "stock_code", ["A180"])[0].description == "Newest"


def test_many_changes_come_page_by_page_in_the_order_of_their_versions(sql):
    with sql.tables(syspro__sql_rows="7").session() as session:
        after = watermark_of(session, erp.STOCK)
        codes = [key for page in session.keys(erp.STOCK) for key in page][:30]
        for (code,) in reversed(codes):
            sql.change("InvMaster", (code,), Description="x")
        keys, after = states(session, erp.STOCK, after)
        assert keys == codes[::-1]
        assert states(session, erp.STOCK, after)[0] == []


def test_a_row_that_changes_while_everything_is_read_comes_once_in_each_state(sql):
    with sql.tables(syspro__sql_rows="7").session() as session:
        reading = iter(session.changes(erp.STOCK))
        first = next(reading)
        sql.change("InvMaster", (first.rows[0].stock_code,), Description="after it was read")
        sql.change("InvMaster", ("VALVE/BALL/15",), Description="before it was read")
        rest = list(reading)
        seen = [row.stock_code for page in rest for row in page.rows]
        keys, _ = states(session, erp.STOCK, rest[-1].watermark)
    assert "VALVE/BALL/15" not in seen
    assert sorted(keys) == sorted([(first.rows[0].stock_code,), ("VALVE/BALL/15",)])


def test_a_whole_reading_that_goes_on_later_leaves_its_changes_to_the_next_one(sql):
    with sql.tables(syspro__sql_rows="7").session() as session:
        first = next(iter(session.changes(erp.STOCK)))
    sql.change("InvMaster", (first.rows[0].stock_code,), Description="meanwhile")
    with sql.tables(syspro__sql_rows="7").session() as session:
        rest, after = states(session, erp.STOCK, first.watermark)
        assert (first.rows[0].stock_code,) not in rest
        assert states(session, erp.STOCK, after)[0] == [(first.rows[0].stock_code,)]


def test_a_row_of_a_transaction_that_is_still_open_waits_and_then_comes(sql, standin):
    with sql.tables().session() as session:
        after = watermark_of(session, erp.STOCK)
        open_version = int.from_bytes(after, "big") + 1
        sql.change("InvMaster", ("A180",), Description="written first, committed last")
        sql.change("InvMaster", ("A150",), Description="written last, committed first")
        standin.write("INSERT INTO standin_active VALUES ('other', ?)", open_version)
        assert states(session, erp.STOCK, after) == ([], after)
        standin.write("DELETE FROM standin_active")
        assert states(session, erp.STOCK, after)[0] == [("A180",), ("A150",)]


@pytest.mark.parametrize("above", [1, 1_000_000])
def test_a_watermark_from_before_an_older_copy_was_restored_reads_everything(sql, above):
    with sql.tables().session() as session:
        everything, after = in_whole(session, erp.STOCK)
        later = (int.from_bytes(after, "big") + above).to_bytes(8, "big")
        assert len(states(session, erp.STOCK, later)[0]) == len(everything)
        assert len(states(session, erp.STOCK, later + b"\0ZZZ")[0]) == (0 if above == 1 else len(everything))


def test_a_watermark_of_the_other_way_to_read_reads_everything(company):
    with company.tables().session() as session:
        everything, after = in_whole(session, erp.PRICES)
        foreign = bytes(8) + b"\0ZZZ\0A" if company.way != "enet" else b"\0\0\0\0\0\0\1\0" + b"\0ZZZ\0A"
        assert len(states(session, erp.PRICES, foreign)[0]) == len(everything)
        assert len(states(session, erp.PRICES, b"\0\1")[0]) == len(everything)
    assert (after == b"") is (company.way == "enet")


def test_e_net_reads_everything_each_time_and_the_hash_tells_what_changed(enet):
    with enet.tables().session() as session:
        assert not session.tells_changes()
        before, after = in_whole(session, erp.PRICES)
        enet.change("InvPrice", ("A180", "A"), SellingPrice=Decimal("1.5"))
        rows = [row for page in session.changes(erp.PRICES, after) for row in page.rows]
    hashes = {erp.PRICES.key_of(row): erp.content_hash(row) for row in before}
    assert [erp.PRICES.key_of(row) for row in rows if hashes[erp.PRICES.key_of(row)] != erp.content_hash(row)] == [
        ("A180", "A")
    ]


def test_a_read_only_copy_tells_no_changes_and_is_read_whole(sql, standin):
    standin.write("UPDATE sys_databases SET updateability = 'READ_ONLY'")
    with sql.tables(syspro__sql_rows="7").session() as session:
        assert not session.tells_changes()
        everything, after = in_whole(session, erp.STOCK)
        assert after == b""
        first = next(iter(session.changes(erp.STOCK)))
        assert len(states(session, erp.STOCK, first.watermark)[0]) == len(everything) - 7
        assert len(states(session, erp.STOCK, b"\0" * 7 + b"\1")[0]) == len(everything)


def test_between_pages_e_net_lets_others_log_on(enet):
    with enet.tables().session() as session:
        for _ in session.changes(erp.PRICES):
            assert enet.site.seats_taken() == 0


def stamped(session, feed):
    """Key -> version of every row."""
    found = {}
    for page in session.stamps(feed):
        found.update(zip(zip(*page.keys, strict=True), page.versions, strict=True))
    return found


def test_versions_name_every_row_once_and_change_when_it_is_written(company):
    with company.tables(syspro__sql_rows="7").session() as session:
        if company.way == "enet":
            assert session.stamps(erp.STOCK) is None
            return
        before = stamped(session, erp.PRICES)
        keys = [key for page in session.keys(erp.PRICES) for key in page]
        assert list(before) == keys
        code, price_code = keys[3]
        company.change("InvPrice", (code, price_code), SellingPrice=Decimal("7.5"))
        company.delete("InvPrice", *keys[5])
        after = stamped(session, erp.PRICES)
    assert {key for key in after if after[key] != before[key]} == {keys[3]}
    assert before.keys() - after.keys() == {keys[5]}


def test_an_empty_table_has_an_empty_page_of_versions(sql):
    for key in [key for page in _keys(sql, erp.WAREHOUSE_STOCK) for key in page]:
        sql.delete("InvWarehouse", *key)
    with sql.tables().session() as session:
        assert [(page.keys, page.versions) for page in session.stamps(erp.WAREHOUSE_STOCK)] == [(([], []), ())]


def _keys(company, feed):
    with company.tables().session() as session:
        return list(session.keys(feed))
