import type { CellKind } from "../kind.ts";

export const typescript: CellKind = {
  name: "ts",
  type: "text/x-typescript",
  label: { en: "TypeScript", zh: "TypeScript" },
  source: { form: "program", language: "typescript" },
  editor: "typescript",
  exchange: { jupyterLanguage: "typescript", jupyterNames: ["typescript"], fences: ["ts", "typescript"] },
};
