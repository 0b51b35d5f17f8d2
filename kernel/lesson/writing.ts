import { isAmount, kindOf } from "./figures.ts";

const LONGEST = 120;

/** Writes an answer in short form, for replies and the report. */
export function writeAnswer(value: unknown): string {
  const text = write(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function write(value: unknown): string {
  if (isAmount(value)) return `${writeFigure(value.value)} ${value.unit}`;
  switch (kindOf(value)) {
    case "number":
      return writeFigure(Number(value));
    case "text":
      return JSON.stringify(value);
    case "list":
    case "matrix":
      return `[${Array.from(value as Iterable<unknown>, write).join(", ")}]`;
    case "record": {
      const entries = value instanceof Map ? [...value] : Object.entries(value as object);
      return `{${entries.map(([key, each]) => `${key}: ${write(each)}`).join(", ")}}`;
    }
    case "function":
      return String(value).replace(/\s+/g, " ");
    default:
      return String(value);
  }
}

/** Six digits are enough to recognise an answer. */
function writeFigure(value: number): string {
  return String(Number(value.toPrecision(6)));
}
