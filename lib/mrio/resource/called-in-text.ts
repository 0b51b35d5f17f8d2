import type { CalledInText } from "../../tool/resource.ts";
import { firstShippedYear, lastShippedYear } from "./dataset-names.ts";
import type { TableRequest } from "./request.ts";

const shippedYears = Array.from({ length: lastShippedYear - firstShippedYear + 1 }, (_, i) => firstShippedYear + i);

/** The shipped tables that a call may open: that of a written year, or of all; of a written size, or of both. */
export const called: CalledInText<TableRequest> = {
  function: "consumption.table",
  requests(written) {
    const year = written.get("year");
    const size = written.get("regions");
    const years = typeof year === "number" ? [year] : shippedYears;
    const sizes = typeof size === "number" ? [size] : written.has("regions") ? [41, 7] : [41];
    return sizes.flatMap((regions) => years.map((each) => ({ year: each, regions, edits: [] })));
  },
};
