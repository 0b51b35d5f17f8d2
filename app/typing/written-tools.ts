import { tools } from "../../lib/tools.ts";
import { toolDeclarations } from "./tool-declarations.ts";

/** The accounting library's declarations in both languages, written when the page is served or built. */
export function writeTools(): { en: string; zh: string } {
  return { en: toolDeclarations(tools, "en"), zh: toolDeclarations(tools, "zh") };
}
