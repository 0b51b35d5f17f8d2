/** What a column of a sheet holds. */
export const columnRoles = [
  "name",
  "amount",
  "count",
  "mass each",
  "total mass",
  "unit",
  "site",
  "place",
  "year",
  "period",
  "supplier",
  "scope",
  "code",
  "position",
  "level",
  "distance",
  "money",
  "tax",
  "currency",
  "unit price",
  "factor",
  "share",
  "size",
  "total",
  "span",
  "comment",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/**
 * Words of heads by what their column holds: in English, Chinese, German, French, Spanish, Portuguese, Italian, Polish and Dutch, in lower case. Of a role, the first words are
 * those that decide where several columns fit.
 */
export const columnWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  name: [
    // Beside these a "service" is a department.
    ..."spend category|expense type|famille d'achat|famille d'achats|catégorie d'achat|nature de dépense|categoría de gasto|warengruppe".split(
      "|",
    ),
    ..."energy carrier|energy source|energy type|fuel|fuel type|material|material grade|activity|emission source|source of emissions|commodity".split(
      "|",
    ),
    ..."item|part name|component|component name|article|product|product name|description|item description|name|utility|resource".split(
      "|",
    ),
    ..."part|goods|goods or service|service|waste type|mode|transport mode|vehicle type|type of fuel|expense|account|line item|what|trip|input|measure|carrier|stream|energy|ingredient|substance".split(
      "|",
    ),
    ..."能源品种|能源名称|能源种类|能源类型|用能品种|燃料|燃料品种|燃料名称|燃料类型|化石燃料|品种|材质|规格/材质|材质/规格|材质牌号|材料牌号|材料|材料名称|原材料|原材料名称|原料|物料|物料名称|物料描述|零件名称|零部件|零部件名称|部件|部件名称|构件|排放源|排放源名称|活动|活动名称|活动数据名称|项目|项目名称|名称|品名|产品|产品名称|货物名称|商品名称|费用项目|费用名称|费用类别|科目|科目名称|采购内容|采购品类|采购类别|服务名称|交通方式|运输方式|描述|指标|指标名称|能源|种类|耗能工质|废弃物|废物种类".split(
      "|",
    ),
    ..."energieträger|energieart|brennstoff|kraftstoff|material|werkstoff|rohstoff|bezeichnung|benennung|materialbezeichnung|artikelbezeichnung|komponente|bauteil|artikel|beschreibung|produkt|position|stoff|verkehrsmittel|abfallart|kostenart|medium".split(
      "|",
    ),
    ..."source d'énergie|énergie|energie|combustible|carburant|matériau|matière|désignation|libellé|produit|article|composant|poste|poste d'émission".split(
      "|",
    ),
    ..."fuente de energía|fuente|energía|combustible|material|materia prima|descripción|producto|concepto|componente|artículo|nombre|rubro|partida|source".split(
      "|",
    ),
    ..."fonte de energia|fonte|combustível|insumo|matéria-prima|descrição|item de consumo|componente|resíduo".split(
      "|",
    ),
    ..."refrigerant|refrigerant gas|refrigerant type|gas type|制冷剂|制冷剂类型|冷媒|冷媒类型|kältemittel|fluide frigorigène|fluide|refrigerante|gas refrigerante|fluido refrigerante|czynnik chłodniczy".split(
      "|",
    ),
    ..."tipo de combustível|tipo de energia|energético|vettore energetico|vettore|fonte energetica|combustibile|descrizione|materiale|voce|articolo|componente|rifiuto|mezzo|nośnik energii|nośnik|paliwo|rodzaj paliwa|rodzaj energii|materiał|surowiec|opis|nazwa|pozycja|rodzaj odpadu|energiedrager|brandstof|materiaal|grondstof|omschrijving|artikel|afvalsoort".split(
      "|",
    ),
  ],
  amount: [
    ..."net consumption|net use|amount|actual|actuals|quantity|qty|consumption|usage|use|used|volume|activity data|mass|weight|net weight|value|total consumption|consumed|quantity used|amount used|annual consumption|energy use|quantity consumed|purchased|purchased amount|volume used|top-up|topped up|refill|refilled|leakage|leaked|figure".split(
      "|",
    ),
    ..."净消耗量|净消费量|净消耗|净消费|数量|实际|实际值|用量|消耗量|消费量|使用量|耗用量|消耗|消费|活动数据|活动水平|活动数据值|实物量|用电量|用气量|用水量|耗电量|购入量|购入|采购量|重|重量|质量|净重|数值|年用量|年消耗量|全年消耗量|年消费量|领用量|补充量|本年补充|本年补充量|年补充量|补充充注|补充充注量|补加量|泄漏量|逸散量|投入量|产生量|处置量|加油量|购买量".split(
      "|",
    ),
    ..."menge|verbrauch|ist|gesamtverbrauch|jahresverbrauch|masse|gewicht|nettogewicht|wert|bezug|verbrauchsmenge|nachfüllmenge|volumen".split(
      "|",
    ),
    ..."quantité|consommation|poids|masse|valeur|montant consommé|qté|volume".split("|"),
    ..."cantidad|consumo|peso|masa|valor|cant.|volumen".split("|"),
    ..."quantidade|qtde|qtd|qtde.|qtd.|massa".split("|"),
    ..."quantità|peso|massa|zużycie|ilość|masa|waga|verbruik|hoeveelheid|gewicht".split("|"),
  ],
  count: [
    ..."pieces|pcs|no. of pieces|number of pieces|number of parts|count|qty per assembly|pieces per unit|no. off|quantity (pcs)|per assembly".split(
      "|",
    ),
    ..."数|件数|个数|数量（件）|单台用量|台数|单机数量|装配数量".split("|"),
    ..."anzahl|stück|stückzahl|stk|nombre|nombre de pièces|número de piezas|piezas".split("|"),
    ..."pezzi|n. pezzi|numero pezzi|peças|nº de peças|szt.|sztuk|liczba sztuk|aantal".split("|"),
  ],
  "mass each": [
    ..."weight each|mass each|unit weight|unit mass|piece weight|weight per piece|weight per unit|mass per piece|mass per unit|weight/pc|weight/piece|weight per part|part weight|single weight|weight ea|wt each|wt/pc|each weight|unit wt|ea wt|masse unit|poids unit".split(
      "|",
    ),
    ..."单重|单件重量|单件质量|单个重量|单件重|单位重量|单件净重|每件重量|单只重量|单质量".split("|"),
    ..."einzelgewicht|stückgewicht|gewicht je stück|gewicht/stück|gewicht pro stück|einzelmasse|poids unitaire|masse unitaire|peso unitario|masa unitaria".split(
      "|",
    ),
    ..."massa unitária|peso unitário|massa unitaria|masa jednostkowa|waga jednostkowa|stukgewicht|gewicht per stuk".split(
      "|",
    ),
  ],
  "total mass": [
    ..."total weight|total mass|weight total|mass total|extended weight|line weight|total wt|ext wt|ext. wt|extended wt|ext. weight|weight sum".split(
      "|",
    ),
    ..."总重|总重量|总质量|合计重量|重量合计|总净重".split("|"),
    ..."gesamtgewicht|gesamtmasse|gewicht gesamt|summe gewicht|poids total|masse totale|peso total|masa total".split(
      "|",
    ),
    ..."peso totale|massa totale|peso complessivo|massa total|masa całkowita|waga całkowita|masa łączna|totaalgewicht|totale massa".split(
      "|",
    ),
  ],
  unit: [
    ..."unit|units|uom|unit of measure|unit of measurement|measure unit|base unit|单位|计量单位|数量单位|计量".split(
      "|",
    ),
    ..."einheit|einheiten|mengeneinheit|me|basiseinheit|unité|unités|unité de mesure|unidad|unidades|unidad de medida|unid.|unid|un.|unidade de medida|unidade|unidades de medida".split(
      "|",
    ),
    ..."u.m.|um|u. m.|unità di misura|unità|unidade|jednostka|jedn.|j.m.|jm|eenheid".split("|"),
  ],
  site: [
    ..."site|where|school|hospital|university|college|hotel|clinic|shop|restaurant|facility|facility name|site name|plant|location|branch|building|office|store|warehouse|factory|department|property|meter|entity|business unit|division|works|depot|campus|premises|equipment|assembly".split(
      "|",
    ),
    ..."场所|排放设施|企业|厂区|工厂|工厂名称|车间|部门|使用部门|用能单位|单位名称|站点|分公司|子公司|门店|公司|公司名称|企业名称|办公室|建筑|楼宇|地点|基地|园区|用电户名|户名|装置|设备|设施|设施名称|组件|总成|项目地点|法人单位|所属单位".split(
      "|",
    ),
    ..."standort|werk|gebäude|betrieb|betriebsstätte|niederlassung|filiale|anlage|liegenschaft|kostenstelle|abteilung|baugruppe|zähler|usine|bâtiment|établissement|agence|sede|planta|centro|edificio|oficina|instalación|emplazamiento".split(
      "|",
    ),
    ..."stabilimento|sito|unità locale|unidade operacional|fábrica|filial|usina|zakład|obiekt|lokalizacja|vestiging|locatie".split(
      "|",
    ),
  ],
  place: [
    ..."country|region|province|state|city|origin|country of origin|made in|nation|territory|grid region|country code|国家|国别|省份|省|地区|城市|产地|原产地|原产国|所在地|所在省份|区域|国家或地区|所在地区".split(
      "|",
    ),
    ..."land|region|bundesland|herkunft|herkunftsland|ursprung|ursprungsland|ort|stadt|pays|région|pays d'origine|ville|origine|país|región|provincia|país de origen|ciudad".split(
      "|",
    ),
    ..."paese|regione|provincia|città|país|região|estado|cidade|kraj|województwo|miasto".split("|"),
  ],
  year: [
    ..."year|fiscal year|reporting year|calendar year|fy|data year|inventory year|年|年份|年度|报告年度|核算年度|统计年度|jahr|berichtsjahr|geschäftsjahr|année|an|exercice|año|ejercicio".split(
      "|",
    ),
    ..."ano|exercício|anno|rok|jaar".split("|"),
  ],
  period: [
    ..."month|date|period|quarter|billing period|invoice date|posting date|time|day|week|bill date|from|to|start|end|start date|end date|月|月份|日期|季度|期间|时间|账期|开票日期|用能月份|统计期|所属期|所属月份|抄表月份|记账日期".split(
      "|",
    ),
    ..."monat|datum|quartal|zeitraum|rechnungsdatum|buchungsdatum|abrechnungszeitraum|mois|date de facture|trimestre|période|mes|fecha|periodo|período".split(
      "|",
    ),
    ..."data|mese|periodo|trimestre|mês|miesiąc|okres|kwartał|maand|periode|kwartaal".split("|"),
  ],
  supplier: [
    ..."supplier|contractor|vendor|supplier name|vendor name|provider|供应商|供应商名称|厂商|供货商|供货单位|供方|供电公司|lieferant|anbieter|versorger|fournisseur|proveedor|suministrador".split(
      "|",
    ),
    ..."fornecedor|fornitore|dostawca|leverancier".split("|"),
  ],
  scope: [
    ..."scope|ghg scope|category|sector|subsector|industry|scope 3 category|ghg category|type|class|group|emission category|subcategory|sub-category|范围|类别|分类|排放类别|排放类型|大类|小类|类型|所属范围|核算范围|能源类别|kategorie|geltungsbereich|art|gruppe|typ|catégorie|périmètre|type de|categoría|alcance|tipo|clase".split(
      "|",
    ),
    ..."escopo|categoria|ambito|zakres|kategoria|rodzaj|categorie".split("|"),
  ],
  code: [
    ..."code|ipcc类别|ipcc分类|ipcc代码|ipcc编码|article no|article number|material number|material no|part number|part no|part no.|item code|item number|item no|sku|cn code|hs code|ipcc category|ipcc|ipcc code|commodity code|naics|material code|gl code|gl account|account code|account no|account no.|account number|nominal|nominal code|ledger account|id|unspsc|cpv|nace".split(
      "|",
    ),
    ..."编码|代码|编号|料号|物料编码|物料编号|材料编码|图号|零件号|海关编码|产品编码|科目编码|科目编号|科目号|konto|kontonummer|sachkonto|compte|n° de compte|cuenta|materialnummer|artikelnummer|artikelnr|artikel-nr|artikel-nr.|teilenummer|teile-nr.|sachnummer|materialnr|code article|référence|réf|código|referencia|kst".split(
      "|",
    ),
    ..."codice|kod|cod.".split("|"),
  ],
  position: [
    ..."no|no.|ref|ref.|ref no|ref no.|pos|pos.|#|nr|nr.|line|line no|row|seq|s/n|sn|s.no|s.no.|item #|find no|find no.|序号|序|条目|条目号|行号|行次|项次|项号|lfd. nr.|lfd.nr.|lfd nr|lfd. nr|pos.-nr.|n°|nº|núm|num".split(
      "|",
    ),
  ],
  level: [
    ..."level|bom level|lvl|indent|tier|hierarchy|层级|层次|级别|阶层|阶次|ebene|stufe|gliederungsebene|niveau|nivel".split(
      "|",
    ),
  ],
  distance: [
    ..."distance|trip distance|transport distance|mileage|km driven|kilometers|kilometres|距离|运距|里程|运输距离|行驶里程|运输里程|entfernung|strecke|distanz|transportentfernung|kilometer|distance parcourue|distancia|recorrido".split(
      "|",
    ),
    ..."distância|quilometragem|distanza|percorrenza|chilometri|odległość|przebieg|afstand|kilometrage|kilométrage".split(
      "|",
    ),
  ],
  money: [
    ..."cost|costs|spend|amount spent|money spent|spending|expenditure|total cost|net amount|gross amount|invoice amount|amount paid|total price|value (net)|net value|expense amount|charge|charges|bill|payment|purchase value|price total|line total|turnover|annual spend|total spend|revenue".split(
      "|",
    ),
    ..."金额|费用|采购额|采购金额|支出|支出金额|含税金额|不含税金额|开票金额|发票金额|电费|气费|水费|成本|总价|合计金额|花费|报销金额|费用金额|价税合计|产值|结算金额".split(
      "|",
    ),
    ..."kosten|betrag|gesamtkosten|nettobetrag|bruttobetrag|rechnungsbetrag|ausgaben|gesamtpreis|nettowert|umsatz|coût|coûts|montant|dépense|dépenses|montant ht|coste|costo|importe|gasto|gastos|monto".split(
      "|",
    ),
    ..."custo|despesa|despesas|importo|spesa|costi|koszt|koszty|kwota|wartość netto|bedrag".split("|"),
  ],
  tax: [
    ..."tax|taxes|tax amount|vat|vat amount|gst|gst amount|hst|pst|qst|sales tax|税额|税金|增值税|增值税额|进项税额|mwst|mwst.|ust|ust.|vorsteuer|umsatzsteuer|mehrwertsteuer|tva|montant tva|iva|iva importe|imposto|podatek|kwota vat|btw".split(
      "|",
    ),
  ],
  currency: [..."currency|curr|curr.|币种|货币|währung|devise|monnaie|moneda|divisa".split("|")],
  "unit price": [
    ..."unit price|price|price per unit|unit cost|tariff|rate|price/unit|cost per unit|单价|电价|气价|单位价格|含税单价|不含税单价|preis|einzelpreis|stückpreis|preis je einheit|arbeitspreis|prix|prix unitaire|tarif|precio|precio unitario|tarifa".split(
      "|",
    ),
    ..."preço|preço unitário|prezzo|prezzo unitario|cena|cena jednostkowa|prijs".split("|"),
  ],
  factor: [
    ..."emission factor|emissions factor|ef|factor|conversion factor|co2|co2e|co2 emissions|ghg emissions|emissions|tco2|tco2e|kgco2e|kg co2e|t co2e|ncv|gcv|heating value|calorific value|density|oxidation factor|carbon content|gwp|ghg|ghgs".split(
      "|",
    ),
    ..."排放因子|排放系数|系数|排放量|碳排放量|二氧化碳排放量|低位发热量|热值|平均低位发热量|折标系数|折标准煤系数|折标煤量|标准煤量|折标准煤|密度|氧化率|含碳量|单位热值含碳量|碳氧化率|碳排放".split(
      "|",
    ),
    ..."emissionsfaktor|emissionen|heizwert|brennwert|dichte|umrechnungsfaktor|treibhausgasemissionen|facteur d'émission|facteur|émissions|pci|factor de emisión|emisiones|pcs".split(
      "|",
    ),
    ..."fator de emissão|emissões|fattore di emissione|emissioni|wskaźnik emisji|emisja|emissiefactor".split("|"),
  ],
  share: [
    ..."share|percent|percentage|%|proportion|change|yoy|占比|比例|百分比|比重|同比|环比|增减|回收率|再生比例|recycled content|scrap rate|anteil|prozent|veränderung|part|pourcentage|porcentaje|recycled share".split(
      "|",
    ),
  ],
  size: [
    ..."floor area|gross floor area|floor space|headcount|employees|number of employees|fte|ftes|full-time equivalents|opening stock|closing stock|stock change|change in stock|inventory change|charge|initial charge|nameplate charge|charge capacity|recovered|amount recovered|number of invoices|no. of invoices|invoices|number of orders|no. of orders|orders|number of transactions|transactions|odometer|odo|meter reading|opening reading|closing reading|previous reading|current reading|start reading|end reading".split(
      "|",
    ),
    ..."建筑面积|员工人数|职工人数|员工数|人数|期初库存|期末库存|库存变化|期末库存变化|库存变化量|库存量|期初库存量|期末库存量|初始充注|初始充注量|额定充注量|铭牌充注量|回收|回收量|发票数量|发票张数|订单数|订单数量|笔数|交易笔数|里程表|表底数|读数|起码|止码|上期读数|本期读数|期初读数|期末读数".split(
      "|",
    ),
    ..."zählerstand|kilometerstand|relevé de compteur|lectura del contador|mitarbeiter|mitarbeiterzahl|beschäftigte|nutzfläche|anfangsbestand|endbestand|bestandsänderung|effectif|effectifs|surface de plancher|stock initial|stock final|nb de factures|nombre de factures|nb factures|nb de commandes|nombre de commandes|anzahl rechnungen|anzahl bestellungen|número de facturas|n.º de facturas|empleados|plantilla|existencias".split(
      "|",
    ),
  ],
  total: [
    ..."total|sum|annual total|year total|yearly total|full year|grand total|ytd|total year|合计|总计|全年|全年合计|年合计|年度合计|累计|小计|全年累计|本年累计|总量|summe|gesamt|jahressumme|total annuel|total anual|suma".split(
      "|",
    ),
    ..."totale|totale anno|total geral|razem|ogółem|suma roczna|totaal".split("|"),
  ],
  // By the words of spans of time, beside others of the table.
  span: [],
  comment: [
    ..."comment|comments|remark|remarks|note|notes|data source|data quality|evidence|invoice|invoice no|invoice number|responsible|contact|method|备注|说明|数据来源|来源|凭证|填报人|责任人|发票号|备注说明|证据|bemerkung|bemerkungen|anmerkung|hinweis|kommentar|quelle|datenquelle|rechnungsnummer|verantwortlich|remarque|commentaire|observations|observaciones|comentario|nota|notas|observação|observações".split(
      "|",
    ),
    ..."osservazioni|commenti|nota|uwagi|komentarz|źródło danych|opmerking|opmerkingen|obs.|obs|fonte dos dados".split(
      "|",
    ),
  ],
};

