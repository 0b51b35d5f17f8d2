import type { Term } from "../../matching/term-finder.ts";

/** Fuels by the names of the guidelines' tables (2006 IPCC Guidelines, Volume 2). `vague` is a word for several of them. */
export const fuelTerms: readonly Term[] = [
  [
    "fuel:Gas/Diesel Oil",
    "diesel|diesel oil|diesel fuel|gas oil|gasoil|gas diesel oil|derv|red diesel|heating oil|light heating oil|no 2 fuel oil|fuel oil no 2|light fuel oil|marine gas oil|mgo|ulsd|road diesel|dieselkraftstoff|heizol|heizol el|gazole|gasoil routier|fioul|fioul domestique|gasoleo|gasoleo a|gasoleo b|gasoleo c|gazole routier|diesel b7|b7|distillate fuel oil|number 2 fuel oil|marine diesel|marine diesel oil|fod|oleo diesel|gasoleo rodoviario|gasolio|gasolio per autotrazione|gasolio da riscaldamento|olej napedowy|olej opałowy|dieselolie|stookolie|huisbrandolie",
    "柴油|柴油车|轻柴油|车用柴油|0号柴油|0 柴油|船用柴油|轻质燃料油",
  ],
  [
    "fuel:Motor Gasoline",
    "petrol|gasoline|motor gasoline|unleaded|unleaded petrol|motor spirit|benzin|super e10|super e5|gasolina 95|gasolina 98|superbenzin|ottokraftstoff|essence|gasolina|mogas|benzina|benzyna|benzine|gasolina comum|gasolina aditivada|sans plomb|sans plomb 95|sans plomb 98|sp95|sp98",
    "汽油|汽油车|车用汽油|92号汽油|95号汽油|98号汽油|92 汽油|95 汽油|无铅汽油",
  ],
  [
    "fuel:Natural Gas",
    "natural gas|mains gas|piped gas|pipeline natural gas|erdgas|gaz naturel|gas natural|natgas|gas naturale|gas metano|gaz ziemny|aardgas",
    "天然气|管道天然气|管道燃气",
  ],
  ["fuel:Natural Gas|cng", "cng|compressed natural gas|gnv", "压缩天然气"],
  ["fuel:Natural Gas|lng", "lng|liquefied natural gas|liquified natural gas|gnl", "液化天然气"],
  [
    "fuel:Liquefied Petroleum Gases",
    "lpg|liquefied petroleum gas|liquified petroleum gas|propane|butane|autogas|flussiggas|gpl|glp|propano|butano|bottled gas|gaz płynny|propan|propan butan|gas liquefeito de petroleo|gas di petrolio liquefatto",
    "液化石油气|液化气|丙烷|丁烷|煤气罐|瓶装液化气",
  ],
  [
    "fuel:Residual Fuel Oil",
    "heavy fuel oil|hfo|residual fuel oil|residual oil|no 6 fuel oil|fuel oil no 6|bunker fuel|bunker oil|schwerol|fioul lourd|fuel oil|marine fuel oil|fueloil|furnace oil|mazut|olio combustibile|oleo combustivel|olej opałowy ciezki|zware stookolie",
    "燃料油|重油|重质燃料油|船用燃料油|渣油",
  ],
  [
    "fuel:Jet Kerosene",
    "jet fuel|jet kerosene|jet a1|jet a|aviation turbine fuel|avtur|kerosin jet|querosene de aviacao|cherosene avio|kerosene de aviation|queroseno de aviacion",
    "航空煤油|喷气燃料|航煤",
  ],
  ["fuel:Aviation Gasoline", "avgas|aviation gasoline|aviation spirit", "航空汽油"],
  [
    "fuel:Other Kerosene",
    "kerosene|paraffin|burning oil|kerosin|kerosene oil|queroseno|querosene|cherosene|petrole lampant",
    "煤油|灯用煤油",
  ],
  ["fuel:Naphtha", "naphtha", "石脑油"],
  ["fuel:Crude Oil", "crude oil|crude", "原油"],
  ["fuel:Refinery Gas", "refinery gas|refinery fuel gas", "炼厂干气|干气|炼厂气"],
  ["fuel:Petroleum Coke", "petroleum coke|petcoke|pet coke|petrolkoks", "石油焦"],
  ["fuel:Anthracite", "anthracite|anthracite coal|anthrazit|antracita|antracite|antracyt|antraciet", "无烟煤"],
  [
    "fuel:Other Bituminous Coal",
    "bituminous coal|steam coal|thermal coal|hard coal|other bituminous coal|steinkohle|bituminous steam coal|wegiel kamienny|hulha|hulla|steenkool|carbone bituminoso|houille",
    "烟煤|一般烟煤|动力煤|燃料煤",
  ],
  ["fuel:Sub-Bituminous Coal", "sub bituminous coal|subbituminous coal", "次烟煤"],
  [
    "fuel:Coking Coal",
    "coking coal|metallurgical coal|met coal|washed coal|cleaned coal|kokskohle",
    "炼焦煤|洗精煤|炼焦精煤|炼焦洗精煤",
  ],
  ["fuel:Lignite", "lignite|brown coal|braunkohle|lignito|wegiel brunatny|linhito|bruinkool", "褐煤"],
  ["fuel:Brown Coal Briquettes", "brown coal briquette|lignite briquette", "褐煤型煤"],
  ["fuel:Patent Fuel", "patent fuel|coal briquette", "型煤|煤球|蜂窝煤"],
  [
    "fuel:Coke Oven Coke and Lignite Coke",
    "coke|coke oven coke|metallurgical coke|foundry coke|met coke|koks|coque|coke metallurgico|coque metalurgico|cokes",
    "焦炭|冶金焦|焦粉|焦丁",
  ],
  ["fuel:Coke Oven Gas", "coke oven gas|cog", "焦炉煤气|焦炉气"],
  ["fuel:Blast Furnace Gas", "blast furnace gas|bfg", "高炉煤气"],
  ["fuel:Oxygen Steel Furnace Gas", "converter gas|bof gas|oxygen steel furnace gas|ldg", "转炉煤气"],
  ["fuel:Gas Works Gas", "town gas|gas works gas|city gas", "城市煤气|人工煤气|发生炉煤气"],
  ["fuel:Peat", "peat|torf|turba|tourbe|turfa|torba|turf", "泥炭"],
  [
    "fuel:Wood/Wood Waste",
    "wood pellet|wood chip|firewood|fuel wood|fuelwood|wood fuel|wood waste fuel|wood log|holzpellet|hackschnitzel|brennholz|pellet de bois|plaquette forestiere|lena|pellet|biomass pellet|biomass briquette|granule de bois|bois de chauffage|buche|legna|legna da ardere|pellet di legno|cippato|lenha|cavaco de madeira|drewno opałowe|pelet|zrebki|brandhout|houtpellet|astilla",
    "木质颗粒|生物质颗粒|木屑颗粒|木片燃料|薪柴|木柴|生物质成型燃料|生物质燃料",
  ],
  [
    "fuel:Charcoal",
    "charcoal|holzkohle|charbon de bois|carbon vegetal|carvao vegetal|carbone di legna|carbonella|wegiel drzewny|houtskool",
    "木炭",
  ],
  [
    "fuel:Other Primary Solid Biomass",
    "biomass|bagasse|straw|rice husk|agricultural residue|biomasse|biomasa|biomassa|bagaco|bagaco de cana|palha|paglia|słoma|bagazo|bagasse de canne",
    "生物质|秸秆|稻壳|甘蔗渣",
  ],
  ["fuel:Biodiesels", "biodiesel|fame|hvo|renewable diesel|b100|hydrotreated vegetable oil", "生物柴油"],
  [
    "fuel:Biogasoline",
    "bioethanol|ethanol|biogasoline|e85|e100|fuel ethanol|etanol|etanol hidratado|alcool hidratado|etanol anidro|bioetanolo|bioetanol",
    "生物乙醇|燃料乙醇|乙醇",
  ],
  [
    "fuel:Other Biogas",
    "biogas|biomethane|biomethan|rng|renewable natural gas|green gas|biogaz|biometano|biometan|biogas da discarica",
    "沼气|生物天然气|生物甲烷",
  ],
  ["fuel:Landfill Gas", "landfill gas", "填埋气|垃圾填埋气"],
  ["fuel:Sludge Gas", "sludge gas|digester gas", "污泥气"],
  ["fuel:Sulphite Lyes (Black Liquor)", "black liquor", "黑液"],
  [
    "fuel:Industrial Wastes",
    "industrial waste fuel|alternative fuel waste|rdf|srf|refuse derived fuel|solid recovered fuel",
    "工业废物燃料|替代燃料",
  ],
  ["fuel:Bitumen", "bitumen|asphalt binder", "沥青"],
  [
    "vague:coal",
    "coal|kohle|charbon|carbon mineral|carvao|carvao mineral|wegiel|kolen|carbone fossile",
    "煤|煤炭|原煤|燃煤|商品煤|混煤",
  ],
  ["vague:gas", "gas|fuel gas|gaz", "燃气|煤气|气体燃料"],
  [
    "vague:fuel",
    "fuel|carburant|kraftstoff|combustible|brennstoff|liquid fuel|motor fuel|fuel card|combustivel|carburante|paliwo|brandstof|combustibile",
    "燃料|燃油|油品|加油|油费|油料|加油卡",
  ],
  ["vague:oil", "oil|ol", "油"],
  [
    "basis:GCV",
    "gcv|hhv|gross|gross cv|gross calorific value|brennwert|hs|pcs|higher heating value",
    "高位热值|高位发热量|高热值|高位",
  ],
  [
    "basis:NCV",
    "ncv|lhv|net|net cv|net calorific value|heizwert|hi|pci|lower heating value",
    "低位热值|低位发热量|低热值|低位",
  ],
];
