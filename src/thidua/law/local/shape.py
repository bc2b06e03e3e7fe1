"""The shape of a local rule file, key by key (docs/law/local-rules.md)."""

import re
from collections.abc import Mapping

from thidua.law.cite import Confidence
from thidua.law.conditions import KINDS
from thidua.law.faults import Fault
from thidua.law.files import load
from thidua.law.local import values
from thidua.law.local.arguments import (
    COLLECTIVES_ONLY,
    COMPOSITES,
    HOUSEHOLDS_ONLY,
    INDIVIDUALS_ONLY,
    KIND_ARGUMENTS,
    LAUNCHED_BY,
)
from thidua.law.local.faults import Faults, Key, check_group, each, join, shaped
from thidua.law.local.named import check_value

RECIPIENTS = ("individual", "collective", "household")
LEVELS = ("xa", "so", "don_vi", "doanh_nghiep", "doan_the", "tinh")
GROUNDS = ("results", "movement", "sudden", "contribution", "work", "career", "years")
STEPS = (
    "submit",
    "submit_event",
    "appraise",
    "decide",
    "forward_reissue",
    "return_reissue",
    "submit_strip",
    "recover",
)

INSTRUMENT = {
    "number": Key(values.text, is_required=True),
    "name": Key(values.text, is_required=True),
    "issued": Key(values.day),
    "by": Key(values.text, is_required=True),
    "place": Key(values.place, is_required=True),
    "since": Key(values.day, is_required=True),
    "until": Key(values.day),
    "confidence": Key(values.one_of(level.value for level in Confidence), is_required=True),
    "checked_on": Key(values.day, is_required=True),
    "source": Key(values.text),
    "note": Key(values.text),
    "is_example": Key(values.truth),
}
AT = Key(values.provision)
CONFIDENCE = Key(values.one_of(level.value for level in Confidence))


def check_condition(value: object, path: str, faults: Faults) -> None:
    """A condition: its kind settles which arguments it takes."""
    if not isinstance(value, Mapping):
        faults.append(Fault(path, "Cần một điều kiện", "Các khóa: code, kind, at và tham số của loại"))
        return
    kind = value.get("kind")
    arguments = KIND_ARGUMENTS.get(kind) if isinstance(kind, str) else None
    if arguments is None or kind not in KINDS:
        wrong = f"Không có loại điều kiện «{kind}»" if kind else "Thiếu loại điều kiện"
        faults.append(Fault(join(path, "kind"), wrong, f"Các loại: {', '.join(KIND_ARGUMENTS)}"))
        return
    shape = {
        "code": Key(values.matching(CODE, "không phải mã điều kiện", "Chữ thường không dấu, gạch dưới")),
        "kind": Key(values.text, is_required=True),
        "at": AT,
        "by": Key(values.one_of(GROUNDS)),
        "confidence": CONFIDENCE,
        **{name: Key(argument.check, argument.is_required) for name, argument in arguments.items()},
    }
    if kind in COMPOSITES:
        shape["parts"] = Key(each(check_condition), is_required=True)
    check_group(value, path, shape, faults)
    if kind in COMPOSITES and value.get("parts") == []:
        faults.append(Fault(join(path, "parts"), "Cần ít nhất một điều kiện"))


CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")
CRITERION = {
    "honour": Key(values.text, is_required=True),
    "kind": Key(values.one_of(RECIPIENTS), is_required=True),
    "replaces": Key(values.text),
    "adds": Key(values.one_of(("standards", "obstacles"))),
    "at": AT,
    "confidence": CONFIDENCE,
    "conditions": Key(each(check_condition), is_required=True),
}


def check_criterion(value: object, path: str, faults: Faults) -> None:
    if not check_group(value, path, CRITERION, faults) or not isinstance(value, Mapping):
        return
    if value.get("replaces") and value.get("adds"):
        faults.append(Fault(join(path, "adds"), "Chỉ dùng một trong hai: replaces hoặc adds"))
    conditions = value.get("conditions")
    if conditions == []:
        faults.append(Fault(join(path, "conditions"), "Cần ít nhất một điều kiện"))
    if isinstance(conditions, list):
        _check_recipient(conditions, str(value.get("kind")), join(path, "conditions"), faults)


