"""Windows: X.ui beside X.py."""
