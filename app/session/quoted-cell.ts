import type { ValueReport } from "../../kernel/sandbox/protocol.ts";
import type { QuotedCell } from "../../lib/dialogue/conversation.ts";

/** Of the source and of the values no more is quoted, in characters. */
const LONGEST_SOURCE = 1000;
const LONGEST_VALUES = 400;
const LONGEST_NAME = 60;

/**
 * A cell as a question quotes it to a model: its source, and what is shown of the values of its names, both cut where they are long.
 * @param outputs the names that the cell defines
 * @param values what the frame has reported of values, by name
 */
export function quotedCell(
  source: string,
  outputs: readonly string[],
  values: ReadonlyMap<string, Pick<ValueReport, "type" | "size" | "preview">>,
): QuotedCell {
  const name = outputs.length > 0 ? outputs.join(", ") : (source.trim().split("\n")[0] ?? "");
  const shown = outputs.flatMap((output) => {
    const value = values.get(output);
    return value ? [`${output} = ${value.preview} (${[value.type, value.size].filter(Boolean).join(", ")})`] : [];
  });
  const parts = [cut(source.trim(), LONGEST_SOURCE), cut(shown.join("\n"), LONGEST_VALUES)];
  return { name: cut(name, LONGEST_NAME), text: parts.filter(Boolean).join("\n\n") };
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
