import * as fc from "fast-check";
import { JSDOM, VirtualConsole } from "jsdom";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { inertElement, inertMarkup } from "../../../kernel/markup/inert.ts";
import { elements } from "../../../kernel/markup/names.ts";
import { armed, hostileElsewhere, hostileMarkup, hostileTrees } from "./hostile-markup.ts";

// A parser as browsers have it, unlike that of the notebooks' own document in Node.
const { window } = new JSDOM("", { virtualConsole: new VirtualConsole() });
const away = "http://evil.example/hit";

const parsed = (html: string) =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as HTMLElement;
const inert = (html: string) => inertMarkup(parsed(html));
const readAgain = (html: string) => {
  const { body } = window.document.implementation.createHTMLDocument();
  body.innerHTML = html;
  return body;
};

const written = new Set(Object.values(elements).flatMap((names) => [...names.keys()]));

/** Fails where markup, read as a browser reads it, could do anything. */
function expectInert(html: string, of: string): void {
  for (const element of readAgain(html).getElementsByTagName("*")) {
    expect(written, of).toContain(element.localName.toLowerCase());
    for (const { name, value } of element.attributes) {
      expect(name, of).not.toMatch(/^(on|srcdoc|action|formaction|srcset|ping|background|poster|is)/i);
      if (element.localName !== "a" || /^style|src$/.test(name)) {
        expect(value.replaceAll(/[\0- ]/g, ""), of).not.toMatch(/^(?:javascript|vbscript|data:text)/i);
      }
    }
    const href = element.getAttribute("href") ?? "#";
    if (element.localName === "a") expect(new URL(href, "https://x/").protocol, of).toMatch(/^(?:https?|mailto):$/);
    else expect(href, of).toMatch(/^(?:#|data:image\/)/);
    expect(element.getAttribute("src") ?? "data:image/", of).toMatch(/^data:image\//);
    const style = element.localName === "style" ? element.textContent : element.getAttribute("style");
    expect(style ?? "", of).not.toMatch(/import|url\((?!#|"#|"data:image)|image-set|src\(/i);
  }
}

describe("What is written out of a notebook", () => {
  test("does nothing, however it is read again", () => {
    expect(hostileMarkup.length).toBeGreaterThanOrEqual(150);
    for (const markup of [...hostileMarkup, ...hostileElsewhere]) expectInert(inert(armed(markup, away)), markup);
  });

  test("does nothing where a cell made a tree that no text is read as", () => {
    for (const make of hostileTrees) {
      const { document } = parseHTML("<!doctype html><html><body></body></html>");
      const element = make(document as unknown as Document);
      document.body.append(element as never);
      expectInert(inertMarkup(document.body as unknown as Node), element.outerHTML);
    }
  });

  test("does nothing whatever the pieces of markup that stand in one another", () => {
    const pieces = fc.constantFrom(
      ..."<svg> </svg> <math> </math> <style> </style> <title> </title> <desc> <mtext> </mtext> <mi> <table> </table> <td> <select> </select> <textarea> </textarea> <p> </p> <annotation-xml> <foreignObject> <mglyph> <form> </form> <a> </a> <template> </template> <noscript> </noscript> <!-- --> <![CDATA[ ]]> <option> <b> <svg/> <br> </br> <font/color=x> &lt; &quot; ' \" ` / > =".split(
        " ",
      ),
      "<img src=x onerror=alert(1)>",
      "<a href=javascript:alert(1)>",
      "<p title='</style></title></textarea><img src=x onerror=alert(1)>'>",
      "@import 'http://evil.example';",
      "p{background:url(http://evil.example)}",
      "<script>alert(1)</script>",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join("");
        const once = inert(text);
        expectInert(once, text);
        const twice = inert(once);
        if (twice !== once) expectInert(twice, text);
      }),
      { seed: 20_261_125 },
    );
  });

  test("does nothing however deep it stands, and is written all the same", () => {
    const deep = `${"<div>".repeat(3000)}<img src=x onerror=alert(1)>end`;
    expectInert(inert(deep), "deep");
    expect(inert(deep)).toContain("end");
  });

  test("leaves the identifiers of the page to the page", () => {
    for (const id of ["notebook", "cell-1", "reader-tools", "yuheng-lock", "litHtmlPolyfillSupport", "__x"]) {
      expect(inert(`<p id="${id}">x</p>`)).toBe("<p>x</p>");
    }
    expect(inert('<img name="getElementById" alt="x"><form name="body">x</form>')).toBe('<img alt="x"><form>x</form>');
    expect(inert('<input type="radio" name="choice">')).toBe('<input type="radio" name="choice">');
    expect(inert('<h2 id="readers-of-notebooks">x</h2>')).toBe('<h2 id="readers-of-notebooks">x</h2>');
  });

  test("keeps what things look like: text, tables, controls, pictures, formulas, links", () => {
    for (const html of [
      '<p class="a" style="color:var(--ink)">x <b>y</b></p>',
      "<p>a &lt; b &amp;&amp; c &gt; d</p>",
      '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
      '<svg viewBox="0 0 1 1"><defs><linearGradient id="g"><stop offset="0"></stop></linearGradient></defs><clipPath id="c"><rect width="1" height="1"></rect></clipPath><title>t &lt; u</title><path d="M0,0" clip-path="url(#c)" fill="url(#g)"></path><use href="#c"></use></svg>',
      '<input type="range" min="0" max="1" value="1">',
      '<select><option value="0" selected>a</option></select>',
      "<textarea>a &lt;b&gt;</textarea>",
      '<math><semantics><mrow><mi>x</mi><mo>&lt;</mo></mrow><annotation encoding="application/x-tex">x&lt;</annotation></semantics></math>',
      '<a href="#there">x</a>',
      '<a href="./other.html?x=1&amp;y=2">x</a>',
      '<a href="mailto:a@b.example">x</a>',
      '<img src="data:image/png;base64,AAAA" alt="a">',
      '<div data-status="fresh" aria-label="a &quot;b&quot;">x</div>',
    ]) {
      expect(inert(html)).toBe(html);
      expect(inertMarkup(readAgain(html))).toBe(html);
    }
    expect(inert('<a href="https://doi.org/x">x</a>')).toBe(
      '<a href="https://doi.org/x" rel="noopener noreferrer" target="_blank">x</a>',
    );
    expect(inert("<style>.a > b:not(.c){color:red}@media (width >= 1px){p{top:0}}</style>")).toBe(
      "<style>.a > b:not(.c){color:red;}@media (width >= 1px){p{top:0;}}</style>",
    );
  });

  test("is whole as a file of its own, which is read as XML", () => {
    const svg = parsed(
      '<svg viewBox="0 0 1 1"><style>a > b{content:"&"}</style><lineargradient id="g"></lineargradient><title>a &lt; b</title></svg>',
    ).querySelector("svg")!;
    const text = inertElement(svg, { xml: true });
    const read = new window.DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    expect(read.localName).toBe("svg");
    expect(read.querySelector("linearGradient")?.id).toBe("g");
    expect(read.querySelector("title")?.textContent).toBe("a < b");
    expect(read.querySelector("style")?.textContent).toBe('a > b{content:"\\26 ";}');
  });
});
