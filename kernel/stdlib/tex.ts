import katex from "katex";

type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;

/** A template tag for inline TeX; `tex.block` for display style. Rendered as MathML, which needs no font or style sheet. */
export const tex: Tag & { block: Tag } = Object.assign(render(false), { block: render(true) });

function render(displayMode: boolean): Tag {
  return (strings, ...values) => {
    const root = document.createElement(displayMode ? "div" : "span");
    root.className = displayMode ? "tex tex-block" : "tex";
    // A formula may be wider than the column, so it must be scrollable by keyboard.
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
