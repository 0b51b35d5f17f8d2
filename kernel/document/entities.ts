/** Named character references that are common in titles and attributes. All others are kept unchanged. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: "\u00a0",
    copy: "©",
    reg: "®",
    deg: "°",
    middot: "·",
    times: "×",
    sect: "§",
    para: "¶",
    plusmn: "±",
    sup2: "²",
    sup3: "³",
    frac12: "½",
    micro: "µ",
    eacute: "é",
    euro: "€",
    pound: "£",
    yen: "¥",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    laquo: "«",
    raquo: "»",
    bull: "•",
    larr: "←",
    rarr: "→",
    minus: "−",
    le: "≤",
    ge: "≥",
    ne: "≠",
    trade: "™",
  }),
);

/** Those that HTML also accepts without a semicolon. */
const legacy = new Set(["amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "deg", "middot", "times", "sect", "para"]);

const reference = /&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z][a-zA-Z0-9]*))(;?)/g;

/** Decodes the character references in a title or an attribute value, and normalises line ends. */
export function decodeText(raw: string, where: "title" | "attribute"): string {
  const text = raw.replace(/\r\n?/g, "\n");
  return text.replace(reference, (whole, hex?: string, decimal?: string, name = "", semicolon = "", offset = 0) => {
    if (hex !== undefined) return decodeNumber(Number.parseInt(hex, 16));
    if (decimal !== undefined) return decodeNumber(Number.parseInt(decimal, 10));
    // In an attribute, “?a=1&copy=2” is a URL, not a copyright sign.
    if (!semicolon && (!legacy.has(name) || (where === "attribute" && text[offset + whole.length] === "=")))
      return whole;
    return named.get(name) ?? whole;
  });
}

function decodeNumber(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
  return String.fromCodePoint(code);
}

/** Encodes the text of a title. */
export function encodeTitle(title: string): string {
  return title.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#13;");
}

/** Encodes an attribute value for the given kind of quotation marks. */
export function encodeAttribute(value: string, quote: '"' | "'"): string {
  const text = value.replace(/&/g, "&amp;").replace(/\r/g, "&#13;");
  return quote === '"' ? text.replace(/"/g, "&quot;") : text.replace(/'/g, "&#39;");
}
