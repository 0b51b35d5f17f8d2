/** The first paragraph of a text that is not a heading, without Markdown's marks. */
export function summaryOf(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((block) => block.trim() && !/^\s*[#>|`-]/.test(block)) ?? "";
  return paragraph
    .replace(/\$\{[^}]*\}/g, "…")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
