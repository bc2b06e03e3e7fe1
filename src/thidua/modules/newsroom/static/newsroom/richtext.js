// A few kinds of text in place of a textarea: the browser's own editing, the server cleans what comes.
// Without JavaScript the textarea stays: an empty line begins a paragraph.
(() => {
  "use strict";
  const words = document.querySelector("[data-richtext-words]")?.dataset;
  if (!words) return;
  const TOOLS = [
    [words.bold, "B", "bold"], [words.italic, "I", "italic"], [words.heading, "H", "formatBlock", "h2"],
    [words.list, "•", "insertUnorderedList"], [words.quote, "“”", "formatBlock", "blockquote"],
    [words.plain, "¶", "formatBlock", "p"],
  ];

  const button = (place, label, sign, command, value) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "btn btn-sm", textContent: sign, title: label });
    made.setAttribute("aria-label", label);
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => { place.focus(); document.execCommand(command, false, value); });
    return made;
  };

  const upgrade = (area) => {
    const place = document.createElement("div");
    place.className = "form-control richtext";
    place.contentEditable = "true";
    for (const [name, value] of [["role", "textbox"], ["aria-multiline", "true"]]) place.setAttribute(name, value);
    const label = document.querySelector(`label[for="${area.id}"]`);
    if (label) { label.id ||= `${area.id}-label`; place.setAttribute("aria-labelledby", label.id); }
    place.innerHTML = area.value.includes("<") ? area.value : area.value.split(/\n\s*\n/).map((part) => `<p>${part}</p>`).join("");
    const bar = document.createElement("div");
    bar.className = "richtext-tools";
    bar.append(...TOOLS.map((tool) => button(place, ...tool)));
    document.execCommand("defaultParagraphSeparator", false, "p");
    const keep = () => { area.value = place.textContent.trim() ? place.innerHTML : ""; };
    place.addEventListener("input", keep);
    place.addEventListener("paste", (event) => {
      event.preventDefault();
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    });
    area.hidden = true;
    area.before(bar, place);
    area.form.addEventListener("submit", keep);
  };
  document.querySelectorAll("textarea[data-richtext]").forEach(upgrade);
})();
