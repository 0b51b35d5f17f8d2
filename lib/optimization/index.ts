/**
 * Linear and mixed-integer programmes, solved by HiGHS. It knows no domain.
 *
 * @module
 */

export * from "./load-highs.ts";
