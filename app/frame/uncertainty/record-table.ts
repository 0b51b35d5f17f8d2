import type { BesideNumber } from "../table/grid.ts";

/** Puts something beside the numbers of an `Inputs.table`: of the rows that it has drawn, in columns that go by their field. */
export function besideRecords(form: Element, beside: BesideNumber, mark: (text: string) => HTMLElement): void {
  const table = form.querySelector("table");
  const names = [...(table?.tHead?.rows[0]?.cells ?? [])].map(({ title }) => title);
  for (const [row, { cells }] of [...(table?.tBodies[0]?.rows ?? [])].entries()) {
    for (const [i, cell] of [...cells].entries()) {
      const text = beside(row, names[i] ?? "");
      if (text) cell.append(mark(text));
    }
  }
}
