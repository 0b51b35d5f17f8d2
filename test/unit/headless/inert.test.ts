import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { openRealm } from "../../../kernel/headless/dom/realm.ts";
import { makeInert } from "../../../kernel/headless/inert.ts";

// A parser as browsers have it, unlike that of the realm.
const { window } = new JSDOM();

beforeAll(() => openRealm());

function inert(html: string): string {
  const root = document.createElement("div");
  root.innerHTML = html;
  makeInert(root);
  return root.innerHTML;
}

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><script>alert(1)</script><g/></svg>",
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<svg><animate attributeName=href values=javascript:alert(1)></animate><use href='data:image/svg+xml,<svg/>#x'></use></svg>",
  "<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  "<a href='java\nscript:alert(1)'>x</a><a href='JaVaScRiPt:alert(1)'>x</a><a href=' vbscript:x'>y</a><a href='data:text/html,x'>z</a>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><embed src=x>",
  "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "<style>@import url(//evil.example/x.css);</style><p style='background:url(//evil.example/x)'>x</p>",
  "<style>a{}</style><style></style ><img src=x onerror=alert(1)>",
  "<textarea></textarea><img src=x onerror=alert(1)>",
  "<meta http-equiv=refresh content='0;url=//evil.example'><base href=//evil.example><link rel=stylesheet href=//evil.example>",
  "<details ontoggle=alert(1) open>x</details><input autofocus onfocus=alert(1)>",
  "<template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp>",
  "<img src=//evil.example/pixel><img srcset='//evil.example/x 2x'><svg><image href=//evil.example/y></image></svg>",
];

describe("What is written out of a notebook", () => {
  test("runs nothing and loads nothing, however it is read again", () => {
    for (const attack of attacks) {
      const body = new window.DOMParser().parseFromString(`<!doctype html><body>${inert(attack)}`, "text/html").body;
      for (const element of body.querySelectorAll("*")) {
        expect(element.localName, attack).not.toMatch(
          /^(script|iframe|object|embed|base|meta|link|animate|foreignobject)$/i,
        );
        for (const { name, value } of element.attributes) {
          expect(name, attack).not.toMatch(/^(on|srcdoc|action|formaction|srcset$)/i);
          expect(value.replaceAll(/\s/g, ""), attack).not.toMatch(/^(javascript|vbscript|data:text)|evil\.example/i);
        }
        if (element.localName === "style") expect(element.textContent, attack).not.toMatch(/import|url\(/);
      }
    }
  });

  test("keeps what things look like: text, tables, controls, pictures, formulas, links", () => {
    for (const html of [
      '<p class="a" style="color: var(--ink)">x <b>y</b></p>',
      '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
      // HTML knows these names again whatever their letters.
      '<svg viewBox="0 0 1 1" fill="url(#g)"><defs><lineargradient id="g"><stop offset="0" /></lineargradient></defs><clippath id="c"><rect width="1" height="1" /></clippath><title>t</title><path d="M0,0" clip-path="url(#c)" /><use href="#c" /></svg>',
      '<input type="range" min="0" max="1" value="1">',
      '<select><option value="0" selected>a</option></select>',
      "<math><mi>x</mi></math>",
      '<a href="#there">x</a>',
      '<img src="data:image/png;base64,AAAA" alt="a">',
    ]) {
      expect(inert(html)).toBe(html);
    }
    expect(inert('<a href="https://doi.org/x">x</a>')).toContain('href="https://doi.org/x"');
  });
});
