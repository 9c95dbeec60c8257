"""The JP ledger."""
