import { isMarkdown } from "../../kernel/cell/kinds.ts";
import { isInputCell, partsOfSummary, summarizeCell } from "../../kernel/compile/cell-summary.ts";
import { type CompiledCell, compileCell } from "../../kernel/compile/index.ts";
import { cellAdditions } from "../../kernel/document/format.ts";
import type { Cell } from "../../kernel/document/notebook.ts";
import { languageOf, otherLanguages, titleIn } from "../../kernel/document/translations.ts";
import type { ExecutedCell } from "../../kernel/headless/executed-notebook.ts";
import { lockId } from "../../kernel/integrity/page-data.ts";
import { isAnswer } from "../../kernel/lesson/cells.ts";
import { jsonScript, pageDataId } from "../../kernel/markup/json-script.ts";
import { sourceOf, sourceTexts } from "../../kernel/output/figure/figure-source.ts";
import type { TrailCell } from "../../kernel/provenance/trail.ts";
import type { CellError } from "../../kernel/runtime/cell-error.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { originOf } from "../../kernel/services/catalogue-phrases.ts";
import { datasetsOf, toolsOf } from "../../kernel/services/step.ts";
import { textIn, writeMessage } from "../../lib/message/write.ts";
import { escapeAttribute, escapeText } from "../results/markup.ts";
import { pagePolicy } from "../serve/page-policy.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { colouredCode } from "./colouring.ts";
import { withDescriptions, withFooters } from "./pictures.ts";
import { type SiteLanguage, words, written } from "./words.ts";

/** What a page loads: addresses relative to it, or the content itself in a page that is one file. */
export interface PageLinks {
  /** A link to the style sheet, or the sheet itself. */
  readonly style: string;
  /** The script element of the program, at the end of the head. */
  readonly script: string;
  /** The text of the script that loads the program where the page has no origin. */
  readonly embedded?: string;
  /** In a page that is one file, the markup after the notebook: the program and all that it needs. */
  readonly end?: string;
  /** The text of the script in `end`. */
  readonly program?: string;
  /** Whether the files that the page needs are next to it or within it. */
  readonly files: "beside" | "within";
  /** Further elements of the head: icon, manifest. */
  readonly head: string;
  /** The list of all notebooks; null if this is the only one. */
  readonly index: { readonly address: string; readonly title: string } | null;
}

/** A notebook as a page: complete without a script, and interactive once its program runs. */
export function notebookPage(built: BuiltNotebook, links: PageLinks, language: SiteLanguage): string {
  const { notebook, executed, narrow, data, summary } = built;
  const { lock, ...page } = data;
  const outputs = new Map(executed.cells.map((cell) => [cell.id, cell]));
  const hidden = otherLanguages(notebook.cells, language);
  const compiled = new Map(notebook.cells.map((cell) => [cell.id, compileCell(cell)]));
  const declared = new Set([...compiled.values()].flatMap(({ outputs }) => outputs));
  const trailCells = notebook.cells.map((cell, i) =>
    trailCellOf(cell, i + 1, compiled.get(cell.id)!, outputs.get(cell.id)!),
  );
  const linked = (html: string, cell: number) => {
    const source = sourceOf(trailCells, cell, data.catalogue);
    const footed = withFooters(html, source ? written(source, language) : "", written(sourceTexts.more(), language));
    return withPageLinks(withDescriptions(withoutOwnElements(footed)), data.pages);
  };
  const cells = notebook.cells.map((cell, place) => {
    const executed = outputs.get(cell.id)!;
    const other = narrow.get(cell.id);
    const wide = linked(executed.html, cell.id);
    const output =
      other === undefined
        ? wide
        : `<div class="made-wide">${wide}</div><div class="made-narrow">${linked(other, cell.id)}</div>`;
    const isReadersAnswer = isAnswer(notebook.cells, place);
    return cellOf(
      {
        cell,
        compiled: compiled.get(cell.id)!,
        declared,
        executed,
        output,
        isReadersAnswer,
        isHidden: hidden.has(cell.id),
      },
      language,
    );
  });
  const scripts = [earlyScript, links.embedded, links.program].filter((script) => script !== undefined);
  const lang = notebook.attributes.lang ?? language;
  const title = titleIn(notebook, language);
  const home = links.index
    ? `<a class="home" href="${links.index.address}">${escapeText(links.index.title)}</a>`
    : `<span class="home">${escapeText(title)}</span>`;
  return `<!doctype html>
<html class="published" lang="${escapeAttribute(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy(scripts, links.files)}">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
<meta name="description" content="${escapeAttribute(summary)}">
${links.head}
${links.style}
<script>${earlyScript}</script>${links.embedded ? `\n<script>${links.embedded}</script>` : ""}
${jsonScript(lockId, lock)}
${jsonScript(pageDataId, page)}
${links.script}
</head>
<body class="reader">
<header class="reader-bar"><nav>${home}</nav><div id="reader-tools"></div></header>
<div id="notebook"><div class="built">
<main>
${cells.join("")}
</main>
${sourcesOf(built, language)}
</div></div>${links.end ?? ""}
</body>
</html>
`;
}

