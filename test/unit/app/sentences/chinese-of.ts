import { strangersZhCn } from "../../../../app/language/sentences/index.ts";
import { say, speech } from "../../../../app/language/speech.ts";
import { Translation } from "../../../../app/language/translation.ts";
import { messageOf } from "../../../../lib/message/fault.ts";
import { callTool } from "../../../../lib/tool/call.ts";
import { findTool } from "../../../../lib/tools.ts";

const words = { externalPhrases: strangersZhCn };
let chinese: Translation | undefined;

/** External texts in Chinese. */
export function inChinese(): Translation {
  chinese ??= new Translation(strangersZhCn);
  return chinese;
}

/** The page speaks Chinese from now on. */
export function speakChinese(): void {
  speech.speak("zh-CN", words);
}

/** What a reader in Chinese is told when something fails. */
export async function chineseOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    speakChinese();
    try {
      return say(messageOf(error));
    } finally {
      speech.speak("en");
    }
  }
  throw new Error("It did not fail.");
}

/** What a reader in Chinese is told of an input that a tool does not take. */
export function refusalOf(tool: string, input: unknown): Promise<string> {
  return chineseOf(() => callTool(findTool(tool)!, input));
}
