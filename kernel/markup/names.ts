/** The namespaces of a browser's HTML parser. */
export type MarkupNamespace = "html" | "svg" | "math";

const words = (text: string) => text.trim().split(/\s+/);

/** Names by their lower-case form, as in HTML; the values have the case that XML requires. */
const named = (text: string): ReadonlyMap<string, string> =>
  new Map(words(text).map((name) => [name.toLowerCase(), name]));

/** The allowed, purely presentational elements. `style` is handled separately in each namespace. */
export const elements: Readonly<Record<MarkupNamespace, ReadonlyMap<string, string>>> = {
  html: named(`a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data datalist
    dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input
    ins kbd label legend li main mark meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp
    section select slot-of small span strong style sub summary sup table tbody td textarea tfoot th thead time tr u ul
    var wbr yuheng-activity-sheet yuheng-exercise`),
  svg: named(`svg a circle clipPath defs desc ellipse feBlend feColorMatrix feComposite feDropShadow feFlood feGaussianBlur
    feMerge feMergeNode feOffset filter g image line linearGradient marker mask path pattern polygon polyline
    radialGradient rect stop style switch symbol text textPath title tspan use view`),
  math: named(`math annotation maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom
    mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics`),
};

/** Elements that are dropped with their content; of all other elements that are not allowed, the children are kept. */
export const dropped: ReadonlySet<string> = new Set(
  words(`script iframe frame frameset object embed applet template noscript noembed noframes xmp plaintext audio video
    canvas title head foreignobject annotation-xml animate animatemotion animatetransform set mglyph malignmark base link
    meta portal fencedframe`),
);

/** Elements in which a browser's parser would switch back to HTML: only text is written into them. */
export const plain: Readonly<Record<MarkupNamespace, ReadonlySet<string>>> = {
  html: new Set(["textarea"]),
  svg: new Set(["title", "desc"]),
  math: new Set(["mi", "mo", "mn", "ms", "mtext", "annotation"]),
};

export const empty: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "input", "wbr"]);

/** Attributes that are kept unchanged. Of all others, only `data-…` and `aria-…` are kept. */
export const attributes: ReadonlyMap<string, string> = named(`
  abbr accept-charset align alt autocapitalize autocomplete axis bgcolor border cellpadding cellspacing char charoff
  checked class clear color cols colspan compact coords datetime decoding default dir disabled download draggable enctype
  enterkeyhint face for headers height hidden high hreflang hspace id inputmode ismap label lang list loading low max
  maxlength media method min minlength multiple name noshade novalidate nowrap open optimum pattern placeholder readonly
  rel required rev reversed role rows rowspan rules scope selected shape size sizes span spellcheck start step summary
  tabindex title translate type valign value vspace width wrap
  alignment-baseline amplitude azimuth baseFrequency baseline-shift bias clip clipPathUnits clip-rule
  color-interpolation color-interpolation-filters color-rendering cx cy d diffuseConstant direction display divisor
  dominant-baseline dx dy edgeMode elevation end exponent fill-opacity fill-rule filterUnits flood-color flood-opacity
  font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr fx fy gradientTransform
  gradientUnits image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lengthAdjust
  letter-spacing lighting-color markerHeight markerUnits markerWidth maskContentUnits maskUnits mask-type mode numOctaves
  offset opacity operator order orient orientation origin overflow paint-order pathLength patternContentUnits
  patternTransform patternUnits pointer-events points preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY
  result rotate rx ry scale seed shape-rendering side slope spacing specularConstant specularExponent spreadMethod
  startOffset stdDeviation stitchTiles stop-color stop-opacity stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfaceScale systemLanguage tableValues targetX targetY
  text-anchor text-decoration text-orientation text-rendering textLength transform transform-origin unicode-bidi values
  vector-effect version viewBox visibility word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
  zoomAndPan xml:space xml:lang
  accent accentunder bevelled close columnalign columnlines columnspacing columnspan denomalign depth displaystyle
  encoding fence frame largeop length linethickness lquote lspace mathbackground mathcolor mathsize mathvariant maxsize
  minsize movablelimits notation numalign rowalign rowlines rowspacing rquote rspace scriptlevel scriptminsize
  scriptsizemultiplier selection separator separators stretchy subscriptshift superscriptshift symmetric voffset
`);

/** Attributes whose value is a CSS value, which may contain a URL. */
export const painted: ReadonlySet<string> = new Set(
  words("clip-path cursor fill filter marker marker-start marker-mid marker-end mask stroke"),
);

/** Attributes that contain a URL. */
export const addresses: ReadonlyMap<string, string> = named("href xlink:href src");

/** Elements on which `name` is only the name of a field; on others it could shadow properties of the document. */
export const fields: ReadonlySet<string> = new Set(
  words("input select textarea button output fieldset data meter progress"),
);

/** Identifiers used by a built page, or by a library in it, for its own elements. */
export const ownIdentifier =
  /^(?:cell-\d|yuheng|notebook$|reader-tools$|lit[A-Z]|reactive[A-Z]|trustedTypes$|process$|__)/;
