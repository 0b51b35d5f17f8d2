/**
 * Names of materials as bills of other languages write them, by what the background inventories call the same thing: French, Spanish,
 * Portuguese, Italian, Dutch and Polish. All are this library's own translation, so a line that is read by one says so. Only names whose
 * meaning no other of these languages, nor English, gives to another thing: `sable` is no sand, `fonte` no iron and `rame` no copper, unless
 * more stands beside them.
 */
const spaced: readonly (readonly [known: string, written: string])[] = [
  ["steel", "acier, acero, aço, acciaio, staal, stal, stalowa, stalowy"],
  [
    "steel stainless",
    "acier inox, acier inoxydable, acero inoxidable, acero inox, aço inox, aço inoxidável, acciaio inox, acciaio inossidabile, roestvrij staal, rvs, stal nierdzewna, inox, inoxidable, inoxidável, inossidabile",
  ],
  [
    "galvanized steel sheet",
    "acier galvanisé, acier zingué, acero galvanizado, aço galvanizado, acciaio zincato, verzinkt staal, stal ocynkowana",
  ],
  ["steel sheet", "tôle, tôle d'acier, chapa de acero, chapa de aço, lamiera, plaatstaal, blacha stalowa"],
  [
    "iron sand casted",
    "fonte grise, en fonte, hierro fundido, ferro fundido, ghisa, gietijzer, żeliwo, fundición gris",
  ],
  ["aluminum", "alu, aluminio, alumínio, alluminio"],
  ["copper", "cuivre, cobre, di rame, in rame, koper, miedź, miedziany"],
  ["brass", "laiton, latón, latão, ottone, messing, mosiądz"],
  ["zinc", "zamak, cinc, cynk"],
  ["glass", "verre, vidrio, vidro, vetro, szkło"],
  ["e-glass", "fibre de verre, fibra de vidrio, fibra de vidro, fibra di vetro, glasvezel, włókno szklane"],
  ["carbon fiber", "fibre de carbone, fibra de carbono, fibra di carbonio, koolstofvezel, włókno węglowe"],
  ["polypropylene pp", "polypropylène, polipropileno, polipropilene, polypropyleen, polipropylen"],
  ["polyethylene", "polyéthylène, polietileno, polietilene, polyethyleen, polietylen"],
  [
    "polyethylene high density hdpe",
    "pehd, pead, polyéthylène haute densité, polietileno de alta densidad, polietileno de alta densidade, polietilene ad alta densità",
  ],
  [
    "polyethylene low-density ldpe",
    "pebd, polyéthylène basse densité, polietileno de baja densidad, polietileno de baixa densidade, polietilene a bassa densità",
  ],
  ["polystyrene", "polystyrène, poliestireno, polistirene, polistirolo, polystyreen, polistyren, styropian"],
  ["polyvinyl chloride pvc", "polychlorure de vinyle, policloruro de vinilo, cloruro di polivinile"],
  ["polyethylene terephthalate pet", "poliéster, poliestere, poliester"],
  ["polyamide plastic", "poliamida, poliammide, poliamid, nailon, náilon"],
  ["polycarbonate plastic", "policarbonato, polycarbonaat, poliwęglan"],
  ["polyurethane plastic", "polyuréthane, poliuretano, polyurethaan, poliuretan"],
  ["acrylic plastic", "acrylique, acrílico, acrilico"],
  ["plastic", "plastique, plástico, plastica, kunststof, tworzywo, tworzywo sztuczne"],
  ["epoxy resin", "résine époxy, resina epoxi, resina epóxi, resina epossidica"],
  ["polybutadiene rubber", "caoutchouc, caucho, goma, borracha, gomma, neumático, pneumatico, guma"],
  ["silicone", "silicona, siliconen, silikon"],
  [
    "corrugated product",
    "carton, carton ondulé, cartón, cartón corrugado, cartón ondulado, papelão, papelão ondulado, cartone, cartone ondulato, golfkarton, tektura, tektura falista",
  ],
  ["paper", "papel, carta, papieru, papierowy"],
  ["kraft paper", "papier kraft, papel kraft, carta kraft"],
  [
    "sawn lumber",
    "bois, bois massif, madera, madera maciza, madeira, madeira maciça, legno, legno massello, legno massiccio, hout, massief hout, drewno, lite drewno",
  ],
  ["plywood", "contreplaqué, contrachapado, compensado, compensato, multiplex, sklejka"],
  ["particleboard", "panneau de particules, aggloméré, aglomerado, truciolare, spaanplaat, płyta wiórowa"],
  ["cotton", "coton, algodón, algodão, cotone, katoen, bawełna"],
  ["concrete", "béton, hormigón, concreto, betão, calcestruzzo"],
  ["portland cement", "ciment, cemento, cimento"],
  ["brick", "brique, ladrillo, tijolo, mattone, laterizio, baksteen, cegła"],
  ["gravel", "gravier, grava, brita, ghiaia, żwir"],
  ["sand", "arena, areia, sabbia, piasek"],
  ["quicklime", "chaux vive, cal viva, cal virgem, calce viva"],
  ["limestone", "calcaire, piedra caliza, calcário, calcare, kalksteen, wapień"],
  [
    "gypsum wallboard",
    "plaque de plâtre, placa de yeso, pladur, placa de gesso, cartongesso, gipsplaat, płyta gipsowo-kartonowa",
  ],
  ["rock wool insulation", "laine de roche, lana de roca, lã de rocha, lana di roccia, steenwol, wełna skalna"],
  ["tap water", "eau potable, agua potable, água potável, acqua potabile, leidingwater"],
  ["water", "eau, agua, água, acqua, woda"],
  ["electricity", "électricité, electricidad, eletricidade, elettricità, elektriciteit, energia elektryczna"],
  ["natural gas combusted", "gaz naturel, gas natural, gás natural, gas naturale, aardgas, gaz ziemny"],
  ["plastic film", "film plastique"],
  ["film", "pellicola, película, folia"],
  ["pipe", "tubo, tuyau, rura"],
  ["profile", "profilé, perfil, profilo"],
  ["wire", "filo, alambre, arame, drut"],
];

