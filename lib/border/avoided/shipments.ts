import { messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";

const texts = messages("border.shipments", {
  noYear: {
    en: "There are no exports of {year}: the table has {years}.",
    zh: "没有 {year} 年的出口数据：该表有 {years} 年。",
  },
});

export const solarProducts = ["panels", "cells", "wafers"] as const;
export type SolarProduct = (typeof solarProducts)[number];

export const windMeasures = ["annual", "cumulative"] as const;
export type WindMeasure = (typeof windMeasures)[number];

/** Capacity that was exported to a destination. */
export interface Shipment {
  /** Null where the source names no country. */
  readonly iso3: string | null;
  readonly area: string;
  /** 1 to 12; null for a whole year. */
  readonly month: number | null;
  readonly capacity_MW: number;
}

/** China's exports of a solar product in a year, by destination and month. Throws BorderError if the table has no such year. */
export async function solarShipments(year: number, product: SolarProduct, read: Read): Promise<Shipment[]> {
  const columns = await read("solar_exports_china_monthly", { year, product });
  const [of, what, month] = [columns.numbers("year"), columns.texts("product"), columns.numbers("month")];
  const [iso3, area, mw] = [columns.texts("iso3"), columns.texts("area"), columns.numbers("capacity_mw")];
  const rows = Array.from({ length: columns.rows }, (_, row) => row).filter((row) => what[row] === product);
  const found = rows.filter((row) => of[row] === year);
  if (found.length === 0) throw noYear(year, rows, of);
  return found.map((row) => ({
    iso3: iso3[row] ?? null,
    area: area[row]!,
    month: month[row]!,
    capacity_MW: mw[row]!,
  }));
}

/** China's exports of wind turbines with a published destination, and all of them. Throws BorderError. */
export async function windShipments(
  year: number,
  measure: WindMeasure,
  read: Read,
): Promise<{ readonly shipments: readonly Shipment[]; readonly total_MW: number }> {
  const columns = await read("china_wind_exports", { year, measure });
  const [of, what, mw] = [columns.numbers("year"), columns.texts("measure"), columns.numbers("capacity_mw")];
  const [iso3, area] = [columns.texts("iso3"), columns.texts("area")];
  const rows = Array.from({ length: columns.rows }, (_, row) => row).filter((row) => what[row] === measure);
  const named = rows.filter((row) => iso3[row] !== null);
  const found = named.filter((row) => of[row] === year);
  if (found.length === 0) throw noYear(year, named, of);
  const all = rows.find((row) => of[row] === year && iso3[row] === null)!;
  return {
    shipments: found.map((row) => ({
      iso3: iso3[row]!,
      area: area[row]!,
      month: null,
      capacity_MW: mw[row]!,
    })),
    total_MW: mw[all]!,
  };
}

function noYear(year: number, rows: readonly number[], of: ArrayLike<number | null>): BorderError {
  const years = [...new Set(rows.map((row) => of[row]!))].sort((a, b) => a - b);
  return new BorderError("year", texts.noYear({ year, years }));
}
