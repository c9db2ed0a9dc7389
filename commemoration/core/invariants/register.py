"""Registers the promises of core's own rooms."""

from commemoration.core.accounts.invariants import register_account_invariants
from commemoration.core.consent.invariants import register_consent_invariants
from commemoration.core.edtf.invariants import register_edtf_invariants
from commemoration.core.imports.invariants import register_import_invariants
from commemoration.core.outbox.invariants import register_outbox_invariants


def register_core_invariants() -> None:
    register_account_invariants()
    register_consent_invariants()
    register_edtf_invariants()
    register_import_invariants()
    register_outbox_invariants()
