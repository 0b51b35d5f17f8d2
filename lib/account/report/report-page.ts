import { writeNumber, writeQuantity } from "../../charts/number-text.ts";
import { escaped, prose } from "./page-text.ts";
import type { Report, ReportSection } from "./report.ts";
import { pageStyle } from "./report-page-style.ts";
import { tableHtml } from "./report-page-table.ts";

/** A report as one page: no script, nothing fetched, to be printed on A4. All texts are escaped. */
export function reportPage(report: Report): string {
  const { language, title, headline, standard, totals, fields, open, sections, words } = report;
  const figures = totals.map(
    ({ label, value, unit, biogenicCo2, lines, lacks }) =>
      `<tr><th scope="row">${prose(label)}</th><td class="n">${value === null ? "–" : escaped(writeQuantity(writeNumber(value), unit))}</td><td class="n">${biogenicCo2 === null ? "–" : escaped(writeNumber(biogenicCo2))}</td><td class="n">${lines}</td><td>${prose(lacks)}</td></tr>`,
  );
  const stated = fields.map(
    ({ label, value, isStated }) =>
      `<tr><th scope="row">${prose(label)}</th><td${isStated ? "" : ' class="unstated"'}>${prose(value)}</td></tr>`,
  );
  const heads = [words.total, words.value, words.biogenicCo2, words.lines, words.lacks];
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<title>${escaped(title)}</title>
<style>
${pageStyle}
</style>
</head>
<body>
<main>
<h1>${prose(title)}</h1>
<p class="headline">${prose(headline)}</p>
<section>
<h2>${prose(words.summary)}</h2>
<div class="wide"><table>
<thead><tr>${heads.map((head, i) => `<th scope="col"${i > 0 && i < 4 ? ' class="n"' : ""}>${prose(head)}</th>`).join("")}</tr></thead>
<tbody>${figures.join("\n")}</tbody>
</table></div>
<p class="standard">${prose(standard)}</p>
<table class="fields">
<thead><tr><th scope="col">${prose(words.field)}</th><th scope="col">${prose(words.statement)}</th></tr></thead>
<tbody>${stated.join("\n")}</tbody>
</table>
<h3>${prose(words.open)}</h3>
${listOf(open.length > 0 ? open : [words.none])}
</section>
${sections.map((section) => sectionHtml(section, report)).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml({ key, title, sentences, tables }: ReportSection, report: Report): string {
  const [lead, ...items] = sentences;
  const said =
    key === "notCovered"
      ? `<p>${prose(lead ?? "")}</p>\n${listOf(items)}`
      : sentences.map((sentence) => `<p>${prose(sentence)}</p>`).join("\n");
  const isWide = tables.some(({ columns }) => columns.length > 8);
  return `<section class="part${isWide ? " landscape" : ""}" id="${key}">
<h2>${prose(title)}</h2>
${said}
${tables.map((table) => tableHtml(table, report.language)).join("\n")}
</section>`;
}

function listOf(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${prose(item)}</li>`).join("\n")}</ul>`;
}
