import { tokenizer } from "acorn";
import type { CheckedCell } from "../subject.ts";

/** Whether a cell states the source of its numbers: a comment, a property such as `source`, a DOI or URL, a citation. */
export function saysSource(cell: CheckedCell): boolean {
  const { cell: written, syntax } = cell;
  const { source } = written;
  if (/\bdatasets\.cite\(|class="citation"|<figcaption\b|\bdoi\b|10\.\d{4,}\/|https?:\/\//i.test(source)) return true;
  if (/(?<![\w$.])["']?(?:source|caption|citation|reference|references|publisher)["']?\s*:/.test(source)) return true;
  return syntax !== undefined && hasComment(syntax.script);
}

/** A comment of two words or more. */
function hasComment(script: string): boolean {
  let found = false;
  const onComment = (_isBlock: boolean, text: string) => {
    found ||= /\p{L}{2,}[^\p{L}]+\p{L}{2,}|\p{Script=Han}{2,}/u.test(text);
  };
  try {
    for (const _token of tokenizer(script, { ecmaVersion: "latest", sourceType: "module", onComment }))
      if (found) break;
  } catch {
    // The tokens read so far are sufficient.
  }
  return found;
}