/** Words of amounts that are what is left of the amounts beside them: purchased less stored. */
export const netWords: readonly string[] = [
  ..."net consumption|net use|净消耗量|净消费量|净消耗|净消费|nettoverbrauch|consommation nette|consumo neto".split(
    "|",
  ),
];

/** Words of masses in heads. */
export const massWords: readonly string[] = [
  ..."weight|wt|wt.|mass|重|重量|质量|gewicht|gew.|masse|poids|peso|masa|massa|waga".split("|"),
];

/** Fuels that are gases, where a unit is "t or m3". */
export const gasWords: readonly string[] = [
  ..."natural gas|biogas|biomethane|hydrogen|blast furnace gas|coke oven gas|refinery gas|天然气|煤气|沼气|氢气|干气|erdgas|wasserstoff|gaz naturel|gas natural|gás natural|gas naturale|gaz ziemny|aardgas".split(
    "|",
  ),
];

/** Words with which a head or a name begins that is a part of what stands before it. */
export const partWords: readonly string[] = [
  ..."of which|thereof|including|incl.|其中|davon|darunter|dont|de los cuales|de las cuales|del cual|dos quais|das quais|di cui|w tym|waarvan".split(
    "|",
  ),
];

/** Words of columns that hold a part of the year: halves. */
export const halfWords: readonly (readonly string[])[] = [
  ["h1", "1h", "first half", "half 1", "上半年", "1. halbjahr", "1er semestre", "premier semestre", "primer semestre"],
  ["h2", "2h", "second half", "half 2", "下半年", "2. halbjahr", "2e semestre", "second semestre", "segundo semestre"],
];

