import katex from "katex";

type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;

/** TeX as a template, inline; `tex.block` for a line of its own. Rendered as MathML, which needs no font or style sheet. */
export const tex: Tag & { block: Tag } = Object.assign(render(false), { block: render(true) });

function render(displayMode: boolean): Tag {
  return (strings, ...values) => {
    const root = document.createElement(displayMode ? "div" : "span");
    root.className = displayMode ? "tex tex-block" : "tex";
    // A formula may be wider than the column: then the keyboard, too, can move it.
    if (displayMode) root.tabIndex = 0;
    katex.render(String.raw(strings, ...values), root, {
      displayMode,
      output: "mathml",
      throwOnError: true,
      trust: false,
    });
    return root;
  };
}
