"""The probe: in words, and without changing anything."""

from connectors.syspro.probe import SysproProbe


def probe(site, **changes):
    made = SysproProbe(site.values(**changes), site.secrets, site.clock)
    try:
        return {found.name: found for found in made.probe()}
    finally:
        made.close()


def test_site_where_all_is_well_grants_everything(site):
    before = site.sandbox.connection.total_changes
    found = probe(site, customers__custom_form_field="STRIPEID")
    assert not [permission.message for permission in found.values() if not permission.granted]
    assert {"e.net service 7.0.0.6", "Operator AGENT", "Company Northmoor Supply Co., local currency USD"} <= set(found)
    assert {"COMFND", "COMFND on ArCustomer+", "SORQSO", "SORTOI", "ARSTPY", "ARSTIN", "ARSSCS", "COMSFM"} <= set(found)
    assert site.rows("SorMaster", "CustomerPoNumber = ''") == []
    assert site.sandbox.connection.total_changes == before
    assert site.seats_taken() == 0


def test_unlicensed_object_is_told_with_what_it_is_needed_for(make_site):
    found = probe(make_site(unlicensed=("ARSTPY", "COMFND")))
    assert [name for name, permission in found.items() if not permission.granted] == ["COMFND", "ARSTPY"]
    assert found["ARSTPY"].needed_for == "receipts"
    assert "100000" in found["ARSTPY"].message


def test_object_that_does_not_answer_is_told(site):
    site.trouble("reset_before", object="SORTOI")
    assert "broke" in probe(site)["SORTOI"].message


def test_profile_that_cannot_be_read_is_told(site):
    site.trouble("html_page", path="GetLogonProfile")
    assert not probe(site)["Operator's profile"].granted


def test_wrong_password_ends_the_probe_with_the_reason(site):
    site.secrets.set("syspro.operator_password", "wrong")
    found = probe(site)
    assert list(found) == ["e.net service 7.0.0.6", "Operator AGENT"]
    assert "Invalid operator password" in found["Operator AGENT"].message


def test_address_without_a_service_ends_the_probe_with_the_reason(site):
    found = probe(site, syspro__base_url="http://127.0.0.1:9/Rest")
    assert list(found) == ["e.net service"]
    assert "cannot be reached" in found["e.net service"].message


def test_address_of_something_else_is_told(site):
    site.trouble("html_page", path="GetVersion")
    assert "not SYSPRO's" in probe(site)["e.net service"].message


def test_prices_are_tried_only_where_the_portal_asks_for_them(make_site):
    site = make_site(unlicensed=("SORRSL",))
    assert "SORRSL" not in probe(site)
    assert "SORRSL" not in probe(site, portal__enabled="yes", prices__ask_syspro="never")
    asked = probe(site, portal__enabled="yes")["SORRSL"]
    assert (asked.granted, "100000" in asked.message) == (False, True)
