/**
 * What may stand in a page that shows outputs outside of the fence: markup that says how things look and does nothing.
 * DOMPurify needs a browser's own document and refuses this one; so what is not listed here is not written.
 */
const html =
  "a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data datalist dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main mark meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp section select slot-of small span strong style sub summary sup table tbody td textarea tfoot th thead time tr u ul var wbr yuheng-activity-sheet yuheng-exercise";
const svg =
  "svg circle clippath defs desc ellipse feblend fecolormatrix fecomposite fedropshadow feflood fegaussianblur femerge femergenode feoffset filter g image line lineargradient marker mask path pattern polygon polyline radialgradient rect stop switch symbol text textpath title tspan use view";
const mathml =
  "math annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics";
const allowed: ReadonlySet<string> = new Set(`${html} ${svg} ${mathml}`.split(" "));

/** Elements whose content is dropped with them; of all others the children stay. */
const dropped: ReadonlySet<string> = new Set(
  "script iframe frame frameset object embed applet template noscript noembed noframes xmp plaintext audio video canvas title head".split(
    " ",
  ),
);

/** Attributes that lead somewhere. */
const addresses: ReadonlySet<string> = new Set(["href", "xlink:href", "src", "srcset", "cite", "poster", "background"]);
const forbidden: ReadonlySet<string> = new Set(["action", "formaction", "srcdoc", "ping", "is", "manifest", "target"]);

/** Takes out of a tree, in place, all that could run, load or be taken for something else when it is read as HTML. */
export function makeInert(root: ParentNode): void {
  for (const node of [...root.childNodes]) {
    if (node.nodeType === 1) inertElement(node as Element);
    else if (node.nodeType !== 3) node.remove();
  }
}

function inertElement(element: Element): void {
  const name = (element.localName ?? element.tagName).toLowerCase();
  if (!allowed.has(name) && !(name === "title" && isInPicture(element))) {
    if (dropped.has(name)) element.remove();
    else {
      makeInert(element);
      element.replaceWith(...element.childNodes);
    }
    return;
  }
  if (name === "style" && !isQuietStyle(element.textContent ?? "")) {
    element.remove();
    return;
  }
  for (const { name, value } of [...element.attributes]) {
    if (!isInert(element, name, value)) element.removeAttribute(name);
  }
  if (element.localName.toLowerCase() === "a" && /^https?:/i.test(element.getAttribute("href") ?? "")) {
    element.setAttribute("rel", "noopener noreferrer");
    element.setAttribute("target", "_blank");
  }
  if (name !== "style") makeInert(element);
}

function isInPicture(element: Element): boolean {
  return element.closest("svg") !== null;
}

function isInert(element: Element, name: string, value: string): boolean {
  const plain = name.toLowerCase();
  if (!/^[a-z_][\w:.-]*$/i.test(name) || plain.startsWith("on") || forbidden.has(plain)) return false;
  if (plain === "style") return isQuietStyle(value);
  if (!addresses.has(plain)) return !/^\s*url\((?!["']?#)/i.test(value);
  return isQuietAddress(value, element.localName.toLowerCase());
}

/** Styles load nothing, and do not end their element. */
function isQuietStyle(text: string): boolean {
  return !/<|@import|expression\(|url\((?!\s*["']?(?:#|data:image\/))/i.test(
    text.replaceAll(/\/\*[\s\S]*?\*\/|\\/g, ""),
  );
}

/** Links lead anywhere by a harmless scheme; pictures and references load nothing from elsewhere. */
function isQuietAddress(value: string, element: string): boolean {
  const text = Array.from(value)
    .filter((letter) => letter > " ")
    .join("");
  if (text.startsWith("#")) return true;
  if (element === "a")
    return /^(?:https?:|mailto:|\.{0,2}\/|[\w-]+(?:[./?#]|$))/i.test(text) && !/^\w+script:/i.test(text);
  return /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(text) && element !== "use";
}