def _check_recipient(conditions: list[object], kind: str, path: str, faults: Faults) -> None:
    """Some kinds read facts that only one kind of recipient has."""
    for n, item in enumerate(conditions):
        if not isinstance(item, Mapping):
            continue
        meant = MEANT_FOR.get(str(item.get("kind")))
        if meant and kind in RECIPIENTS and kind != meant:
            wrong = f"Loại «{item['kind']}» không dùng cho đối tượng này"
            faults.append(Fault(f"{path}[{n}].kind", wrong, f"Chỉ dùng cho {NAMED[meant]}"))
        if isinstance(item.get("parts"), list):
            _check_recipient(item["parts"], kind, f"{path}[{n}].parts", faults)


NAMED = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
MEANT_FOR = {
    **dict.fromkeys(COLLECTIVES_ONLY, "collective"),
    **dict.fromkeys(INDIVIDUALS_ONLY, "individual"),
    **dict.fromkeys(HOUSEHOLDS_ONLY, "household"),
}
VALUE = {
    "name": Key(values.text, is_required=True),
    "value": Key(lambda _value, _path, _faults: None),
    "levels": Key(values.many_of(LEVELS)),
    "kinds": Key(values.many_of(RECIPIENTS)),
    "at": AT,
    "confidence": CONFIDENCE,
}


def check_named_value(value: object, path: str, faults: Faults) -> None:
    if check_group(value, path, VALUE, faults) and isinstance(value, Mapping):
        check_value(value, path, faults)


DEADLINE = {
    "step": Key(values.one_of(STEPS), is_required=True),
    "honours": Key(each(values.text), is_required=True),
    "levels": Key(values.many_of(LEVELS)),
    "kinds": Key(values.many_of(RECIPIENTS)),
    "sector": Key(values.one_of(("education",))),
    "days": Key(values.whole(1, 366)),
    "unit": Key(values.one_of(("day", "working_day"))),
    "month_day": Key(values.month_day),
    "years_after": Key(values.whole(0, 5)),
    "for_year": Key(values.whole(2000, 2100)),
    "at": AT,
    "confidence": CONFIDENCE,
}


def check_deadline(value: object, path: str, faults: Faults) -> None:
    """Either so many days of a unit, or a day of the year."""
    if not check_group(value, path, DEADLINE, faults) or not isinstance(value, Mapping):
        return
    counted, dated = "days" in value, "month_day" in value
    if counted == dated:
        allowed = "Ghi số ngày (days, unit) hoặc ngày trong năm (month_day), không ghi cả hai"
        faults.append(Fault(join(path, "days"), "Chưa rõ thời hạn", allowed))
    elif counted and "unit" not in value:
        faults.append(Fault(join(path, "unit"), "Thiếu đơn vị", "Chọn day hoặc working_day"))


def check_papers(value: object, path: str, faults: Faults) -> None:
    """The codes of documents, each with "always" or when it is needed."""
    if not isinstance(value, Mapping) or not value:
        faults.append(Fault(path, "Cần danh mục giấy tờ", f"Các mã: {', '.join(DOCUMENTS)}"))
        return
    for code, when in value.items():
        values.one_of(DOCUMENTS)(code, join(path, str(code)), faults)
        values.text(when, join(path, str(code)), faults)


DOCUMENTS = tuple(load("papers.yaml")["labels"])
HONOUR = {
    "code": Key(values.code, is_required=True),
    "vi": Key(values.text, is_required=True),
    "en": Key(values.text),
    "short": Key(values.text),
    "nature": Key(values.one_of(("form",)), is_required=True),
    "to": Key(values.many_of(RECIPIENTS), is_required=True),
    "level": Key(values.one_of(("tinh", "xa")), is_required=True),
    "years": Key(values.whole(0, 5)),
    "certificate": Key(values.text),
    "at": AT,
}
FILE = {
    "instrument": Key(shaped(INSTRUMENT), is_required=True),
    "criteria": Key(each(check_criterion)),
    "values": Key(each(check_named_value)),
    "deadlines": Key(each(check_deadline)),
    "papers": Key(
        each(
            shaped(
                {
                    "honour": Key(values.text, is_required=True),
                    "documents": Key(check_papers, is_required=True),
                    "at": AT,
                    "confidence": CONFIDENCE,
                }
            )
        )
    ),
    "deciders": Key(
        each(
            shaped(
                {
                    "honour": Key(values.text, is_required=True),
                    "offices": Key(values.many_of(LAUNCHED_BY), is_required=True),
                    "at": AT,
                    "confidence": CONFIDENCE,
                }
            )
        )
    ),
    "honours": Key(each(shaped(HONOUR))),
}
