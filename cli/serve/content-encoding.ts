import type { IncomingMessage } from "node:http";

/** The forms in which a text is sent to a client that reads them, the smaller first. Browsers read Brotli only over a safe connection. */
export type ContentEncoding = "br" | "gzip";

/** The smallest form that a client says it reads; null if it reads only plain texts. */
export function encodingFor({ headers }: Pick<IncomingMessage, "headers">): ContentEncoding | null {
  const accepted = new Map(
    String(headers["accept-encoding"] ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((word) => word.trim());
        const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
        return [name, weight === undefined || Number(weight) > 0] as const;
      }),
  );
  const reads = (name: ContentEncoding) => accepted.get(name) ?? accepted.get("*") ?? false;
  return reads("br") ? "br" : reads("gzip") ? "gzip" : null;
}
