// Lets this process import the TypeScript of a clone that has not compiled it. Plain JavaScript, because it runs before.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

/** tsx otherwise takes the `tsconfig.json` of the current folder, whose `paths` would put a stranger's modules in the place of ours. */
const tsconfig = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

/** Returns what ends it. */
export function registerTypeScript() {
  return register({ tsconfig });
}
