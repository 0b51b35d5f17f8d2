import { Table } from "apache-arrow";
import { writeLeaf } from "../../../kernel/montecarlo/draw-engine.ts";
import type { Shape } from "../../../kernel/montecarlo/slots.ts";
import { say } from "../../language/speech.ts";
import { uncertaintyTexts } from "./texts.ts";

/** A number of a cell as readers know it: the texts of its row, and its field. */
export interface LeafName {
  /** `China`; empty if the number is in no row that has a text. */
  readonly row: string;
  /** `production`, or the whole name for a number in no row. */
  readonly field: string;
  readonly whole: string;
}

/** The name of a number of a cell; rows are named by their first text, if the value is at hand. */
export function leafName(shape: Shape, leaf: number, read: (name: string) => unknown): LeafName {
  const { slot, path } = shape.leaves[leaf]!;
  const { kind, name, index, text = "" } = shape.slots[slot]!;
  if (kind === "hole") return plain(say(uncertaintyTexts.hole({ text })));
  const row = kind === "name" ? rowText(read(name), path[0]) : "";
  if (row !== "") {
    const field = path.slice(1).join(".") || name;
    return { row, field, whole: `${row}, ${field}` };
  }
  const stem = kind === "shown" ? say(uncertaintyTexts.shown({ place: index + 1 })) : name;
  return plain(stem || path.length > 0 ? writeLeaf(stem, path).replace(/^\./, "") : say(uncertaintyTexts.value()));
}

function plain(whole: string): LeafName {
  return { row: "", field: whole, whole };
}

/** The first text of a row; empty without one. */
function rowText(value: unknown, row: string | number | undefined): string {
  if (typeof row !== "number") return "";
  const record: unknown = value instanceof Table ? value.get(row)?.toJSON() : Array.isArray(value) ? value[row] : null;
  if (typeof record !== "object" || record === null) return "";
  return Object.values(record).find((each): each is string => typeof each === "string") ?? "";
}
