import { join } from "node:path";
import { defineConfig } from "vite";
import { datasets } from "./cli/serve/datasets.ts";
import { notebooks } from "./cli/serve/notebooks.ts";
import { workbenchConfig } from "./cli/serve/workbench-config.ts";

const root = import.meta.dirname;

/** The workbench with its notebooks and datasets: as Vite serves it while it is worked on, and as a site without a server. */
export default defineConfig(
  workbenchConfig(root, [
    datasets(join(root, "datasets")),
    notebooks(process.env.YUHENG_NOTEBOOKS ?? join(root, "notebooks")),
  ]),
);
