/** The id of the element of a built page that contains the data of its program, as JSON. */
export const pageDataId = "yuheng-page";

/** JSON in a script element of a page. */
export function jsonScript(id: string, value: unknown): string {
  const text = JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028");
  return `<script type="application/json" id="${id}">${text}</script>`;
}

/** The value that `jsonScript` wrote into a page's text; undefined if there is none of this id, or it is not JSON. */
export function readJsonScript(page: string, id: string): unknown {
  // Every `<` of the JSON is escaped, so the next one ends the element.
  const start = page.indexOf(`<script type="application/json" id="${id}">`);
  if (start < 0) return undefined;
  const from = page.indexOf(">", start) + 1;
  try {
    return JSON.parse(page.slice(from, page.indexOf("<", from)));
  } catch {
    return undefined;
  }
}
