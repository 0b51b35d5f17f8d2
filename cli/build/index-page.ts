import { titleIn } from "../../kernel/document/index.ts";
import { escapeAttribute, escapeText } from "../results/markup.ts";
import { pagePolicy } from "../serve/page-policy.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { earlyScript, type PageLinks } from "./notebook-page.ts";
import type { SiteLanguage } from "./words.ts";

/** The list of all notebooks of a site: title, first figure, summary. It needs no script. */
export function indexPage(
  title: string,
  notebooks: readonly BuiltNotebook[],
  links: Pick<PageLinks, "head" | "style" | "script">,
  language: SiteLanguage,
): string {
  return `<!doctype html>
<html class="published" lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy([earlyScript], "beside")}">
<meta name="color-scheme" content="light dark">
<title>${escapeText(title)}</title>
${links.head}
${links.style}
<script>${earlyScript}</script>
${links.script}
</head>
<body class="reader">
<main class="site-index">
<h1>${escapeText(title)}</h1>
<ol>
${notebooks.map((each) => cardOf(each, language)).join("\n")}
</ol>
</main>
</body>
</html>
`;
}

function cardOf({ name, notebook, summary, figure }: BuiltNotebook, language: SiteLanguage): string {
  // The title already describes the picture: a screen reader would read it twice.
  return `<li><a href="./${escapeAttribute(encodeURIComponent(name))}.html"><span class="figure" aria-hidden="true">${figure ?? ""}</span><h2>${escapeText(titleIn(notebook, language) || name)}</h2></a><p>${escapeText(summary)}</p></li>`;
}