/** Words of energy and water by which a column of its own is known, where carriers stand across. */
export const carrierWords: readonly string[] = [
  ..."electricity|electric power|power|grid electricity|natural gas|gas|heating oil|fuel oil|diesel|petrol|gasoline|lpg|propane|coal|steam|heat|district heating|district heat|heating|cooling|water|wood|pellets|biomass|kerosene|jet fuel|biogas|waste|hydrogen|refrigerant|solar".split(
    "|",
  ),
  ..."电|电力|电量|用电|用电量|耗电量|外购电力|天然气|用气量|柴油|汽油|煤|原煤|煤炭|烟煤|无烟煤|焦炭|热力|蒸汽|液化石油气|液化气|燃料油|煤油|自来水|水|新鲜水|用水量|生物质|热".split(
    "|",
  ),
  ..."energia elétrica|eletricidade|gás natural|óleo diesel|etanol|água|lenha|energia elettrica|gas naturale|gasolio|benzina|gpl|teleriscaldamento|acqua|rifiuti|energia elektryczna|gaz ziemny|olej napędowy|benzyna|węgiel|ciepło|woda|odpady|elektriciteit|aardgas|benzine|stadsverwarming|afval".split(
    "|",
  ),
  ..."strom|elektrizität|erdgas|heizöl|benzin|kohle|dampf|wärme|fernwärme|wasser|flüssiggas|holz|abfall|électricité|electricité|gaz|gaz naturel|fioul|essence|gazole|charbon|vapeur|chaleur|eau|electricidad|gas natural|gasóleo|gasolina|carbón|vapor|calor|agua|kältemittel".split(
    "|",
  ),
];

