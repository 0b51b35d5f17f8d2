import { parseHTML } from "linkedom";

/** What no reader should meet in an output: words of the language instead of a value. */
const unsaid = /\bundefined\b|\bNaN\b|\[object |(?<![\w.])-?Infinity\b/;

/** A number so small that it can only be what rounding left of zero. */
const RESIDUE = 1e-9;
const tiny = /(?<![\w.])[-−]?\d(?:\.\d+)?(?:e[-−](\d+)|\s?[×·]\s?10([⁻⁰-⁹¹²³]+))/g;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** What says of such a number that it is meant to be small: how far an identity is from closing. */
const aboutResidue =
  /residual|gap|identit|clos|residue|error|tolerance|differ|balance|relative|残差|恒等|闭合|误差|容差|差|相对|平衡/i;

/** Parts of an output that show code or formulas. */
const notProse = "code, pre, script, style, .katex, .cm-editor, yuheng-exercise, .assertion";

export interface OutputFault {
  readonly kind: "unsaid" | "residue" | "bare number" | "counted names";
  readonly text: string;
}

/** What is wrong with how an output reads, of a cell's output as HTML. A last output must not be a number alone. */
export function outputFaults(html: string, { isLast = false }: { readonly isLast?: boolean } = {}): OutputFault[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll(notProse)) element.remove();
  const text = visibleText(document.body);
  const faults: OutputFault[] = [];
  const found = unsaid.exec(text);
  if (found) faults.push({ kind: "unsaid", text: around(text, found.index) });
  if (!aboutResidue.test(text)) {
    for (const match of text.matchAll(tiny)) {
      if (10 ** -exponentOf(match) <= RESIDUE) faults.push({ kind: "residue", text: around(text, match.index) });
    }
  }
  if (isLast && /^[-−\d.,\s\u2009\u202f]+$/.test(text.trim()) && /\d/.test(text))
    faults.push({ kind: "bare number", text: text.trim() });
  for (const table of document.querySelectorAll("table")) {
    const names = [...table.querySelectorAll("tbody tr")].map((row) =>
      row.querySelector("th, td")?.textContent?.trim(),
    );
    const counts = names.length > 1 && names.every((name, i) => name === String(i));
    if (counts) faults.push({ kind: "counted names", text: around(table.textContent ?? "", 0) });
  }
  return faults;
}

/** The texts of an element with what it says to those who do not see it, a space between any two. */
function visibleText(root: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.textContent ?? "");
    const element = node as Element;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      const value = node.nodeType === 1 ? element.getAttribute(name) : null;
      if (value) parts.push(value);
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return parts.join(" ").replaceAll(/\s+/g, " ");
}

function exponentOf([, plain, raised]: RegExpMatchArray): number {
  if (plain !== undefined) return Number(plain);
  const digits = [...(raised ?? "")].map((each) => (each === "⁻" ? "-" : String(superscripts.indexOf(each)))).join("");
  return -Number(digits);
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60).trim();
}
