import type { ServerResponse } from "node:http";
import { z } from "zod";
import { tools } from "../../lib/tools.ts";
import { answer } from "../serve/answer.ts";
import { docsPage, docsStyle } from "./docs-page.ts";
import type { Endpoint } from "./endpoint.ts";
import { describeApi, type OpenApi } from "./open-api.ts";

/** The description of the interface, its documentation, and the stylesheet of that: they need no token. */
export function documentEndpoints(described: readonly Endpoint[], version: string): readonly Endpoint[] {
  let description: OpenApi | undefined;
  const own: readonly Endpoint[] = [
    {
      id: "openapi",
      method: "GET",
      path: "/openapi.json",
      scope: null,
      title: { en: "Describes this interface by OpenAPI 3.1", zh: "以 OpenAPI 3.1 描述此接口" },
      parameters: {},
      answers: { "application/json": {} },
      answer: async ({ response }) => {
        description ??= describeApi([...described, ...own], tools, version);
        answer(response, 200, description);
      },
    },
    {
      id: "docs",
      method: "GET",
      path: "/docs",
      scope: null,
      title: { en: "Documents this interface for people", zh: "供人阅读的接口文档" },
      parameters: {
        lang: {
          in: "query",
          schema: z.enum(["en", "zh"]).optional(),
          description: {
            en: "The language of the page; that of the request if left out",
            zh: "页面的语言；省略时为请求的语言",
          },
        },
      },
      answers: { "text/html": null },
      answer: async ({ response, query, language }) => {
        const chosen = query.lang === "zh" || query.lang === "en" ? query.lang : language;
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setHeader("Content-Language", chosen);
        response.setHeader("Vary", "Accept-Language");
        send(response, "text/html", docsPage([...described, ...own], tools, chosen));
      },
    },
    {
      id: "docsStyle",
      method: "GET",
      path: "/docs.css",
      scope: null,
      title: { en: "The stylesheet of the documentation", zh: "文档的样式表" },
      parameters: {},
      answers: { "text/css": null },
      answer: async ({ response }) => send(response, "text/css", await docsStyle()),
    },
  ];
  return own;
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader("Content-Type", `${type}; charset=utf-8`);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(text);
}
