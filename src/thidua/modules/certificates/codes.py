"""The code of a certificate: eighty bits, in letters that a person can read off paper and type."""

import secrets

# Without I, L, O, U: they are misread, or spell words.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 16, 4
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", "-": None, " ": None, ".": None})


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _n in range(LENGTH))


def shown(code: str) -> str:
    """In groups of four: 7K2M-…"""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def typed(words: str) -> str:
    """What somebody has typed, as codes are kept; "" for what cannot be one."""
    code = words.upper().translate(MISREAD).strip()
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""
