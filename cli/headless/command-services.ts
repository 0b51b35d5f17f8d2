import { dirname, join } from "node:path";
import { type NodeServices, openNodeServices } from "../../kernel/headless/node-services.ts";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import { root } from "../installation/root.ts";
import { compileKernels } from "../serve/wasm.ts";

/** The services of a command that runs notebooks: the shipped datasets, and the notebooks in the same folder. */
export async function commandServices(file: string, reproducible = false): Promise<NodeServices> {
  // Without the compiler (a production install) the kernels run in TypeScript.
  const builds = await compileKernels(root).catch(() => ({}));
  return openNodeServices({
    datasets: join(root, "datasets"),
    notebook: async (name) => {
      const path = join(dirname(file), `${name}.html`);
      return readRegularText(path).catch(() => {
        throw new Error(`There is no notebook “${name}” beside this one (${path}).`);
      });
    },
    builds,
    reproducible,
  });
}
