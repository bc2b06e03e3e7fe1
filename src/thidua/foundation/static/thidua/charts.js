// Draws each [data-chart] from the table inside it; without this script the table is what one reads.
(() => {
  "use strict";
  const INK = "#1d2733", MUTED = "#55616f", LINE = "#d9dfe6";
  const TONES = { gold: "#b7862c", brand: "#9b1c1f", good: "#1a6b3c", blue: "#174ea6", teal: "#2a7f8a", grey: "#8793a0" };
  const numbers = new Intl.NumberFormat(document.documentElement.lang || "vi", { maximumFractionDigits: 2 });
  const LONGEST = 34; // of a name beside its bar; the table has it whole
  const drawn = [];

  const cells = (row) => [...row.querySelectorAll("td")];
  const valueOf = (cell) => (cell.dataset.value === undefined ? null : Number(cell.dataset.value));

  const tableOf = (box) => {
    const table = box.querySelector("table");
    const rows = [...table.tBodies[0].rows];
    return {
      lines: [...table.tHead.querySelectorAll("th[data-tone]")],
      labels: rows.map((row) => row.querySelector("th").textContent.trim()),
      links: rows.map((row) => row.querySelector("a")?.href ?? ""),
      values: rows.map((row) => cells(row).map(valueOf)),
    };
  };

  const dataset = (kind, table) => (line, place) => {
    const colour = TONES[line.dataset.tone];
    const data = table.values.map((row) => row[place]);
    const common = { label: line.textContent.trim(), data, borderColor: colour, backgroundColor: colour };
    if (kind !== "line") return { ...common, maxBarThickness: 34 };
    return { ...common, borderWidth: 2, pointRadius: data.length > 24 ? 0 : 3, tension: 0, spanGaps: false };
  };

  const target = (box, table) => ({
    type: "line", label: box.dataset.targetWords, data: table.labels.map(() => Number(box.dataset.target)),
    borderColor: INK, backgroundColor: INK, borderDash: [5, 4], borderWidth: 1.5, pointRadius: 0,
  });

  const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  const named = function (value) { return short(this.getLabelForValue(value)); };

  const axis = (stacked, isMeasure) => ({
    stacked, beginAtZero: isMeasure, border: { color: LINE }, grid: { color: LINE, display: isMeasure },
    ticks: { color: MUTED, autoSkip: isMeasure || undefined, maxRotation: 0,
      ...(isMeasure ? { precision: 0, maxTicksLimit: 5, callback: (value) => numbers.format(value) } : { callback: named }) },
  });

  const options = (box, kind, table, small) => {
    const lying = kind.startsWith("across"), stacked = kind.endsWith("stacked");
    const measured = axis(stacked, true);
    const placed = axis(stacked, false);
    if (lying) placed.ticks.autoSkip = false;
    return {
      responsive: true, maintainAspectRatio: false, animation: false, indexAxis: lying ? "y" : "x",
      scales: lying ? { x: measured, y: placed } : { x: placed, y: measured },
      plugins: {
        legend: { display: !small && (table.lines.length > 1 || "target" in box.dataset), labels: { color: INK, boxWidth: 14 } },
        tooltip: { callbacks: { label: (hit) => `${hit.dataset.label}: ${numbers.format(hit.raw)}` } },
      },
      onClick: (_event, hits) => { if (hits[0] && table.links[hits[0].index]) window.location.assign(table.links[hits[0].index]); },
      onHover: (event, hits) => { event.native.target.style.cursor = hits[0] && table.links[hits[0].index] ? "pointer" : ""; },
    };
  };

  const draw = (box) => {
    const kind = box.dataset.chart;
    const table = tableOf(box);
    const place = box.querySelector(".chart-box");
    place.hidden = false;
    const lying = kind.startsWith("across");
    if (lying) place.style.height = `${Math.max(table.labels.length * 28 + 70, 130)}px`;
    const datasets = table.lines.map(dataset(kind, table));
    if ("target" in box.dataset && !lying) datasets.push(target(box, table));
    box.dataset.drawn = "";
    drawn.push(new window.Chart(box.querySelector("canvas"), {
      type: kind === "line" ? "line" : "bar",
      data: { labels: table.labels, datasets },
      options: options(box, kind, table, box.classList.contains("chart-small")),
    }));
  };

  const drawAll = () => {
    window.Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    document.querySelectorAll("[data-chart]:not([data-drawn])").forEach(draw);
  };
  document.addEventListener("DOMContentLoaded", drawAll);
  document.addEventListener("htmx:afterSettle", drawAll);
  window.addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
  window.addEventListener("afterprint", () => drawn.forEach((chart) => chart.resize()));
})();
