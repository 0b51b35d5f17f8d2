import { z } from "zod";
import { matrices, matrix } from "../../tool/matrix.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { emissions } from "../results/table-units.ts";

/** Accounts under the factors of a what-if: K × R, and per stressor R × R. */
export const whatIfAccountsShape = z.object({
  D_pba: matrix("K × R.", emissions),
  D_cba: matrix("K × R.", emissions),
  D_imp: matrix("K × R.", emissions),
  D_exp: matrix("K × R.", emissions),
  flows: matrices("Per stressor, origin × consumer.", emissions),
});
export type WhatIfAccounts = ResultOf<typeof whatIfAccountsShape>;
