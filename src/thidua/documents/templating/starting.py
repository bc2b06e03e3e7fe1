"""A template to start from: the built-in layout of a kind with fields where its texts stood."""

import copy
from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph as Drawn

from thidua.documents.letters import Recipients, Signature
from thidua.documents.sheet import (
    Addressees,
    AnnexHead,
    Block,
    Centred,
    Column,
    Ground,
    Head,
    Paragraph,
    Row,
    Section,
    Sheet,
    Signing,
    Signings,
    Subhead,
    Table,
    Title,
)
from thidua.documents.templating.content import keys_of
from thidua.documents.templating.kinds import known_tables, sample_sheet
from thidua.documents.word.package import packed
from thidua.documents.word.paper import drawn_document

END_FOR, END_IF = Paragraph("{%p endfor %}"), Paragraph("{%p endif %}")


def starting_template(kind: str) -> bytes:
    """A .docx that, filled in, says what the built-in layout says."""
    sheet = sample_sheet(kind)
    main, *annexes = sheet.sections
    blocks = list(_blocks(main.blocks, kind, "noi_dung"))
    if annexes:
        blocks += [
            Paragraph("{%p for p in phu_luc %}"),
            *_blocks(annexes[0].blocks, kind, "p.noi_dung"),
            END_FOR,
        ]
    section = Section(tuple(blocks), landscape=main.landscape)
    document = drawn_document(Sheet(sheet.title, "", None, (section,)))
    _put_fields(document, [block for part in sheet.sections for block in part.blocks])
    _finish(document)
    return packed(document)


def _blocks(blocks: Sequence[Block], kind: str, body: str) -> Iterator[Block]:
    """Each kind of block once, in the order of the sample."""
    done: set[type] = set()
    n_centred = 0
    for block in blocks:
        if isinstance(block, Centred):
            yield Centred(f"{{{{ dong_giua[{n_centred}] }}}}")
            n_centred += 1
            continue
        family = Paragraph if isinstance(block, Subhead | Table) else type(block)
        if family in done:
            continue
        done.add(family)
        yield from _block(block, _tables(blocks), kind, body)


def _tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _block(block: Block, tables: Sequence[Table], kind: str, body: str) -> Iterator[Block]:
    match block:
        case Head() | Title() | AnnexHead():
            # As in the sample, so that the rules below have its length; `_put_fields` comes later.
            yield block
        case Addressees():
            yield Addressees(("{%p for k in kinh_gui %}", "{{ k }}", "{%p endfor %}"))
        case Ground():
            yield from (Paragraph("{%p for c in can_cu %}"), Ground("{{ c }}"), END_FOR)
        case Signing():
            yield Signing(_recipients() if block.recipients else None, _signature("nguoi_ky"))
        case Signings():
            yield Signings(
                (_signature("h.trai"), _signature("h.phai")), _recipients() if block.recipients else None
            )
        case _:
            yield from _body(tables, kind, body)


def _recipients() -> Recipients:
    return Recipients(copies=("{%p for n in noi_nhan %}", "{{ n }}", "{%p endfor %}"), archive="{{ luu }}")


def _signature(of: str) -> Signature:
    lines = (f"{{%p for q in {of}.quyen_han %}}", "{{ q }}", "{%p endfor %}")
    return Signature(authority=lines, name=f"{{{{ {of}.ho_ten }}}}")


def _body(tables: Sequence[Table], kind: str, body: str) -> Iterator[Block]:
    """Paragraphs, headings and tables as they come."""
    yield Paragraph(f"{{%p for d in {body} %}}")
    yield Paragraph("{%p if d.loai == 'muc' %}")
    yield Subhead("{{ d.chu }}")
    known, drawn = known_tables(kind), set()
    for table in tables:
        name = f"bang_{known.index(keys_of(table)) + 1}"
        if name not in drawn:
            drawn.add(name)
            yield Paragraph(f"{{%p elif d.loai == '{name}' %}}")
            yield _table(table)
    yield Paragraph("{%p else %}")
    yield Paragraph("{{ d.chu }}", "{{ d.dau }}")
    yield from (END_IF, END_FOR)


