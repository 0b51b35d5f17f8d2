import { inputOutputTable } from "../../../lib/mrio/table.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { denseFromRows } from "../../../lib/numeric/matrix.ts";
import small from "./small.json" with { type: "json" };

export const expected = small.expected;

/** The small table of pymrio's tests as the tool takes it. */
export const smallInput = {
  regions: small.regions,
  sectors: small.sectors,
  Z: small.Z,
  Y: small.Y,
  yRegions: small.regions,
  F: small.F,
  FY: small.FY,
  stressors: small.stressors,
};

/** 2 regions × 3 sectors, 2 stressors. */
export function smallTable(form: "dense" | "csr" = "csr") {
  const Z = denseFromRows(small.Z);
  return inputOutputTable({
    regions: small.regions,
    sectors: small.sectors,
    Z: form === "csr" ? csrFromDense(Z) : Z,
    Y: denseFromRows(small.Y),
    yRegions: small.regions,
    F: denseFromRows(small.F),
    FY: denseFromRows(small.FY),
    stressors: small.stressors,
    units: { money: "money", stressors: ["t", "t"] },
  });
}
