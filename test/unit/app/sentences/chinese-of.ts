import { saySentence } from "../../../../app/language/sentence.ts";
import { speech } from "../../../../app/language/speech.ts";
import { saidOf } from "../../../../lib/message/fault.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { findTool } from "../../../../lib/tools.ts";

/** What a reader in Chinese is told when something fails. */
export async function chineseOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    speech.language = "zh-CN";
    try {
      return saySentence(saidOf(error));
    } finally {
      speech.language = "en";
    }
  }
  throw new Error("It did not fail.");
}

/** What a reader in Chinese is told of an input that a tool does not take. */
export function refusalOf(tool: string, input: unknown): Promise<string> {
  return chineseOf(() => callTool(findTool(tool)!, input));
}