/** Japanese, Korean and the Chinese of Taiwan and Hong Kong: read wherever they stand, for no spaces divide their words. */
export const unspaced: readonly (readonly [written: string, known: string])[] = [
  ["鋼", "steel"],
  ["鉄", "steel"],
  ["鋼板", "steel sheet"],
  ["不鏽鋼", "steel stainless"],
  ["不銹鋼", "steel stainless"],
  ["ステンレス", "steel stainless"],
  ["ステンレス鋼", "steel stainless"],
  ["鋳鉄", "iron sand casted"],
  ["鑄鐵", "iron sand casted"],
  ["アルミ", "aluminum"],
  ["アルミニウム", "aluminum"],
  ["鋁", "aluminum"],
  ["鋁合金", "aluminum"],
  ["銅", "copper"],
  ["黄銅", "brass"],
  ["黃銅", "brass"],
  ["真鍮", "brass"],
  ["亜鉛", "zinc"],
  ["鋅", "zinc"],
  ["ガラス", "glass"],
  ["ゴム", "polybutadiene rubber"],
  ["橡膠", "polybutadiene rubber"],
  ["プラスチック", "plastic"],
  ["樹脂", "plastic"],
  ["塑膠", "plastic"],
  ["ポリプロピレン", "polypropylene pp"],
  ["ポリエチレン", "polyethylene"],
  ["ポリスチレン", "polystyrene"],
  ["ポリカーボネート", "polycarbonate plastic"],
  ["ポリエステル", "polyethylene terephthalate pet"],
  ["ナイロン", "polyamide plastic"],
  ["ウレタン", "polyurethane plastic"],
  ["シリコーン", "silicone"],
  ["シリコン", "silicone"],
  ["段ボール", "corrugated product"],
  ["ダンボール", "corrugated product"],
  ["紙", "paper"],
  ["紙板", "containerboard"],
  ["紙箱", "corrugated product"],
  ["瓦楞紙", "corrugated product"],
  ["綿", "cotton"],
  ["合板", "plywood"],
  ["コンクリート", "concrete"],
  ["混凝土", "concrete"],
  ["セメント", "portland cement"],
  ["스테인리스", "steel stainless"],
  ["스테인레스", "steel stainless"],
  ["강철", "steel"],
  ["철강", "steel"],
  ["강판", "steel sheet"],
  ["주철", "iron sand casted"],
  ["알루미늄", "aluminum"],
  ["구리", "copper"],
  ["황동", "brass"],
  ["아연", "zinc"],
  ["유리", "glass"],
  ["고무", "polybutadiene rubber"],
  ["플라스틱", "plastic"],
  ["폴리프로필렌", "polypropylene pp"],
  ["폴리에틸렌", "polyethylene"],
  ["나일론", "polyamide plastic"],
  ["골판지", "corrugated product"],
  ["종이", "paper"],
  ["목재", "sawn lumber"],
  ["합판", "plywood"],
  ["면화", "cotton"],
  ["콘크리트", "concrete"],
  ["시멘트", "portland cement"],
];

/** Words that join a thing and its material, and say nothing beside one: tôle d'acier, tubo de aço. */
const joining = new Set("d de del della des di do du da en em in van z ze".split(" "));

/** Phrases by their first word, the longest first, without accents. */
const byFirst = new Map<string, { readonly words: readonly string[]; readonly known: string }[]>();
for (const [known, written] of spaced)
  for (const name of written.split(", ")) {
    const words = wordsOf(name);
    byFirst.set(
      words[0]!,
      [...(byFirst.get(words[0]!) ?? []), { words, known }].sort((a, b) => b.words.length - a.words.length),
    );
  }

/**
 * What a name says in the words of the inventories, where a word of another language names its material; null where none does. Words that
 * are known as they are written stay so.
 */
export function translate(name: string, isKnown: (word: string) => boolean): string | null {
  const written = splitWords(name);
  const words = written.map(plain);
  const said: string[] = [];
  let isRead = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    const phrase = [...(byFirst.get(word) ?? []), ...(byFirst.get(withoutPlural(word)) ?? [])].find(
      (each) => fits(each.words, words, at) && !(each.words.length === 1 && isKnown(written[at]!)),
    );
    if (phrase) isRead = true;
    said.push(phrase?.known ?? word);
    at += phrase?.words.length ?? 1;
  }
  return isRead ? said.filter((word) => !joining.has(word)).join(" ") : null;
}

function fits(wanted: readonly string[], words: readonly string[], at: number): boolean {
  return wanted.every((word, k) => words[at + k] === word || withoutPlural(words[at + k] ?? "") === word);
}

function withoutPlural(word: string): string {
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
}

function wordsOf(text: string): string[] {
  return splitWords(text.toLowerCase()).map(plain);
}

function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** Without accents. */
function plain(word: string): string {
  return word.replace(/ł/g, "l").normalize("NFD").replace(/\p{M}/gu, "");
}
