"""Other shapes of our records: plan files. Bytes ↔ records."""
