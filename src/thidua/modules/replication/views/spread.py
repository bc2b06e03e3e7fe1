"""How a model spreads: the graph, the months, the time line, and the table behind them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.modules.organisations.api import Request
from thidua.modules.replication.drawing import graph_of, month_chart
from thidua.modules.replication.models import AdoptionState
from thidua.modules.replication.parts import Node, Part
from thidua.modules.replication.queries import adoptions_visible_to, spread
from thidua.modules.replication.views.models import visible


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    model = visible(request, pk)
    pilots, adoptions = spread.pilots_of(model), spread.adoptions_of(model)
    nodes = spread.nodes_of(model, pilots, adoptions)
    using = [row for row in adoptions if row.state == AdoptionState.IN_USE]
    months = spread.months_of(adoptions, request.today)
    context = {
        "model": model,
        "graph": graph_of(nodes),
        "lines": _lines(request, nodes, model.pk),
        "months": month_chart(months) if months else None,
        "time_line": spread.time_line(model, pilots, adoptions),
        "n_using": len(using),
        "n_measured": sum(row.has_effect for row in using),  # type: ignore[attr-defined]
    }
    return render(request, "replication/spread.html", context)


def _lines(request: Request, nodes: list[Node], model_id: int) -> list[tuple[Node, str, bool]]:
    """Each unit with from whom it learnt, and whether its page is open to this reader."""
    names = {node.unit_id: node.name for node in nodes}
    seen = adoptions_visible_to(request.actor).filter(model=model_id).values_list("organisation", flat=True)
    open_units = set(seen)
    return [
        (node, names.get(node.source or 0, ""), node.part == Part.PILOT or node.unit_id in open_units)
        for node in nodes
    ]
