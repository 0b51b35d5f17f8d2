/** Text as XML, without the characters that no XML file may have. */
export function escapeXml(text: string): string {
  return [...text]
    .filter((letter) => !NO_CHARACTER.test(letter))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** XML 1.0, production 2. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
