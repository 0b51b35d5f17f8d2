import type { testEn } from "./test-en.ts";

/** 笔记本自我检验处的用语。 */
export const testZhCn: Record<keyof typeof testEn, string> = {
  "test.running": "检验中：",
  "test.passed": "成立：",
  "test.failed": "不成立：",
};
