"""Tokens of portals in the store: by hash alone, audited."""

from agent.domain.portal import PortalToken, hash_of

SECRET = "spt_" + "a" * 43
TOKEN = PortalToken("shop", ("prices", "stock"), ("0001", "0002"), created_at=100, expires_at=200)


def test_a_token_is_found_by_its_hash(store):
    assert store.portal_tokens.add(TOKEN, hash_of(SECRET), by="ann")
    assert store.portal_tokens.find(hash_of(SECRET)) == TOKEN
    assert store.portal_tokens.find(hash_of("spt_" + "b" * 43)) is None
    assert list(store.portal_tokens.all()) == [TOKEN]


def test_a_name_is_used_once(store):
    store.portal_tokens.add(TOKEN, hash_of(SECRET), by="ann")
    assert not store.portal_tokens.add(TOKEN, hash_of("spt_" + "b" * 43), by="ann")
    assert store.portal_tokens.find(hash_of(SECRET)) == TOKEN


def test_a_revoked_token_stays_revoked(store):
    store.portal_tokens.add(TOKEN, hash_of(SECRET), by="ann")
    assert store.portal_tokens.revoke("shop", by="ann", now=150)
    assert not store.portal_tokens.revoke("shop", by="ann", now=160)
    assert not store.portal_tokens.revoke("other", by="ann", now=160)
    assert store.portal_tokens.find(hash_of(SECRET)).revoked_at == 150


def test_the_audit_knows_who_made_and_revoked_a_token_and_the_file_does_not_know_the_token(store):
    store.portal_tokens.add(TOKEN, hash_of(SECRET), by="ann")
    store.portal_tokens.revoke("shop", by="bob", now=150)
    rows = store.audit.list(subject="shop")
    assert sorted((row.actor, row.action) for row in rows) == [
        ("ann", "portal.token_added"),
        ("bob", "portal.token_revoked"),
    ]
    assert store.audit.examine().whole
    assert SECRET.encode() not in store.path.read_bytes()
