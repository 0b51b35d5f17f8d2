/** The options that name a server of language models. */
export const model = {
  llm: {
    type: "text",
    hint: "URL",
    summary: "a server of language models (OpenAI's chat completions) to ask where the words are not understood",
  },
  "llm-model": {
    type: "text",
    hint: "NAME",
    many: true,
    summary: "of --llm: a model that may be asked; may be given several times",
  },
} as const;
