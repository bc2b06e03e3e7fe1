"""Days, money, Vietnamese text, errors, hashing: pure Python, no clock."""