def _table(table: Table) -> Table:
    has_bands = any(row.band for row in table.rows)
    cells = tuple(f"{{{{ h.{key} }}}}" for key in keys_of(table))
    rows = [Row(cells)]
    if has_bands:
        band = Row(("{{ h.nhom }}", *[""] * (len(cells) - 1)), band=True)
        rows = [_tag(table, "if h.la_nhom"), band, _tag(table, "else"), Row(cells), _tag(table, "endif")]
    columns = tuple(Column(column.title, column.width, column.align) for column in table.columns)
    return Table(columns, (_tag(table, "for h in d.dong"), *rows, _tag(table, "endfor")))


def _tag(table: Table, said: str) -> Row:
    return Row((f"{{%tr {said} %}}", *[""] * (len(table.columns) - 1)), band=True)


def _put_fields(document: Document, blocks: Sequence[Block]) -> None:
    fields = {text: field for block in blocks for text, field in _fielded(block) if text}
    for paragraph in _every(document):
        if field := fields.get(paragraph.text):
            paragraph.runs[0].text = field


def _fielded(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Head():
            yield block.parent_agency, "{{ co_quan_chu_quan }}"
            yield block.agency, "{{ co_quan }}"
            yield block.number, "{{ so_ky_hieu }}"
            yield block.place_and_day, "{{ dia_danh_ngay }}"
            yield block.concerning, "{{ ve_viec }}"
        case Title():
            yield block.kind, "{{ ten_loai }}"
            yield block.subject, "{{ trich_yeu }}"
        case AnnexHead():
            yield block.label, "{{ p.nhan }}"
            yield block.title, "{{ p.tieu_de }}"
            yield block.reference, "{{ p.kem_theo }}"


def _finish(document: Document) -> None:
    """What no block says: an empty line left out, a dash for several, pages of annexes, rows of signatures."""
    for paragraph in _every(document):
        match paragraph.text:
            case "{{ co_quan_chu_quan }}":
                _around(paragraph, "{%p if co_quan_chu_quan %}", "{%p endif %}")
            case "- {{ k }}":
                paragraph.runs[0].text = "{% if kinh_gui|length > 1 %}- {% endif %}{{ k }}"
            case "{{ p.nhan }}":
                paragraph.paragraph_format.page_break_before = True
            case text if text.startswith("{{ d.dau }}"):
                paragraph.runs[0].text = "{{ d.dau }}"
    for table in document.tables:
        if "h.trai" in table.rows[0].cells[0].text:
            _signature_rows(table._tbl)  # noqa: SLF001


def _every(document: Document) -> Iterator[Drawn]:
    yield from list(document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from list(cell.paragraphs)


def _around(paragraph: Drawn, before: str, after: str) -> None:
    paragraph.insert_paragraph_before(before, paragraph.style)
    paragraph._p.addnext(copy.deepcopy(paragraph._p))  # noqa: SLF001
    following = Drawn(paragraph._p.getnext(), paragraph._parent)  # noqa: SLF001
    following.runs[0].text = after


def _signature_rows(table: object) -> None:
    """A row before and one after, which repeat that of two signatures."""
    row = table.tr_lst[0]  # type: ignore[attr-defined]
    for said, add in (("{%tr for h in hang_chu_ky %}", row.addprevious), ("{%tr endfor %}", row.addnext)):
        marked = copy.deepcopy(row)
        first, *others = marked.tc_lst
        for cell in (first, *others):
            for paragraph in cell.p_lst[1:]:
                cell.remove(paragraph)
            for run in cell.p_lst[0].r_lst:
                cell.p_lst[0].remove(run)
        Drawn(first.p_lst[0], None).add_run(said)  # type: ignore[arg-type]
        add(marked)