/** Words of rows that sum others. */
export const totalWords: readonly string[] = [
  ..."total|totals|subtotal|sub-total|sub total|grand total|sum|overall|in total|total consumption|total energy|ytd|year to date|full year|annual total".split(
    "|",
  ),
  ..."合计|总计|小计|共计|总和|累计|本年累计|全年|合 计|总 计|小 计|总重|总质量|总量|本页合计".split("|"),
  ..."totale|totale generale|totale complessivo|subtotale|total geral|soma|razem|ogółem|łącznie|suma częściowa|totaal|subtotaal|eindtotaal".split(
    "|",
  ),
  ..."summe|gesamt|gesamtsumme|zwischensumme|gesamtverbrauch|gesamtgewicht|insgesamt|total général|sous-total|somme|ensemble|suma|subtotal|total general".split(
    "|",
  ),
];

/** Words of a heading between rows that names a site. */
export const siteWords: readonly string[] = [
  ..."site|plant|facility|location|branch|building|office|factory|warehouse|store|works".split("|"),
  ..."厂|厂区|工厂|车间|公司|分公司|基地|园区|门店|办公室|场所|站点|部门|矿".split("|"),
  ..."stabilimento|sito|magazzino|ufficio|fábrica|escritório|armazém|zakład|biuro|magazyn|vestiging|kantoor".split("|"),
  ..."standort|werk|gebäude|niederlassung|filiale|betrieb|usine|bâtiment|établissement|sede|planta|edificio|oficina".split(
    "|",
  ),
];

