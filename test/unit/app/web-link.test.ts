import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { webAddress } from "../../../app/design/web-link.ts";

describe("An address that others wrote", () => {
  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "//example.org",
    "/path",
    "#/n/welcome",
    "https://",
    "https://exa mple.org",
    "",
    null,
    undefined,
    1,
    { toString: () => "https://example.org" },
  ])("is no link: %j", (address) => {
    expect(webAddress(address)).toBeNull();
  });

  it.each(["https://creativecommons.org/licenses/by/4.0/", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/"])(
    "is a link where it is one of the web: %s",
    (address) => {
      expect(webAddress(address)).toBe(new URL(address).href);
    },
  );

  it("leads nowhere but to the web, whatever it is", () => {
    const odd = fc.tuple(
      fc.constantFrom("", "javascript:", "https:", "HTTP://", "data:", "\t"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(odd, ([scheme, rest]) => {
        const href = webAddress(scheme + rest);
        if (href !== null) expect(["https:", "http:"]).toContain(new URL(href, "http://localhost/").protocol);
      }),
    );
  });
});
