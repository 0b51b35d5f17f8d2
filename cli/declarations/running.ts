/** Options of the commands that run notebooks. */
export const running = {
  set: {
    type: "text",
    hint: "NAME=VALUE",
    many: true,
    summary: "the value of an input, or in place of what a cell says; JSON, or text; may be given several times",
  },
  reproducible: { type: "flag", summary: "seeded chance and frozen time, the same bits on every machine" },
  language: { type: "text", hint: "TAG", summary: "the reader's language, such as zh-CN; en if left out" },
  patience: {
    type: "number",
    hint: "SECONDS",
    positive: true,
    summary: "how long nothing may happen while a cell still runs; 30 if left out",
  },
  timeout: {
    type: "number",
    hint: "SECONDS",
    positive: true,
    summary: "how long a notebook may run in all; what has not finished by then fails; no limit if left out",
  },
  "accept-not-run": {
    type: "flag",
    summary: "cells of kinds that do not run here, such as Python, are no reason for exit code 1",
  },
} as const;
