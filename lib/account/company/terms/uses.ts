import type { Term } from "../../matching/term-finder.ts";

/** What a fuel is burnt in, and who has what an amount is of. */
export const useTerms: readonly Term[] = [
  [
    "use:vehicle",
    "vehicle|fleet|vehicle fleet|company car|company vehicle|car|truck|lorry|van|pickup|hgv|forklift|fork lift|tractor|company owned vehicle|transport fleet|mobile|mobile combustion|road|on road|delivery truck|delivery van|fuhrpark|fahrzeug|pkw|lkw|dienstwagen|vehicule|flotte|voiture|camion|vehiculo|flota|coche|furgoneta|motor pool|shuttle|service vehicle|mobile source|transport vehicle|bus fleet|bulldozer|excavator|loader|heavy equipment|off road|yard truck|motorbike|stapler|gabelstapler|chariot elevateur|carretilla|carretilla elevadora|routier|gazole routier|gasoleo a|super e5|super e10|sp95|sp98|sp95 e10|sp95 e5|gasolina 95|gasolina 98|frota|veiculo|autoveicolo|autoveicoli|autotrazione|flotta|automezzo|pojazd|pojazdy|samochod|wagenpark|voertuig|gasoleo rodoviario|gasolio per autotrazione|empilhadeira|muletto|carrello elevatore|wozek widłowy|heftruck|sans plomb|sans plomb 95|sans plomb 98",
    "车辆|柴油车|汽油车|车队|公务车|公车|汽车|轿车|卡车|货车|叉车|商务车|班车|自有车辆|运输车辆|车用|移动源|移动燃烧|移动|铲车|装载机|挖掘机|厂车|厂内运输|通勤车|面包车|客车|厂内车辆|移动源燃烧|机动车",
  ],
  [
    "use:stationary",
    "boiler|heating oil|light heating oil|heizol|heizol el|fioul domestique|generator|genset|gen set|emergency generator|backup generator|standby generator|furnace|kiln|oven|heater|heating|space heating|process heat|burner|dryer|turbine|chp|cogeneration|stationary|stationary combustion|building heating|kitchen|canteen|cooking|cooker|hot water|steam boiler|fire pump|kessel|heizung|notstromaggregat|chaudiere|chauffage|groupe electrogene|caldera|calefaccion|generador|horno|incinerator|stationary source|power plant|pump|thermal oxidizer|rto|radiator|office heating|building|process|laundry|no 2 fuel oil|fuel oil no 2|number 2 fuel oil|distillate fuel oil|gasoleo c|fod|caldeira|gerador|caldaia|riscaldamento|gruppo elettrogeno|kocioł|kotłownia|ogrzewanie|agregat|forno|refeitorio|cozinha|gasolio da riscaldamento|olej opałowy|huisbrandolie|stookolie|verwarming|ketel|cuisine|cantine|four|piec",
    "锅炉|发电机|备用发电机|应急发电机|发电机组|窑炉|加热炉|熔炉|取暖|供暖|采暖|食堂|厨房|灶|固定源|固定燃烧|固定|热风炉|烘干|导热油炉|窑|炉|发电|自备电厂|固定源燃烧|消防泵|热处理炉|焚烧炉|燃烧器|餐厅|烘箱|干燥",
  ],
  ["use:rail", "locomotive|rail locomotive|shunter", "机车|内燃机车"],
  [
    "use:ship",
    "vessel|ship|boat|marine|marine vessel|tug|barge|marine gas oil|mgo|marine diesel|marine diesel oil|marine fuel oil",
    "船舶|船|货轮|自有船舶|拖轮",
  ],
  ["use:aircraft", "aircraft|helicopter|corporate jet|company aircraft|airplane|company jet", "飞机|直升机|公务机"],
  [
    "role:sold",
    "sold|exported|export|export to grid|fed into grid|feed in|grid export|sale|resold|einspeisung|injected|vendue|vendida|venduta|vendita|exportee|ceduta|sprzedaz|sprzedana",
    "外销|外供|售出|出售|上网电量|上网|外售|输出|转供|转售",
  ],
  [
    "role:own generation",
    "own generation|self generated|self consumption|onsite solar|on site solar|rooftop solar|rooftop pv|solar generation|pv generation|own solar|generated on site|eigenverbrauch|photovoltaic|solar pv|pv|solar panel|onsite generation|on site generation|wind turbine own|autoconsumo|autoconsumo fv|fotovoltaica|autoconsommation|autoconsommation pv|photovoltaique|eigenerzeugung|pv eigenverbrauch|autoconsumo fotovoltaico|autoproduzione|fotovoltaico|energia solare|geracao propria|fotowoltaika|zonnepanelen",
    "自发自用|自产|自发电|光伏发电|屋顶光伏|分布式光伏|自建光伏|光伏自用|光伏",
  ],
  [
    "role:grid",
    "red|de red|consumo de red|reseau|netz|netzbezug|from the grid|grid supply|soutirage",
    "电网|下网|下网电量",
  ],
  [
    "role:green",
    "green|green power|green electricity|green tariff|renewable|renewable energy|renewable electricity|renewable power|renewable tariff|ppa|power purchase agreement|rec|recs|guarantee of origin|rego|regos|i rec|irec|okostrom|wind power|certified green|grunstrom|electricite verte",
    "绿电|绿色电力|绿证|可再生|可再生能源|可再生电力|绿电交易|风电|市场化绿电",
  ],
  [
    "role:upstream",
    "wtt|well to tank|upstream|t d loss|transmission and distribution|transmission loss|distribution loss|grid loss|line loss|t and d|td loss|fuel and energy related|fera",
    "上游|线损|输配损耗|输配电损失|电网损耗|输配电损耗|燃料和能源相关",
  ],
  [
    "role:produced",
    "production|produced|output|manufactured|production volume|produktion",
    "产量|生产量|生产|产出|成品产量",
  ],
  [
    "role:process",
    "calcined|calcination|decarbonation|decomposed|desulphurisation|desulfurization|flux|fgd|raw mix|raw meal|process emission|kiln feed",
    "煅烧|分解|脱硫|熔剂|脱硫剂|过程排放|生产过程|原料消耗",
  ],
  [
    "role:purchased",
    "purchased|purchase|bought|procured|raw material|procurement|input material",
    "采购|外购|购买|购入|原材料|原料|采购量|购进",
  ],
  [
    "role:outbound",
    "outbound|downstream|to customer|customer delivery|sold product|distribution to customer|finished good|product delivery",
    "出厂|下游|送货|成品运输|产品运输|销售运输|发货|产品配送",
  ],
  [
    "role:commuting",
    "commuting|commute|employee commuting|commuter|home to work|staff commute|pendeln|pendler|arbeitsweg|domicile travail|desplazamiento|staff travel to work|casa trabalho|casa lavoro|pendolarismo|dojazdy|woon werk|woonwerkverkeer|deslocamento",
    "通勤|员工通勤|上下班|职工通勤",
  ],
  [
    "role:business travel",
    "business travel|business trip|travel|trip|dienstreise|geschaftsreise|voyage d affaire|deplacement professionnel|viaje de negocio|grey fleet|employee owned|private car|personal car|mileage claim|mileage|viagem a trabalho|viagem de negocio|trasferta|viaggio di lavoro|podroz słuzbowa|dienstreizen|zakenreis",
    "商务差旅|差旅|出差|公务出行|私车公用|公差|旅行|里程报销",
  ],
  [
    "role:homeworking",
    "homeworking|home working|work from home|working from home|wfh|home office|teleworking|remote work|telework",
    "居家办公|远程办公|在家办公",
  ],
  ["role:leased", "leased|lease|tenant|landlord", "租赁|租入|租用"],
];
