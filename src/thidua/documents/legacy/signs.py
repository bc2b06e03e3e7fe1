"""The tables themselves: the byte (or, in VNI, the letter with its sign) and the letter it stands for."""

import unicodedata

GRAVE, HOOK, TILDE, ACUTE, DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"


def _row(first: int, letters: str) -> dict[int, str]:
    """Consecutive codes; a space leaves one out."""
    return {first + n: letter for n, letter in enumerate(letters) if letter != " "}


# TCVN 5712:1993, third form, as the fonts .Vn… show it.
TCVN3 = (
    _row(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ")
    | _row(0xB5, "àảãáạ ằẳẵắ")
    | _row(0xC6, "ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò")
    | _row(0xE1, "ỏõóọồổỗốộờởỡớợù")
    | _row(0xF1, "ủũúụừửữứựỳỷỹýỵ")
)

# RFC 1456. The capitals that it put among the control codes are the first six.
VISCII = (
    {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
    | _row(0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ")
    | _row(0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ")
    | _row(0xA0, "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ")
    | _row(0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư")
    | _row(0xE0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ")
)

# VNI-Windows: a sign after the letter carries the tone, or the shape with its tone.
VNI_TONES = {"ø": GRAVE, "ù": ACUTE, "û": HOOK, "õ": TILDE, "ï": DOT}
VNI_ROOF = {"â": "", "à": GRAVE, "á": ACUTE, "å": HOOK, "ã": TILDE, "ä": DOT}
VNI_BREVE = {"ê": "", "è": GRAVE, "é": ACUTE, "ú": HOOK, "ü": TILDE, "ë": DOT}
VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _composed(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)


def _vni_small() -> dict[str, str]:
    toned = {letter + sign: _composed(letter, mark) for letter in "aeouy" for sign, mark in VNI_TONES.items()}
    horned = {
        sign_of_letter + sign: _composed(VNI_ALONE[sign_of_letter], mark)
        for sign_of_letter in "ôö"
        for sign, mark in VNI_TONES.items()
    }
    roofed = {
        letter + sign: _composed(letter + "\u0302", mark)
        for letter in "aeo"
        for sign, mark in VNI_ROOF.items()
    }
    breved = {"a" + sign: _composed("a\u0306", mark) for sign, mark in VNI_BREVE.items()}
    return VNI_ALONE | toned | horned | roofed | breved


def _vni() -> dict[str, str]:
    """A capital may be followed by a small sign ("Aùnh") or a capital one ("AÙNH")."""
    small = _vni_small()
    title = {key[0].upper() + key[1:]: letter.upper() for key, letter in small.items()}
    capital = {key.upper(): letter.upper() for key, letter in small.items()}
    return small | title | capital


VNI = _vni()