/**
 * Where the page is embedded in another, only the requested cells are ever painted. Names come from the address, so they are
 * written into the style sheet as CSS strings.
 */
const embeddedScript = `if(parent!==window){const g=new URLSearchParams(location.hash.slice(1)),e=g.get("embed");if(e!==null){const r=document.documentElement,t=g.get("theme");r.classList.add("embedded");if(/^(light|dark)$/.test(t))r.dataset.theme=t;const n=e.split(",").map(s=>s.trim()).filter(Boolean);if(n.length){const s=document.createElement("style");s.textContent=".embedded .cell"+n.map(m=>":not([data-names~="+JSON.stringify(m)+"]):not([id="+JSON.stringify("cell-"+m)+"])").join("")+"{display:none}";document.head.append(s)}}}`;

/**
 * Loads the program where a page of a site is embedded in another page: it has no origin there, and may load a classic script
 * of its site, but no module.
 */
export function embeddedProgram(address: string): string {
  const text = JSON.stringify(`./${address}`);
  return `if(origin==="null"&&/^https?:$/.test(location.protocol))addEventListener("DOMContentLoaded",()=>{const s=document.createElement("script"),a=${text};s.src=globalThis.trustedTypes?trustedTypes.createPolicy("yuheng-embedded",{createScriptURL:()=>a}).createScriptURL(""):a;document.head.append(s)});`;
}

/** Applies the theme that a reader chose on another page, and hides the code, before anything is painted. Without scripts it stays. */
export const earlyScript = `${embeddedScript}{const d=document.documentElement.dataset;d.code="hidden";try{const p=JSON.parse(localStorage.getItem("yuheng.reader"))||{};if(/^(light|dark)$/.test(p.theme))d.theme=p.theme;if(p.code===true)d.code="shown"}catch{}}`;

/** What the markup of a cell is made of. */
interface PageCell {
  readonly cell: Cell;
  readonly compiled: CompiledCell;
  /** The names that cells of the notebook declare. */
  readonly declared: ReadonlySet<string>;
  readonly executed: ExecutedCell;
  readonly output: string;
  /** Whether the reader answers an exercise in it, so that its editor is always shown. */
  readonly isReadersAnswer: boolean;
  /** Whether it is a text in another language than the page's. */
  readonly isHidden: boolean;
}

/** A cell in the markup of the frame, so that nothing moves when the program starts. Its code is folded. */
function cellOf(page: PageCell, language: SiteLanguage): string {
  const { cell, compiled, declared, executed, output, isReadersAnswer, isHidden } = page;
  const { id, kind, source, attributes } = cell;
  const { state } = executed;
  const names = [...new Set([...compiled.outputs, attributes[cellAdditions.name] ?? ""])];
  const tag = languageOf(cell);
  const own = `${tag === undefined ? "" : ` lang="${escapeAttribute(tag)}"`}${isHidden ? " data-other-language" : ""}`;
  const defined = names.filter((name) => name !== "").join(" ");
  const isOpen = "pinned" in attributes;
  const parts = partsOfSummary(
    kind,
    summarizeCell(cell, compiled, (name) => declared.has(name)),
  );
  const about = parts.map((part) => withCode(writeMessage(part, { tag: language }))).join(" · ");
  const classes = { answer: isReadersAnswer, input: isInputCell(cell, compiled), several: compiled.outputs.length > 1 };
  const named = Object.entries(classes).flatMap(([name, applies]) => (applies ? [name] : []));
  return `<section class="${["cell", ...named].join(" ")}" id="cell-${id}" data-status="${state.status}" data-kind="${escapeAttribute(kind)}"${own}${defined ? ` data-names="${escapeAttribute(defined)}"` : ""}><div class="gutter"></div><div class="body"><div class="output">${output}</div><div class="notice">${noticeOf(executed, language)}</div><details class="code"${isOpen ? " open" : ""}><summary class="summary${isMarkdown(kind) ? " quiet" : ""}" title="${written(words.code(), language)}"><span class="fold" aria-hidden="true">▸</span><span class="about">${about}</span></summary><div class="editor"><pre class="read-code" tabindex="0">${colouredCode(source, kind)}</pre></div></details></div><div class="insert"></div></section>`;
}

