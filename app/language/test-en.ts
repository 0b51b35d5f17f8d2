/** What is said where a notebook tests itself. */
export const testEn = {
  "test.running": "being tested:",
  "test.passed": "holds:",
  "test.failed": "does not hold:",
} as const;
