// django-prose-editor's bundle of Tiptap in place of a textarea, with the few kinds of text that an article needs.
// Without JavaScript the textarea stays: an empty line begins a paragraph. The server cleans whatever comes.
(async () => {
  "use strict";
  const words = document.querySelector("[data-richtext-words]")?.dataset;
  if (!words) return;
  const said = { URL: words.address, Title: words.linkTitle, "Edit Link": words.link, Update: words.update, Cancel: words.cancel };
  window.gettext = (source) => said[source] ?? source;
  const { Editor, Document, Paragraph, Text, HardBreak, Heading, Bold, Italic, BulletList, OrderedList, ListItem, Blockquote, Link, History, Gapcursor, Menu } =
    await import(words.editor);

  const kinds = [
    Document, Paragraph, Text, HardBreak, Heading.configure({ levels: [2, 3] }), Bold, Italic, BulletList, OrderedList, ListItem,
    Blockquote, Link.configure({ enableTarget: false }), History, Gapcursor,
    Menu.configure({ groups: ["headings", "lists", "nodes -blockType -lists", "marks", "link", "history"].map((group) => ({ group })) }),
  ];

  const named = (place) => {
    for (const button of place.querySelectorAll("button[data-name]")) {
      const label = words[button.dataset.name];
      if (label) { button.title = label; button.setAttribute("aria-label", label); }
    }
  };

  const upgrade = (area) => {
    const place = document.createElement("div");
    place.className = "prose-editor richtext";
    area.before(place);
    const label = document.querySelector(`label[for="${area.id}"]`);
    if (label) label.id ||= `${area.id}-label`;
    const paragraph = (text) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] });
    const content = area.value.includes("<") ? area.value : { type: "doc", content: area.value.split(/\n\s*\n/).map(paragraph) };
    new Editor({
      element: place,
      extensions: kinds,
      content,
      injectCSS: false, // an inline style would be refused; its rules stand in house.css
      editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label?.id ?? "", class: "form-control" } },
      onCreate: () => { area.hidden = true; named(place); },
      onUpdate: ({ editor }) => {
        area.value = editor.isEmpty ? "" : editor.getHTML();
        area.dispatchEvent(new Event("input", { bubbles: true }));
      },
    });
  };
  document.querySelectorAll("textarea[data-richtext]").forEach(upgrade);
})();