/** A sentence with code between backticks, as markup. */
function withCode(sentence: string): string {
  return escapeText(sentence).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** The product's own elements need the value of their running cell: until then they are plain `div`s with their content. */
function withoutOwnElements(html: string): string {
  return html.replace(/(<\/?)yuheng-[a-z-]+/g, "$1div");
}

/** The workbench's links to notebooks, as links to their pages. */
function withPageLinks(html: string, pages: readonly string[]): string {
  return html.replace(/href="#\/n\/([^"]+)"/g, (link, written: string) => {
    const name = pages.find((name) => name === written || encodeURIComponent(name) === written);
    return name === undefined ? link : `href="./${escapeAttribute(encodeURIComponent(name))}.html"`;
  });
}

function noticeOf(cell: ExecutedCell, language: SiteLanguage): string {
  const { warnings = [] } = cell.state;
  return failureOf(cell, language) + warnings.map((warning) => errorOf("warning", warning, language)).join("");
}

function errorOf(level: "failed" | "warning", error: CellError, language: SiteLanguage): string {
  const { message, said, line, column } = error;
  const place = line === undefined ? "" : ` (${line}:${column ?? 1})`;
  return `<div class="${level === "failed" ? "error" : "error warning"}"><p><strong>${written(words[level](), language)}</strong>${written(words.colon(), language)}${withCode(said ? written(said, language) : message)}${place}</p></div>`;
}

function failureOf({ state, error }: ExecutedCell, language: SiteLanguage): string {
  if (error) return errorOf("failed", error, language);
  return state.status === "blocked" ? `<p class="waiting">${written(words.waiting(), language)}</p>` : "";
}

/** The data that the cells read, with their licences, and the methods, in the markup of the frame. */
function sourcesOf({ executed, data }: BuiltNotebook, language: SiteLanguage): string {
  const steps = executed.cells.flatMap((cell) => cell.steps);
  const names = datasetsOf(steps);
  const datasets = data.catalogue.filter(({ name }) => names.includes(name));
  const called = toolsOf(steps);
  const tools = data.tools.filter(({ name }) => called.includes(name));
  const citations = new Map(datasets.map((entry) => [entry.citation || `${entry.publisher}, ${entry.vintage}`, entry]));
  const references = new Set(tools.flatMap((tool) => tool.references));
  if (citations.size + references.size === 0) return `<footer class="sources" hidden></footer>`;
  const titles = tools.map(({ title }) => textIn(title, language)).join(written(words.between(), language));
  const methods =
    references.size === 0
      ? ""
      : `<p>${escapeText(titles)}</p><ul>${[...references].map((each) => `<li>${escapeText(each)}</li>`).join("")}</ul>`;
  return `<footer class="sources"><details><summary>${written(words.sources(), language)}</summary><ul>${[...citations]
    .map(([citation, entry]) => `<li>${escapeText(citation)} ${licenceOf(entry, language)}</li>`)
    .join("")}</ul>${methods}</details></footer>`;
}

function licenceOf(entry: DatasetEntry, language: SiteLanguage): string {
  const licence = escapeText(writeMessage(originOf(entry).licence, { tag: language }));
  return entry.licence_url ? `<a href="${escapeAttribute(entry.licence_url)}">${licence}</a>` : licence;
}

/** A cell with what its run requested, from which the sources of its figures follow. */
function trailCellOf(
  { id, source }: Cell,
  place: number,
  { outputs, inputs }: CompiledCell,
  { steps }: ExecutedCell,
): TrailCell {
  return { id, place, source, outputs, inputs, steps };
}
