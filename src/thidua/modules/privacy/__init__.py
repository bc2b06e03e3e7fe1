"""What a person may ask about his own data: a copy, a correction, an erasure; and how long what is kept.

Every module says what it holds of a person by the slot "person.data", and what it forgets when by "retention.rules".
"""
