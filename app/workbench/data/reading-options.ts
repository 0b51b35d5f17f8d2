import { html, nothing, type TemplateResult } from "lit";
import { dateOrders, type TableReading } from "../../../lib/files/table/table-reading.ts";
import type { Message } from "../../../lib/message/message.ts";
import { say } from "../../language/speech.ts";
import { addDataTexts } from "./add-data-texts.ts";
import type { TableOptions } from "./offered-file.ts";

/** The encodings by their labels, with the names that people know them by. */
export const encodings: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GB18030 (GBK)",
  "windows-1252": "Windows-1252",
};

const separators: Readonly<Record<string, Message>> = {
  ",": addDataTexts.comma(),
  ";": addDataTexts.semicolon(),
  "\t": addDataTexts.tab(),
  "|": addDataTexts.bar(),
  " ": addDataTexts.space(),
};

/** Fields with which the user sets how a table is read: only those that its format has. */
export function readingOptions(
  reading: TableReading,
  set: (options: TableOptions) => void,
): TemplateResult | typeof nothing {
  const { encoding, delimiter, decimal, header, skip, head = 1, unitRow = false, foot = 0, dates } = reading;
  const fields = [
    encoding !== undefined &&
      choice(
        addDataTexts.encoding(),
        encoding,
        withOther(encodings, encoding).map((label) => [label, encodings[label] ?? label.toUpperCase()]),
        (label) => set({ encoding: label }),
      ),
    delimiter !== undefined &&
      choice(
        addDataTexts.separator(),
        delimiter,
        withOther(separators, delimiter).map((sign) => [sign, separators[sign] ? say(separators[sign]) : sign]),
        (sign) => set({ delimiter: sign }),
      ),
    decimal !== undefined &&
      choice(
        addDataTexts.decimal(),
        decimal,
        [
          [".", say(addDataTexts.point())],
          [",", say(addDataTexts.decimalComma())],
        ],
        (sign) => set({ decimal: sign === "," ? "," : "." }),
      ),
    header !== undefined &&
      choice(
        addDataTexts.header(),
        header ? String(head) : "none",
        [
          ...[...new Set([1, 2, 3, head])].map(
            (rows) =>
              [
                String(rows),
                say(rows === 1 ? addDataTexts.firstRow() : addDataTexts.firstRows({ count: rows })),
              ] as const,
          ),
          ["none", say(addDataTexts.noRow())],
        ],
        (value) => set(value === "none" ? { header: false, head: 1 } : { header: true, head: Number(value) }),
      ),
    header === true &&
      skip !== undefined &&
      choice(
        addDataTexts.unitRow(),
        String(unitRow),
        [
          ["false", say(addDataTexts.noUnitRow())],
          ["true", say(addDataTexts.rowBelow())],
        ],
        (value) => set({ unitRow: value === "true" }),
      ),
    skip !== undefined && count(addDataTexts.skip(), skip, 1_000_000, (rows) => set({ skip: rows })),
    skip !== undefined && count(addDataTexts.foot(), foot, 1_000, (rows) => set({ foot: rows })),
    dates !== undefined &&
      choice(
        addDataTexts.dates(),
        dates,
        dateOrders.map((order) => [order, say(addDataTexts[order]())]),
        (value) => set({ dates: dateOrders.find((order) => order === value) ?? dates }),
      ),
  ].filter((field) => field !== false);
  if (fields.length === 0) return nothing;
  return html`<fieldset class="options">
    <legend class="visually-hidden">${say(addDataTexts.options())}</legend>
    ${fields}
  </fieldset>`;
}

function withOther(known: Readonly<Record<string, unknown>>, current: string): string[] {
  return [...new Set([...Object.keys(known), current])];
}

function choice(
  label: Message,
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  set: (value: string) => void,
): TemplateResult {
  return html`<label>
    ${say(label)}
    <select class="field" .value=${value} @change=${({ target }: Event) => set((target as HTMLSelectElement).value)}>
      ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
  </label>`;
}

function count(label: Message, value: number, most: number, set: (value: number) => void): TemplateResult {
  return html`<label>
    ${say(label)}
    <input
      class="field"
      type="number"
      min="0"
      max=${most}
      step="1"
      .value=${String(value)}
      @change=${({ target }: Event) => {
        const rows = (target as HTMLInputElement).valueAsNumber;
        if (Number.isInteger(rows) && rows >= 0 && rows <= most) set(rows);
      }}
    />
  </label>`;
}