/** Words of rows that are made of the rows below or above them. */
export const assemblyWords: readonly string[] = [
  ..."assembly|assy|sub-assembly|subassembly|module|组件|总成|装配体|部装|组装件|baugruppe|unterbaugruppe|modul|ensemble|sous-ensemble|conjunto|subconjunto".split(
    "|",
  ),
];

/** Heads of a pivot table. */
export const pivotWords: readonly string[] = [
  ..."row labels|column labels|values|行标签|列标签|zeilenbeschriftungen|spaltenbeschriftungen|étiquettes de lignes|étiquettes de colonnes|etiquetas de fila|etiquetas de columna".split(
    "|",
  ),
];
export const pivotPrefixes: readonly string[] = [
  "sum of ",
  "count of ",
  "average of ",
  "求和项",
  "计数项",
  "summe von ",
  "anzahl von ",
  "somme de ",
  "suma de ",
];

/** Names of sheets that sum others. */
export const summaryWords: readonly string[] = [
  ..."summary|overview|dashboard|totals|roll-up|rollup|consolidation|consolidated|汇总|汇总表|总览|概览|合计|总表|übersicht|zusammenfassung|gesamt|synthèse|récapitulatif|resumen".split(
    "|",
  ),
];

/** The twelve months: as they are written in full and in short, by language. */
export const monthWords: readonly (readonly string[])[] = [
  [
    "january",
    "jan",
    "1月",
    "一月",
    "januar",
    "jänner",
    "janvier",
    "janv",
    "enero",
    "ene",
    "janeiro",
    "gennaio",
    "styczeń",
    "januari",
  ],
  [
    "february",
    "feb",
    "2月",
    "二月",
    "februar",
    "février",
    "févr",
    "fev",
    "febrero",
    "fevereiro",
    "febbraio",
    "luty",
    "februari",
  ],
  ["march", "mar", "3月", "三月", "märz", "mrz", "mär", "mars", "marzo", "março", "marzec", "maart", "mrt"],
  ["april", "apr", "4月", "四月", "avril", "avr", "abril", "abr", "aprile", "kwiecień", "kwi"],
  ["may", "5月", "五月", "mai", "mayo", "maio", "maggio", "maj"],
  ["june", "jun", "6月", "六月", "juni", "juin", "junio", "junho", "giugno", "giu", "czerwiec", "cze"],
  ["july", "jul", "7月", "七月", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug", "lipiec"],
  ["august", "aug", "8月", "八月", "août", "aout", "agosto", "ago", "sierpień", "sie", "augustus"],
  ["september", "sep", "sept", "9月", "九月", "septembre", "septiembre", "setembro", "settembre", "wrzesień", "wrz"],
  [
    "october",
    "oct",
    "10月",
    "十月",
    "oktober",
    "okt",
    "octobre",
    "octubre",
    "outubro",
    "ottobre",
    "ott",
    "październik",
    "paź",
  ],
  ["november", "nov", "11月", "十一月", "novembre", "noviembre", "novembro", "listopad"],
  [
    "december",
    "dec",
    "12月",
    "十二月",
    "dezember",
    "dez",
    "décembre",
    "déc",
    "diciembre",
    "dic",
    "dezembro",
    "dicembre",
    "grudzień",
    "gru",
  ],
];

/** Abbreviations of months that are words of other meaning within a sentence: they stand alone or before a year. */
export const loneMonthWords: Readonly<Record<string, number>> = {
  mai: 4,
  set: 8,
  out: 9,
  gen: 0,
  mag: 4,
  mei: 4,
  sty: 0,
  lut: 1,
  lip: 6,
  lis: 10,
};

export const quarterWords: readonly (readonly string[])[] = [
  ["q1", "1q", "quarter 1", "first quarter", "一季度", "第一季度", "1季度", "1. quartal", "t1"],
  ["q2", "2q", "quarter 2", "second quarter", "二季度", "第二季度", "2季度", "2. quartal", "t2"],
  ["q3", "3q", "quarter 3", "third quarter", "三季度", "第三季度", "3季度", "3. quartal", "t3"],
  ["q4", "4q", "quarter 4", "fourth quarter", "四季度", "第四季度", "4季度", "4. quartal", "t4"],
];
