"""A sheet that is pasted from Excel or uploaded as a file: either way it becomes text that one sees before anything is kept."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua.documents.recognise import FileType, Refused, recognise
from thidua.documents.sentences import Sentence
from thidua.documents.spreadsheet import CannotReadTable, Value, read_table
from thidua.foundation.forms import Form

MOST_PASTED = 200_000


class SheetForm(Form):
    """`text` after cleaning holds the sheet, one line a row with tabs, wherever it came from."""

    text = forms.CharField(
        label=_("Sheet from Excel"),
        max_length=MOST_PASTED,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or the sheet as a file"),
        required=False,
        help_text=_("An .xlsx file; its first sheet is read and shown above."),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if upload := said.get("file"):
            self._read(upload)
        elif not (said.get("text") or "").strip():
            self.add_error("text", _("Paste the sheet, or choose its file."))
        return said

    def _read(self, upload: Any) -> None:
        content = upload.read()
        found = recognise(content, upload.name)
        if isinstance(found, Refused):
            self.add_error("file", _of_language(found.sentence))
        elif found != FileType.XLSX:
            self.add_error("file", _("This is no .xlsx file: save the sheet as .xlsx, or paste it."))
        else:
            self._show(content)

    def _show(self, content: bytes) -> None:
        """The file's sheet takes the place of the text, and is what is confirmed later."""
        try:
            table = read_table(content)
        except CannotReadTable as refusal:
            sentence = refusal.sentence
            self.add_error("file", _of_language(sentence) if isinstance(sentence, Sentence) else str(refusal))
            return
        lines = ["\t".join(map(_written, row)) for row in (table.header, *table.rows)]
        text = "\n".join(lines)
        if len(text) > MOST_PASTED:
            self.add_error("file", _("The sheet is too long: divide it into several."))
            return
        self.cleaned_data["text"] = text
        shown: Any = self.data.copy()  # type: ignore[attr-defined]
        shown["text"] = text
        self.data = shown


def _of_language(sentence: Sentence) -> str:
    return sentence.en if get_language() == "en" else sentence.vi


def _written(value: Value) -> str:
    """As a person writes it: 12,5 and 30/09/2026."""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return "" if value is None else " ".join(str(value).split())
