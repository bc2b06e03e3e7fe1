"""Amounts of money in Vietnamese words, as vouchers and lists for the treasury want them."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
THOUSAND, BILLION = 1_000, 1_000_000_000


def in_words(amount: int) -> str:
    """2530000 → "Hai triệu năm trăm ba mươi nghìn đồng". Raises ValueError below nought."""
    if amount < 0:
        message = "An amount is not below nought."
        raise ValueError(message)
    told = " ".join(_read(amount)) or DIGITS[0]
    return f"{told[0].upper()}{told[1:]} đồng"


def _read(amount: int, *, is_first: bool = True) -> list[str]:
    """A billion is read as a number of its own: 1.500 tỷ."""
    billions, rest = divmod(amount, BILLION)
    words = [*_read(billions), "tỷ"] if billions else []
    is_first = is_first and not words
    for power in (2, 1, 0):
        group = rest // THOUSAND**power % THOUSAND
        if group:
            words += [*_hundreds(group, is_first=is_first), *filter(None, [SCALES[power]])]
            is_first = False
    return words


def _hundreds(group: int, *, is_first: bool) -> list[str]:
    """The first group is read as it is (năm mươi), the others with all their places (không trăm năm mươi)."""
    hundreds, rest = divmod(group, 100)
    words = [] if is_first and not hundreds else [DIGITS[hundreds], "trăm"]
    return [*words, *_tens(rest, is_led=bool(words))]


def _tens(rest: int, *, is_led: bool) -> list[str]:
    tens, ones = divmod(rest, 10)
    if not tens:
        return [*(["linh"] if is_led else []), DIGITS[ones]] if ones else []
    led = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    after = {0: "", 1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
    last = after.get(ones, DIGITS[ones])
    return [*led, *filter(None, [last])]
