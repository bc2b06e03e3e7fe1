"""Which words could be Vietnamese: an initial, a rime, and a tone that the rime can carry."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_INITIALS = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p q r s t v x"
INITIALS = tuple(_INITIALS.split())
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh
    uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh
    """
RIMES = frozenset(_RIMES.split())
STOPPED = ("c", "ch", "p", "t")
TONES = "\u0300\u0301\u0303\u0309\u0323"
STOPPED_TONES = "\u0301\u0323"
VOWELS = "aăâeêioôơuưy"
SHAPED = "ăâêôơ"
EITHER = {"oa", "oe", "uy"}
EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
# Words that stand in many names: where two readings are possible, the one with more of them is taken.
_COMMON = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trịnh tô lương tạ
    thị văn đức hữu đình xuân công thành ngọc trọng tuấn minh thu hồng bích diệu khánh tuyết phương quốc
    hạnh hằng hiền hòa huệ huyền hương nguyệt phượng quỳnh tâm thảo thủy yến dũng cường đạt đăng hải hiếu hùng
    trường tiểu học phòng ban ủy hội xã phường quận huyện tỉnh tổ dân phố giáo viên hiệu trưởng phó và của
    """
COMMON = frozenset(_COMMON.split())


def _places(rime: str) -> list[int]:
    """The letters of a rime that may carry its tone: hoà and hòa, but only léo and chía."""
    vowels = [n for n, letter in enumerate(rime) if letter in VOWELS]
    shaped = [n for n in vowels if rime[n] in SHAPED] or [n for n in vowels if rime[n] == "ư"][:1]
    cluster = "".join(rime[n] for n in vowels)
    if shaped:
        return shaped[-1:]
    if cluster in EITHER:
        return vowels if len(rime) == len(cluster) else vowels[1:2]
    return vowels[1:2] if cluster in {"oai", "oay", "oao", "oeo", "uya", "uyu"} else vowels[:1]


def _toned(rime: str, initials: Iterable[str]) -> Iterator[str]:
    tones = STOPPED_TONES if rime.endswith(STOPPED) else TONES
    forms = [rime] + [
        rime[: place + 1] + tone + rime[place + 1 :] for place in _places(rime) for tone in tones
    ]
    for form in forms:
        composed = unicodedata.normalize("NFC", form)
        yield from (initial + composed for initial in initials)


def _all() -> frozenset[str]:
    usual = {syllable for rime in RIMES for syllable in _toned(rime, ["", *INITIALS])}
    # gi and qu end in a vowel themselves: giếng, giờ, gìn; ya, yo stand nowhere.
    return frozenset(usual | set(_toned("êng", ["gi"])) | set(_toned("êt", ["gi"])))


SYLLABLES = _all()


def bare_word(word: str) -> str:
    """Small letters, one sign each; what stands around the letters is left out."""
    return EDGES.sub("", unicodedata.normalize("NFC", word)).lower()


def is_syllable(word: str) -> bool:
    """In any of the usual cases: all small, all capital, or with one capital at the beginning."""
    letters = EDGES.sub("", unicodedata.normalize("NFC", word))
    usual = letters[1:].islower() or letters.isupper() or len(letters) == 1
    return usual and letters.lower() in SYLLABLES
